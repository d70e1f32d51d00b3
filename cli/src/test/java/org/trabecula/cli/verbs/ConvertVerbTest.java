package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.Main;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The verb as typed: what it writes, prints and refuses.
class ConvertVerbTest {
    private static final Path DATA = Reference.core("nifti-nrrd");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void niftiBecomesNrrdWithTheSameGridAndVoxels() throws IOException {
        Path in = DATA.resolve("nifti/oblique-both.nii");
        Path to = folder.resolve("oblique.nrrd");
        assertThat(run("convert", in.toString(), "-o", to.toString())).isZero();
        assertThat(StandardFormats.ALL.open(to).read().toDoubles()).isEqualTo(StandardFormats.ALL.open(in).read().toDoubles());
        assertThat(StandardFormats.ALL.open(to).grid().size()).isEqualTo(StandardFormats.ALL.open(in).grid().size());
        assertThat(out.toString().strip()).isEqualTo(to.toString());
    }

    @Test
    void geometryIsPrintedAsOneDocument() {
        Path in = DATA.resolve("nrrd/space-ras.nrrd");
        assertThat(run("convert", in.toString(), "-o", folder.resolve("a.nii.gz").toString(), "--json")).isZero();
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.get("spacing_mm").get(2).asDouble()).isEqualTo(2.5);
        assertThat(document.get("origin_lps_mm").get(0).asDouble()).isEqualTo(-20);
        assertThat(document.get("axes_run_to").asString()).isEqualTo("LAS");
        assertThat(document.get("type").asString()).isEqualTo("int16");
    }

    @Test
    void nothingIsOverwrittenUnasked() throws IOException {
        Path in = DATA.resolve("nifti/int16-le.nii");
        Path to = Files.writeString(folder.resolve("kept.nii"), "precious");
        assertThat(run("convert", in.toString(), "-o", to.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("CLI-002");
        assertThat(to).hasContent("precious");
        assertThat(run("convert", in.toString(), "-o", to.toString(), "--force")).isZero();
        assertThat(StandardFormats.ALL.open(to).read().at(1, 2, 1)).isEqualTo(21);
    }

    @Test
    void aSegmentIsTakenOutByItsName() throws IOException {
        Path in = DATA.resolve("seg/binary-3seg-overlap.seg.nrrd");
        Path to = folder.resolve("lesion.nii.gz");
        assertThat(run("convert", in.toString(), "-o", to.toString(), "--label", "lesion")).isZero();
        assertThat(StandardFormats.ALL.labels(to).onlyLabel().voxelCount()).isEqualTo(1031);
    }

    /// A label map holds one label a voxel: regions that overlap are refused by name, others stand in it by their numbers.
    @Test
    void allLabelsBecomeOneMapUnlessTheyOverlap() throws IOException {
        Path segments = DATA.resolve("seg/binary-3seg-overlap.seg.nrrd");
        Path lesion = folder.resolve("lesion.nii.gz");
        assertThat(run("convert", segments.toString(), "-o", lesion.toString(), "--label", "lesion")).isZero();
        Path map = folder.resolve("map.nii.gz");
        assertThat(run("convert", segments.toString(), "--reference", lesion.toString(), "-o", map.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("MSK-006", "overlap", "lesion");
        assertThat(map).doesNotExist();
        assertThat(run("convert", lesion.toString(), "--reference", lesion.toString(), "-o", map.toString())).isZero();
        assertThat(StandardFormats.ALL.labels(map).onlyLabel().voxelCount()).isEqualTo(1031);
        assertThat(StandardFormats.ALL.open(map).grid()).isEqualTo(StandardFormats.ALL.open(lesion).grid());
    }

    @Test
    void aPlaceIsAssumedOnlyWhenAsked() {
        String in = DATA.resolve("nifti/neither-form.nii").toString();
        String to = folder.resolve("placed.nii").toString();
        assertThat(run("convert", in, "-o", to)).isEqualTo(3);
        assertThat(err.toString()).contains("GEO-005", "--assume-lps");
        assertThat(run("convert", in, "-o", to, "--assume-lps")).isZero();
        assertThat(err.toString()).contains("as asked");
    }

    @Test
    void aFolderWithoutASeriesIsRefused() {
        assertThat(run("convert", folder.toString(), "-o", folder.resolve("a.nii").toString())).isEqualTo(3);
        assertThat(err.toString()).contains("DCM-007", "0 DICOM files");
    }

    @Test
    void withoutAnOutputItIsWrongUsage() {
        assertThat(run("convert", DATA.resolve("nifti/int16-le.nii").toString())).isEqualTo(2);
    }

    @Test
    void labelsBecomeADicomSegmentationAndComeBack() throws IOException {
        var reference = Reference.whole("dicom");
        assumeTrue(reference.isPresent(), "../shared/reference is not present");
        String ct = reference.get().resolve("ct-series/ts-spine-20/dicom").toString();
        String labels = reference.get().resolve("ct-series/ts-spine-20/labels-totalsegmentator-v2.nii.gz").toString();
        Path seg = folder.resolve("seg.dcm");
        assertThat(run("convert", labels, "--reference", ct, "-o", seg.toString(), "--json")).isZero();
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.get("segments")).hasSize(31);
        assertThat(document.get("segments").get(6).get("label").asString()).isEqualTo("vertebrae_T12");
        Path back = folder.resolve("back.nii");
        Path direct = folder.resolve("direct.nii");
        assertThat(run("convert", seg.toString(), "--label", "T12", "--reference", ct, "-o", back.toString())).isZero();
        assertThat(run("convert", labels, "--label", "T12", "--reference", ct, "-o", direct.toString())).isZero();
        assertThat(back).hasSameBinaryContentAs(direct);
        assertThat(run("convert", back.toString(), "--fractional", "--reference", ct, "-o", folder.resolve("map.dcm").toString())).isZero();
    }

    @Test
    void aSegmentationNeedsItsSeriesAndItsFlagsNeedASegmentation() {
        String in = DATA.resolve("nifti/int16-le.nii").toString();
        String to = folder.resolve("seg.dcm").toString();
        assertThat(run("convert", in, "-o", to)).isEqualTo(2);
        assertThat(err.toString()).contains("--reference");
        assertThat(run("convert", in, "-o", folder.resolve("a.nii").toString(), "--keep-patient")).isEqualTo(2);
        assertThat(err.toString()).contains(".dcm");
        assertThat(run("convert", in, "--reference", in, "-o", to)).isEqualTo(3);
        assertThat(err.toString()).contains("DCM-017");
        assertThat(Path.of(to)).doesNotExist();
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
