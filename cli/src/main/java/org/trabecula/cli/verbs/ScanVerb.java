package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FileOutput;
import org.trabecula.cli.frame.Verb;
import org.trabecula.cohort.Sex;
import org.trabecula.core.Shown;
import org.trabecula.extraction.scan.FolderScan;
import org.trabecula.extraction.scan.FoundImage;
import org.trabecula.extraction.scan.FoundMask;
import org.trabecula.extraction.scan.Left;
import org.trabecula.extraction.scan.ManifestProposal;
import org.trabecula.table.TextTableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `scan`.
@Command(
        name = "scan",
        addMethodSubcommands = false,
        header = "Find series and masks in a folder, and propose a manifest.",
        description = {
            "",
            "Reads every header below a folder, as a PACS or a reader left it: DICOM series (folders, zip",
            "archives), NIfTI and NRRD; DICOM segmentations, contours (RTSTRUCT) and label maps. A mask goes to",
            "the image that it names, else to the one on whose voxels it lies, never by the order of names. One",
            "row a vertebra is written; outcomes are yours to fill in. What is no row is listed with its reason.",
            "",
            "Patients are called P-001, P-002, …: no name, number or date of a patient is written anywhere,",
            "unless --pseudonyms asks for the list of who is who. File names are written as they are.",
            ""
        },
        footer = {
            "",
            "Example:  trabecula scan export -o cases.csv",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 the folder was refused, 4 something was left out that should be looked at."
        })
public final class ScanVerb extends Verb {
    private static final List<String> COLUMNS =
            List.of("case_id", "patient_id", "image", "mask", "label", "outcome", "age", "sex", "level");
    /// So that the answer fits a screen.
    private static final int MOST_LINES = 12;

    @Parameters(paramLabel = "FOLDER", description = "What was exported; folders and archives in it are read too.")
    @Nullable Path folder;

    @Mixin
    FileOutput output = new FileOutput("The manifest to write.", List.of(".csv"));

    @Option(names = "--pseudonyms", paramLabel = "FILE", description = "Also write who is who: patient_id and the Patient ID of the files.")
    @Nullable Path pseudonyms;

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    /// What `--json` prints.
    record Document(String manifest, int rows, int patients, List<Image> images, List<Mask> masks, List<NotUsed> left, List<String> notes) {}

    record Image(String path, String title, List<String> notes) {}

    /// @param image null where it could not be paired
    record Mask(String path, @Nullable String image, String why, int regions, int rows) {}

    record NotUsed(String path, String kind, boolean problem, String why) {}

    @Override
    public Integer call() throws IOException {
        Path searched = required(folder, "a folder");
        output.check(List.of(searched));
        if (pseudonyms != null) {
            output.checkAlso(pseudonyms, List.of(searched, output.required()));
        }
        FolderScan.Found found = FolderScan.of(searched, ReadFormats.ALL, ReadFormats.DICOM.codecs(), progress());
        Path manifest = output.required();
        List<ManifestProposal.Row> rows = found.proposal().rows();
        TextTableFile.write(manifest, COLUMNS, rows.stream().map(row -> cells(row, manifest)).toList());
        if (pseudonyms != null) {
            TextTableFile.write(pseudonyms, List.of("patient_id", "stands_for"), found.proposal().pseudonyms().entrySet().stream()
                    .map(one -> List.of(one.getValue(), one.getKey()))
                    .toList());
        }
        if (json) {
            out().println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document(found, manifest, searched)));
        } else {
            print(found, manifest, searched);
        }
        return found.hasProblems() ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }

    private static List<String> cells(ManifestProposal.Row row, Path manifest) {
        return List.of(
                row.caseId(), row.patientId(), beside(row.image(), manifest), beside(row.mask(), manifest), row.label(), "",
                row.ageYears().isPresent() ? Integer.toString(row.ageYears().getAsInt()) : "",
                row.sex().map(sex -> sex == Sex.FEMALE ? "F" : "M").orElse(""), row.level().orElse(""));
    }

    /// As a manifest names a file: from its own folder, where that is possible.
    private static String beside(Path file, Path manifest) {
        Path base = manifest.toAbsolutePath().normalize().getParent();
        Path whole = file.toAbsolutePath().normalize();
        try {
            String relative = base == null ? whole.toString() : base.relativize(whole).toString();
            return relative.isEmpty() ? "." : relative;
        } catch (IllegalArgumentException e) { // on another drive
            return whole.toString();
        }
    }

    private Document document(FolderScan.Found found, Path manifest, Path searched) {
        return new Document(
                manifest.toString(), found.proposal().rows().size(), patients(found),
                found.images().stream().map(one -> new Image(within(one.path(), searched), one.title(), one.notes())).toList(),
                found.masks().stream()
                        .map(one -> new Mask(
                                within(one.path(), searched), one.image().map(image -> within(image.path(), searched)).orElse(null), one.why(),
                                one.regions().size(), rows(found, one)))
                        .toList(),
                found.left().stream()
                        .map(one -> new NotUsed(within(one.path(), searched), one.kind().words(), one.kind().isProblem(), one.why()))
                        .toList(),
                found.notes());
    }

    private static int patients(FolderScan.Found found) {
        return (int) found.proposal().rows().stream().map(ManifestProposal.Row::patientId).distinct().count();
    }

    private static int rows(FolderScan.Found found, FoundMask mask) {
        return (int) found.proposal().rows().stream().filter(row -> row.mask().equals(mask.path())).count();
    }

    private void print(FolderScan.Found found, Path manifest, Path searched) {
        List<ManifestProposal.Row> rows = found.proposal().rows();
        out().println(manifest + ": " + Shown.count(rows.size(), "row") + " of " + Shown.count(patients(found), "patient") + "; "
                + Shown.count(found.images().size(), "image") + " and " + Shown.count(found.masks().size(), "mask") + " found");
        list("images", found.images().stream().map(one -> line(one, searched)).toList());
        list("masks", found.masks().stream()
                .filter(one -> one.image().isPresent())
                .map(one -> within(one.path(), searched) + " on " + within(one.image().orElseThrow().path(), searched) + ": "
                        + Shown.count(rows(found, one), "row") + " of " + Shown.count(one.regions().size(), "region") + ", " + one.why())
                .toList());
        Map<Left.Kind, List<Left>> kinds = found.left().stream().collect(Collectors.groupingBy(Left::kind, LinkedHashMap::new, Collectors.toList()));
        kinds.forEach((kind, some) -> {
            if (kind.isProblem()) {
                list(kind.words(), some.stream().map(one -> within(one.path(), searched) + ": " + one.why()).toList());
            } else {
                list(kind.words(), byReason(some, searched));
            }
        });
        list("noted", found.notes());
        long guessed = found.images().stream().filter(one -> !one.person().stated()).count();
        if (guessed > 0 && !rows.isEmpty()) {
            out().println(Shown.count(guessed, "image") + " without a Patient ID: who they are of was guessed from folders; correct patient_id, by which a study keeps patients together");
        }
        if (!rows.isEmpty()) {
            out().println("next: fill in outcome, remove rows that are no fractures, then trabecula check " + manifest);
        }
    }

    private static String line(FoundImage one, Path searched) {
        return within(one.path(), searched) + ": " + one.title() + (one.notes().isEmpty() ? "" : " (" + String.join("; ", one.notes()) + ")");
    }

    private static List<String> byReason(List<Left> some, Path searched) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        some.forEach(one -> reasons.computeIfAbsent(one.why(), _ -> new ArrayList<>()).add(within(one.path(), searched)));
        return reasons.entrySet().stream()
                .map(reason -> reason.getKey() + ": " + reason.getValue().stream().limit(MOST_LINES).collect(Collectors.joining(", "))
                        + (reason.getValue().size() > MOST_LINES ? " and " + (reason.getValue().size() - MOST_LINES) + " more" : ""))
                .toList();
    }

    private void list(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out().println(title);
        lines.stream().limit(MOST_LINES).forEach(line -> out().println("  " + line));
        if (lines.size() > MOST_LINES) {
            out().println("  and " + (lines.size() - MOST_LINES) + " more (--json lists all)");
        }
    }

    private static String within(Path file, Path searched) {
        boolean below = file.startsWith(searched) && !file.equals(searched);
        return below ? searched.relativize(file).toString() : file.toString();
    }
}
