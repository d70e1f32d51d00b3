package org.trabecula.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.InputException;
import org.trabecula.dicom.pixel.FrameCodecs;
import org.trabecula.image.ImageFile;

/// Files under one Series Instance UID that cannot be of one series.
class SeriesThatContradictsItselfTest {
    @TempDir
    Path folder;

    @Test
    void volumesOfTwoModalitiesAreListedAndNeitherIsTaken() throws IOException {
        write("CT", 6, "a");
        write("PT", 6, "b");
        assertThatThrownBy(this::open)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("DCM-006")
                .hasMessageContaining("CT, 6 oblique axial images")
                .hasMessageContaining("PT, 6 oblique axial images");
    }

    /// Its files come before those of the CT, which decided what the whole was.
    @Test
    void aStrayImageOfAnotherModalityIsLeftOutAndSaid() throws IOException {
        write("PT", 1, "a");
        write("CT", 6, "b");
        ImageFile image = open();
        assertThat(image.grid().size().k()).isEqualTo(6);
        assertThat(image.notes())
                .anyMatch(note -> note.contains("several modalities") && note.contains("only those of CT are taken, 6"))
                .noneMatch(note -> note.contains("no Hounsfield units"));
    }

    /// One modality is named: the file without one is of it.
    @Test
    void aFileWithoutModalityStaysWithTheOthers() throws IOException {
        write("CT", 6, "a");
        MadeSeries unnamed = new MadeSeries();
        unnamed.modality = "";
        Files.move(unnamed.write(folder.resolve("b")).resolve("003.dcm"), folder.resolve("a/003.dcm"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(DicomSeries.open(folder.resolve("a"), FrameCodecs.OWN).grid().size().k()).isEqualTo(6);
    }

    @Test
    void severalFramesOfReferenceAreSaid() throws IOException {
        write("CT", 6, "a");
        assertThat(open().notes()).noneMatch(note -> note.contains("frames of reference"));
        MadeSeries elsewhere = new MadeSeries();
        elsewhere.frameOfReference = "9";
        Path other = elsewhere.write(folder.resolveSibling(folder.getFileName() + "-other"));
        Files.move(other.resolve("003.dcm"), folder.resolve("a/003.dcm"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(open().notes()).anyMatch(note -> note.contains("2 frames of reference"));
    }

    private void write(String modality, int slices, String name) throws IOException {
        MadeSeries series = new MadeSeries();
        series.modality = modality;
        series.slices = slices;
        series.write(folder.resolve(name));
    }

    private ImageFile open() throws IOException {
        return DicomSeries.open(folder, FrameCodecs.OWN);
    }
}
