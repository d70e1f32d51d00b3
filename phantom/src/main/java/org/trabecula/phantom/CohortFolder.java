package org.trabecula.phantom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;
import org.trabecula.image.Volume;
import org.trabecula.image.nifti.NiftiWriter;

/// A synthetic cohort as files:
///
/// ```
/// DIR/cases.csv               the manifest, one row a fractured vertebra
/// DIR/images/PH-0001.nii.gz   CT, HU
/// DIR/masks/PH-0001.nii.gz    outlines by reader A; PH-0001-intra, PH-0001-inter: the second ones
/// DIR/preview.png             the first cases as sagittal pictures
/// DIR/README.txt              what this is and how it was made
/// ```
public final class CohortFolder {
    /// What every image says in its own header.
    public static final String SYNTHETIC = "synthetic, Trabecula phantom";

    /// Another folder's README.txt may be anything.
    private static final long MOST_README_BYTES = 1 << 16;
    private static final String MANIFEST = "cases.csv";

    private CohortFolder() {}

    /// Renders and writes every patient of `settings`; returns the manifest's path.
    ///
    /// README.txt is written first and the manifest last, so a folder with the one (of these very settings) and without the
    /// other was left half way: patients whose files are there are kept, the others follow.
    ///
    /// @param overwrite whether a folder that holds something else may be written into
    /// @param jobs      threads; the bytes do not depend on them
    /// @throws org.trabecula.core.InputException PHA-002 if the folder is not empty and `overwrite` is false
    public static Path write(CohortSettings settings, Path folder, boolean overwrite, int jobs, Progress progress)
            throws IOException {
        List<PhantomPatient> patients = PhantomCohort.plan(settings);
        String readme = CohortReadme.text(settings, patients);
        boolean goesOn = isLeftHalfWay(folder, readme);
        if (!overwrite && !goesOn) {
            refuseOccupied(folder);
        }
        AtomicFile.writeText(folder.resolve("README.txt"), readme);
        progress.stage("rendering patients", patients.size());
        List<List<int[]>> tiles = Parallel.map(patients.size(), jobs, p -> {
            PhantomPatient patient = patients.get(p);
            if (goesOn && p >= CohortPicture.MOST_TILES && isWritten(folder, patient)) {
                progress.done(patient.patientId());
                return List.of();
            }
            PhantomScan scan = patient.render();
            writeScan(folder, patient, scan);
            progress.done(patient.patientId());
            return tiles(patient, scan, p);
        });
        List<int[]> sheet = tiles.stream().flatMap(List::stream).limit(CohortPicture.MOST_TILES).toList();
        AtomicFile.write(folder.resolve("preview.png"), out -> CohortPicture.write(sheet, out));
        Path manifest = folder.resolve(MANIFEST);
        AtomicFile.writeText(manifest, manifest(patients));
        return manifest;
    }

    private static boolean isLeftHalfWay(Path folder, String readme) throws IOException {
        Path file = folder.resolve("README.txt");
        return Files.isRegularFile(file)
                && !Files.exists(folder.resolve(MANIFEST))
                && Files.size(file) < MOST_README_BYTES
                && Arrays.equals(Files.readAllBytes(file), readme.getBytes(StandardCharsets.UTF_8));
    }

    /// A file that exists is complete.
    private static boolean isWritten(Path folder, PhantomPatient patient) {
        List<String> files = patient.outlinedAgain()
                ? List.of(image(patient), mask(patient, ""), mask(patient, "-intra"), mask(patient, "-inter"))
                : List.of(image(patient), mask(patient, ""));
        return files.stream().allMatch(file -> Files.exists(folder.resolve(file)));
    }

    private static void refuseOccupied(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
            long count = entries.count();
            if (count > 0) {
                throw PhantomProblem.FOLDER_NOT_EMPTY.refuse(
                        folder.toString(),
                        count == 1 ? "1 entry" : count + " entries",
                        "a new or empty folder",
                        "name another folder, or give --force to write into this one");
            }
        }
    }

    private static void writeScan(Path folder, PhantomPatient patient, PhantomScan scan) {
        try {
            write(scan.ct(), folder.resolve(image(patient)));
            write(scan.labels(), folder.resolve(mask(patient, "")));
            Volume intra = scan.intra();
            if (intra != null) {
                write(intra, folder.resolve(mask(patient, "-intra")));
            }
            Volume inter = scan.inter();
            if (inter != null) {
                write(inter, folder.resolve(mask(patient, "-inter")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Volume volume, Path file) throws IOException {
        NiftiWriter.write(volume, SYNTHETIC, file);
    }

    /// Pictures of a patient's cases, as long as the sheet may need them: every patient has at least one.
    private static List<int[]> tiles(PhantomPatient patient, PhantomScan scan, int position) {
        if (position >= CohortPicture.MOST_TILES) {
            return List.of();
        }
        List<int[]> tiles = new ArrayList<>();
        for (PhantomCase fractured : patient.cases()) {
            tiles.add(CohortPicture.tile(scan, fractured));
        }
        return tiles;
    }

    private static String image(PhantomPatient patient) {
        return "images/" + patient.patientId() + ".nii.gz";
    }

    private static String mask(PhantomPatient patient, String kind) {
        return "masks/" + patient.patientId() + kind + ".nii.gz";
    }

    private static String manifest(List<PhantomPatient> patients) {
        StringBuilder csv = new StringBuilder(
                "case_id,patient_id,image,mask,label,outcome,age,sex,level,centre,mask_intra,mask_inter,synthetic\n");
        for (PhantomPatient p : patients) {
            for (PhantomCase c : p.cases()) {
                csv.append(String.join(
                                ",",
                                c.caseId(),
                                p.patientId(),
                                image(p),
                                mask(p, ""),
                                String.format(Locale.ROOT, "%d", c.level().label()),
                                String.format(Locale.ROOT, "%d", c.stage().outcome()),
                                String.format(Locale.ROOT, "%d", p.age()),
                                p.sex(),
                                c.level().name(),
                                p.centre(),
                                p.outlinedAgain() ? mask(p, "-intra") : "",
                                p.outlinedAgain() ? mask(p, "-inter") : "",
                                "yes"))
                        .append('\n');
            }
        }
        return csv.toString();
    }
}
