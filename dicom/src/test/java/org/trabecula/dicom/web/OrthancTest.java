package org.trabecula.dicom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.Progress;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.DicomSource;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.dicom.segmentation.NewSegment;
import org.trabecula.dicom.segmentation.PatientCopy;
import org.trabecula.dicom.segmentation.SegmentationWriter;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Placement;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Reference;

/// A real PACS: Orthanc with its DICOMweb plugin. Skipped where it is not installed.
@org.junit.jupiter.api.Tag("slow") // dataset.Tag is the other one
class OrthancTest {
    private static final ImageFormats FORMATS = StandardFormats.ALL.with(new DicomFormat());
    private static final int IMAGES = 12;

    @TempDir
    Path folder;

    /// A made CT series of 12 images, written by pydicom.
    private static Path series() {
        return Reference.core("dicom/ct-series/base");
    }

    private static List<Path> images() throws IOException {
        try (Stream<Path> all = Files.list(series())) {
            return all.filter(file -> !file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static DataSet header(Path file) throws IOException {
        return DicomFile.open(DicomSource.of(file)).orRefuse().data();
    }

    @Test
    void aSeriesIsFoundRetrievedAndGivenItsSegmentation() throws Exception {
        try (RunningOrthanc orthanc = RunningOrthanc.in(folder.resolve("orthanc")); Pacs pacs = orthanc.pacs(RunningOrthanc.LOGIN)) {
            assertThat(pacs.ctSeries(Optional.empty()).series()).isEmpty();
            for (Path image : images()) {
                pacs.store(image);
            }
            PacsSeries found = found(pacs);
            ImageFile retrieved = FORMATS.open(retrieved(pacs, found, "retrieved"));
            ImageFile original = FORMATS.open(series());
            assertThat(retrieved.grid()).isEqualTo(original.grid());
            assertSameVoxels(retrieved.read(), original.read());

            Mask mask = speckled(retrieved);
            Path sent = folder.resolve("sent.dcm");
            SegmentationWriter.on(retrieved, PatientCopy.KEPT).write(List.of(new NewSegment("L3", "", mask)), sent);
            pacs.store(sent);
            PacsSeries ofMask = new PacsSeries(
                    found.studyUid(), header(sent).uid(Tag.SERIES_INSTANCE_UID).orElseThrow(), Optional.empty(), "", "SEG",
                    OptionalInt.of(1));
            Path back = retrieved(pacs, ofMask, "mask").resolve("00001.dcm");
            assertThat(Files.readAllBytes(back)).isEqualTo(Files.readAllBytes(sent));
            LabelFile labels = FORMATS.labels(back, Placement.STATED, original);
            assertThat(labels.mask(labels.label("L3")).voxelCount()).isEqualTo(mask.voxelCount());
            assertThat(pacs.ctSeries(Optional.empty()).series()).hasSize(1); // the segmentation is no CT series

            assertRefusals(orthanc, pacs, found);
        }
    }

    /// What pydicom wrote into the series: see expected.json beside it.
    private static PacsSeries found(Pacs pacs) throws IOException {
        List<PacsSeries> found = pacs.ctSeries(Optional.of(LocalDate.of(2020, 1, 1))).series();
        DataSet header = header(images().getFirst());
        assertThat(found).containsExactly(new PacsSeries(
                header.uid(Tag.STUDY_INSTANCE_UID).orElseThrow(),
                header.uid(Tag.SERIES_INSTANCE_UID).orElseThrow(), Optional.of(LocalDate.of(2020, 1, 1)), "base", "CT",
                OptionalInt.of(IMAGES)));
        assertThat(pacs.ctSeries(Optional.of(LocalDate.of(2020, 1, 2))).series()).isEmpty();
        return found.getFirst();
    }

    private Path retrieved(Pacs pacs, PacsSeries series, String name) throws IOException {
        Path into = Files.createDirectory(folder.resolve(name));
        assertThat(pacs.retrieve(series, into, Progress.NONE)).isEqualTo(series.images().orElseThrow());
        return into;
    }

    private static void assertSameVoxels(Volume found, Volume expected) {
        assertThat(found.voxels().length()).isEqualTo(expected.voxels().length());
        for (int n = 0; n < expected.voxels().length(); n++) {
            assertThat(found.voxels().at(n)).isEqualTo(expected.voxels().at(n));
        }
    }

    private static Mask speckled(ImageFile image) {
        boolean[] inside = new boolean[(int) image.grid().size().voxels()];
        for (int n = 0; n < inside.length; n += 7) {
            inside[n] = true;
        }
        return Mask.of(image.grid(), image.grid().wholeBox(), inside);
    }

    private void assertRefusals(RunningOrthanc orthanc, Pacs pacs, PacsSeries found) throws IOException {
        try (Pacs unknown = orthanc.pacs(new PacsLogin.Nobody()); Pacs wrong = orthanc.pacs(new PacsLogin.Password("reader", "other"))) {
            assertThatThrownBy(() -> unknown.ctSeries(Optional.empty())).hasMessageContaining("PAC-003");
            assertThatThrownBy(() -> wrong.store(images().getFirst())).hasMessageContaining("PAC-003");
        }
        PacsSeries absent = new PacsSeries(found.studyUid(), "1.2.3", Optional.empty(), "", "CT", OptionalInt.empty());
        Path nowhere = Files.createDirectory(folder.resolve("nowhere"));
        assertThatThrownBy(() -> pacs.retrieve(absent, nowhere, Progress.NONE)).hasMessageContaining("PAC-004");
        PacsSeries longer = new PacsSeries(found.studyUid(), found.seriesUid(), Optional.empty(), "", "CT", OptionalInt.of(IMAGES + 1));
        assertThatThrownBy(() -> pacs.retrieve(longer, nowhere, Progress.NONE)).hasMessageContaining("PAC-005");
        assertThat(nowhere).isEmptyDirectory();
    }
}
