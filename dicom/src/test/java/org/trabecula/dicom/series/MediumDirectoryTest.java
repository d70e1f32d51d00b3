package org.trabecula.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.dicom.dataset.MadeFile;
import org.trabecula.dicom.pixel.FrameCodecs;

/// A directory made here that names more images than there are.
class MediumDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void seriesWithoutNumberAndDescriptionAreCountedApart() throws IOException {
        new MadeSeries().write(folder.resolve("dicom")); // 001.dcm … 006.dcm
        directory(List.of(
                record("SERIES"), image("DICOM\\001"), image("DICOM\\007"), image("DICOM\\008"),
                record("SERIES"), image("DICOM\\002"),
                record("SERIES").element(0x0020_0011, "IS", "4"), image("DICOM\\003"), image("DICOM\\009")));
        assertThat(DicomSeries.open(folder, FrameCodecs.OWN).notes())
                .anyMatch(note -> note.contains("3 images that are not there: DICOM/007, DICOM/008, DICOM/009")
                        && note.contains("(series without number: 1 of 3 images are there; series 4: 1 of 2 images are there)"));
    }

    @Test
    void imagesBeforeAnySeriesAreOfNone() throws IOException {
        new MadeSeries().write(folder.resolve("dicom"));
        directory(List.of(image("DICOM\\001"), image("DICOM\\009"), record("SERIES"), image("DICOM\\002")));
        assertThat(DicomSeries.open(folder, FrameCodecs.OWN).notes())
                .anyMatch(note -> note.contains("1 image that is not there: DICOM/009 (images of no series: 1 of 2 images are there)"));
    }

    @Test
    void aDirectoryOfWhatIsThereSaysNothing() throws IOException {
        new MadeSeries().write(folder.resolve("dicom"));
        directory(List.of(record("SERIES"), image("DICOM\\001"), image("DICOM\\002")));
        assertThat(DicomSeries.open(folder, FrameCodecs.OWN).notes()).noneMatch(note -> note.contains("not there"));
    }

    private static MadeFile record(String type) {
        return new MadeFile().element(0x0004_1430, "CS", type);
    }

    private static MadeFile image(String file) {
        return new MadeFile().element(0x0004_1430, "CS", "IMAGE").element(0x0004_1500, "CS", file);
    }

    private void directory(List<MadeFile> records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[128]);
        bytes.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(new MadeFile()
                .element(0x0002_0002, "UI", "1.2.840.10008.1.3.10\0")
                .element(0x0002_0010, "UI", "1.2.840.10008.1.2.1\0")
                .toBytes());
        bytes.writeBytes(new MadeFile().sequence(0x0004_1220, records).toBytes());
        Files.write(folder.resolve("DICOMDIR"), bytes.toByteArray());
    }
}
