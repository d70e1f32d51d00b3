package org.trabecula.dicom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.dicom.report.ContentItem.Relation;
import org.trabecula.dicom.report.ContentItem.Value;
import org.trabecula.dicom.segmentation.PatientCopy;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Reference;

/// What other programs say of reports and pictures that were written; skipped where they are missing (Debian's dicom3tools and dcmtk).
class ReportForOthersTest {
    private static final LocalDateTime MADE = LocalDateTime.of(2026, 3, 1, 14, 5, 9);

    @TempDir
    Path folder;

    private ReportWriter writer(PatientCopy patient) throws IOException {
        return ReportWriter.of(StandardFormats.ALL.with(new DicomFormat()).open(Reference.core("dicom/ct-series/base")), patient, MADE);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static void assumeInstalled(String program) {
        assumeTrue(
                List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream().anyMatch(place -> Files.isExecutable(Path.of(place, program))),
                program + " is not installed");
    }

    /// One item of each kind.
    private static ContentItem tree(ReportWriter writer) {
        Concept finding = Concept.dicom("121071", "Finding");
        List<ContentItem> below = new ArrayList<>();
        below.add(ContentItem.of(Relation.HAS_CONCEPT_MOD, Concept.dicom("121049", "Language of Content Item and Descendants"),
                new Value.Code(new Concept("eng", "RFC5646", "English"))));
        below.add(ContentItem.of(Relation.HAS_OBS_CONTEXT, Concept.dicom("121012", "Device Observer UID"), new Value.Uid("2.25.7")));
        below.add(ContentItem.of(Relation.CONTAINS, finding, new Value.Text("Größe über α: <nothing> \\ else")));
        below.add(ContentItem.of(Relation.CONTAINS, Concept.own("PROBABILITY", "Probability"), new Value.Ratio(0.123456789012345678)).with(List.of(
                ContentItem.of(Relation.HAS_PROPERTIES, Concept.own("LOWER", "Lower end"), new Value.Ratio(1e-9)))));
        List<ContentItem> images = writer.slices(List.of(0, 3, 11)).stream().map(ContentItem::image).toList();
        below.add(ContentItem.of(Relation.CONTAINS, Concept.dicom("111028", "Image Library"), new Value.Container()).with(images));
        return new ContentItem(Relation.CONTAINS, Optional.of(Concept.dicom("126000", "Imaging Measurement Report")), new Value.Container(), below);
    }

    private List<Path> written() throws IOException {
        List<Path> files = new ArrayList<>();
        for (PatientCopy patient : PatientCopy.values()) {
            ReportWriter writer = writer(patient);
            files.add(folder.resolve(patient + "-sr.dcm"));
            writer.document("report", tree(writer), files.getLast(), new ArrayList<>());
            files.add(folder.resolve(patient + "-sc.dcm"));
            writer.picture("picture", "five by three", 5, 3, new byte[45], files.getLast(), new ArrayList<>());
        }
        return files;
    }

    @Test
    void dciodvfyFindsNoError() throws IOException, InterruptedException {
        assumeInstalled("dciodvfy");
        for (Path file : written()) {
            assertThat(run("dciodvfy", "-new", file.toString())).as(file.toString())
                    .contains(file.toString().contains("-sr") ? "EnhancedSR" : "SCImage").doesNotContain("Error");
        }
    }

    @Test
    void dcmtkReadsTheTree() throws IOException, InterruptedException {
        assumeInstalled("dsrdump");
        String said = run("dsrdump", "+Pl", written().getLast().resolveSibling("KEPT-sr.dcm").toString());
        assertThat(said).doesNotContain("\nE: ").doesNotStartWith("E: ").contains(
                "Test^Synthetic", "2026-03-01 14:05:09", "<contains TEXT:(,,\"Finding\")=\"Größe über α: <nothing> \\ else\">",
                "<has properties NUM:(,,\"Lower end\")=\"0.000000001\" (1,UCUM,\"no units\")>", "<contains IMAGE:=(CT image");
    }

    /// Nothing but the contents is in the bytes; another time is another object.
    @Test
    void theSameContentsGiveTheSameBytesAndUids() throws IOException {
        ReportWriter writer = writer(PatientCopy.KEPT);
        ObjectReference first = writer.document("report", tree(writer), folder.resolve("a"), new ArrayList<>());
        ObjectReference again = writer.document("report", tree(writer), folder.resolve("b"), new ArrayList<>());
        assertThat(Files.mismatch(folder.resolve("a"), folder.resolve("b"))).isEqualTo(-1);
        assertThat(again).isEqualTo(first);
        ReportWriter later = new ReportWriter(writer.image(), PatientCopy.KEPT, MADE.plusSeconds(1));
        assertThat(later.document("report", tree(later), folder.resolve("c"), new ArrayList<>()).instance()).isNotEqualTo(first.instance());
    }
}
