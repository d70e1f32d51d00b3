package org.trabecula.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.trabecula.cli.frame.StandardOutput;
import org.trabecula.core.ScratchFolder;
import org.trabecula.dicom.dataset.NewDataSet;
import org.trabecula.dicom.dataset.NewDicomFile;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;

/// Run once after a build so that the launcher can keep the classes that commands load: `-Dtrabecula.rehearsal=all` for an archive, of which
/// every command loads what it needs; `extract` and `start` for caches, which are loaded whole, so that each holds one kind of command.
final class Rehearsal {
    private static final Size SIZE = new Size(16, 16, 16);

    private static final Size VERTEBRA = new Size(48, 48, 24);

    private static final int VERTEBRAE = 8;

    private static final int CASES = 40;

    private Rehearsal() {}

    /// @param what `all`, `extract` or `start`
    static void run(String what) {
        PrintWriter nowhere = new PrintWriter(new StandardOutput(OutputStream.nullOutputStream()), false, StandardCharsets.UTF_8);
        try {
            switch (what) {
                case "start" -> start(nowhere);
                case "extract" -> inScratch(folder -> extract(folder, nowhere));
                case "all" -> {
                    start(nowhere);
                    Main.run(nowhere, nowhere, "no-such-verb");
                    Main.run(nowhere, nowhere, "extract", "--help");
                    Main.run(nowhere, nowhere, "features", "--list");
                    Main.run(nowhere, nowhere, "extract", "no-such-image.nii", "no-such-mask.nii", "-o", "no-such-table.csv");
                    inScratch(folder -> extract(folder, nowhere));
                    inScratch(folder -> dicom(folder, nowhere));
                    inScratch(folder -> statistics(folder, nowhere));
                }
                default -> throw new IllegalArgumentException("all, extract or start, not " + what);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void in(Path folder) throws IOException;
    }

    private static void inScratch(Work work) throws IOException {
        try (ScratchFolder scratch = ScratchFolder.of("rehearsal")) {
            work.in(scratch.path());
        }
    }

    private static void start(PrintWriter nowhere) {
        Main.run(nowhere, nowhere, "--help");
        Main.run(nowhere, nowhere, "--version");
    }

    /// One small case with many images and families, so that their classes are archived too: studies and predictions compute them as well. Maps
    /// are left out, whose own classes are few: with them in its cache, `--voxel-wise` started no sooner.
    private static void extract(Path folder, PrintWriter nowhere) throws IOException {
        Path image = folder.resolve("image.nii.gz");
        Path mask = folder.resolve("mask.nii.gz");
        Path table = folder.resolve("table.csv");
        short[] values = new short[(int) SIZE.voxels()];
        short[] labels = new short[values.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = (short) (n * 37 % 501);
            labels[n] = (short) (n % 16 > 2 && n % 16 < 13 && n > 800 && n < 3300 ? 1 : 0);
        }
        Grid grid = Grid.axisAligned(SIZE, new Spacing(0.9, 0.9, 1));
        StandardFormats.ALL.write(Volume.ofShorts(grid, values), image);
        StandardFormats.ALL.write(Volume.ofShorts(grid, labels), mask);
        String cases = vertebrae(folder).toString();
        String params = Files.writeString(
                folder.resolve("params.yaml"),
                """
                imageType: {Original: {}, Wavelet: {}, LoG: {sigma: [1, 2]}, Square: {}, SquareRoot: {}, Logarithm: {}, Exponential: {}, Gradient: {}}
                featureClass: {shape: , firstorder: , glcm: [Contrast], glrlm: , glszm: , gldm: , ngtdm: }
                setting: {binWidth: 25, resampledPixelSpacing: [1, 1, 1], interpolator: sitkBSpline}
                """).toString();
        Main.run(nowhere, nowhere, "extract", image.toString(), mask.toString(), "--params", params, "-o", table.toString());
        Main.run(nowhere, nowhere, "extract", image.toString(), mask.toString(), "--label", "1", "--force", "-o", table.toString());
        for (String preset : List.of("original", "paper1648")) {
            Main.run(nowhere, nowhere, "extract", cases, "--preset", preset, "--jobs", "2", "-o", folder.resolve(preset + ".csv").toString());
        }
    }

    /// A manifest of regions as large as small vertebrae: a cache also keeps which methods were worth compiling, and those are known only after
    /// some work (docs/performance.md).
    private static Path vertebrae(Path folder) throws IOException {
        StringBuilder rows = new StringBuilder("case_id,image,mask\n");
        Grid grid = Grid.axisAligned(VERTEBRA, new Spacing(0.9, 0.9, 1.5));
        for (int one = 0; one < VERTEBRAE; one++) {
            Random noise = new Random(one);
            short[] values = new short[(int) VERTEBRA.voxels()];
            short[] labels = new short[values.length];
            for (int n = 0; n < values.length; n++) {
                int i = n % VERTEBRA.i() - VERTEBRA.i() / 2;
                int j = n / VERTEBRA.i() % VERTEBRA.j() - VERTEBRA.j() / 2;
                int k = n / (VERTEBRA.i() * VERTEBRA.j()) - VERTEBRA.k() / 2;
                values[n] = (short) (200 + 60 * noise.nextGaussian());
                labels[n] = (short) (i * i + j * j < 250 && Math.abs(k) < 8 ? 1 : 0);
            }
            StandardFormats.ALL.write(Volume.ofShorts(grid, values), folder.resolve("ct" + one + ".nii.gz"));
            StandardFormats.ALL.write(Volume.ofShorts(grid, labels), folder.resolve("body" + one + ".nii.gz"));
            rows.append("v" + one + ",ct" + one + ".nii.gz,body" + one + ".nii.gz\n");
        }
        return Files.writeString(folder.resolve("vertebrae.csv"), rows);
    }

    /// A small series, its mask as a segmentation, and what is done with both.
    private static void dicom(Path folder, PrintWriter nowhere) throws IOException {
        Path series = Files.createDirectory(folder.resolve("series"));
        for (int k = 0; k < SIZE.k(); k++) {
            slice(series.resolve("slice" + k), k);
        }
        short[] labels = new short[(int) SIZE.voxels()];
        Arrays.fill(labels, labels.length / 4, labels.length / 2, (short) 1);
        Path mask = folder.resolve("mask.nii");
        StandardFormats.ALL.write(Volume.ofShorts(Grid.axisAligned(SIZE, new Spacing(0.9, 0.9, 1)), labels), mask);
        String image = series.toString();
        String segments = folder.resolve("mask.dcm").toString();
        String cases = folder.resolve("cases.csv").toString();
        Main.run(nowhere, nowhere, "convert", image, "-o", folder.resolve("image.nii").toString());
        Main.run(nowhere, nowhere, "convert", mask.toString(), "--reference", image, "-o", segments);
        Main.run(nowhere, nowhere, "extract", image, segments, "--preset", "original", "-o", folder.resolve("row.csv").toString());
        Main.run(nowhere, nowhere, "scan", folder.toString(), "-o", cases);
        Main.run(nowhere, nowhere, "check", cases);
    }

    private static void slice(Path file, int k) throws IOException {
        byte[] pixels = new byte[2 * SIZE.i() * SIZE.j()];
        for (int n = 0; n < pixels.length; n += 2) {
            pixels[n] = (byte) (n * 37 + 11 * k);
        }
        NewDataSet data = new NewDataSet()
                .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .text(Tag.MODALITY, "CT")
                .text(Tag.PATIENT_ID, "1")
                .text(Tag.STUDY_INSTANCE_UID, "2.25.1")
                .text(Tag.SERIES_INSTANCE_UID, "2.25.2")
                .text(Tag.FRAME_OF_REFERENCE_UID, "2.25.3")
                .whole(Tag.SERIES_NUMBER, 1)
                .decimals(Tag.SLICE_THICKNESS, 1)
                .decimals(Tag.IMAGE_POSITION_PATIENT, 0, 0, k)
                .decimals(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                .decimals(Tag.PIXEL_SPACING, 0.9, 0.9)
                .whole(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .whole(Tag.ROWS, SIZE.j())
                .whole(Tag.COLUMNS, SIZE.i())
                .whole(Tag.BITS_ALLOCATED, Short.SIZE)
                .whole(Tag.BITS_STORED, 12)
                .whole(Tag.HIGH_BIT, 11)
                .whole(Tag.PIXEL_REPRESENTATION, 0)
                .decimals(Tag.RESCALE_INTERCEPT, -1024)
                .decimals(Tag.RESCALE_SLOPE, 1);
        try (OutputStream out = Files.newOutputStream(file)) {
            new NewDicomFile("1.2.840.10008.5.1.4.1.1.2", data, pixels).write("2.25." + (10 + k), out);
        }
    }

    /// The verbs of tables, and a study that is asked for twice: the second time it only finds that it is finished.
    private static void statistics(Path folder, PrintWriter nowhere) throws IOException {
        String table = Files.writeString(folder.resolve("table.csv"), table()).toString();
        String settings = Files.writeString(folder.resolve("study.yaml"), "classifiers: [svm]\ncrossfit: 0\nlasso: {folds: 3}\ngrid_folds: 2\n").toString();
        String run = folder.resolve("run").toString();
        Main.run(nowhere, nowhere, "evaluate", table, "--outcome", "outcome", "--models", "p");
        Main.run(nowhere, nowhere, "evaluate", "--table1", table, "--by", "outcome", "--variables", "age,sex");
        Main.run(nowhere, nowhere, "select", table, "--outcome", "outcome", "--features", "f,g");
        Main.run(nowhere, nowhere, "nomogram", table, "--outcome", "outcome", "--terms", "age,f");
        Main.run(nowhere, nowhere, "study", table, "--config", settings, "-o", run);
        Main.run(nowhere, nowhere, "study", table, "--config", settings, "-o", run);
        Main.run(nowhere, nowhere, "predict", run, table);
    }

    private static String table() {
        StringBuilder table = new StringBuilder("case_id,outcome,age,sex,f,g,p\n");
        for (int row = 0; row < CASES; row++) {
            int outcome = row % 2;
            int drawn = row * 37 % 41;
            table.append("c").append(row).append(',').append(outcome).append(',').append(50 + drawn).append(',')
                    .append(row % 3 == 0 ? 'F' : 'M').append(',').append(drawn + 15 * outcome).append(',').append(row * 17 % 43).append(',')
                    .append((drawn + 20 * outcome) / 100.0).append('\n');
        }
        return table.toString();
    }
}
