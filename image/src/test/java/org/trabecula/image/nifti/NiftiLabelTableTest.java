package org.trabecula.image.nifti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.formats.StandardFormats;

/// Names behind the header, as TotalSegmentator writes them into a multi-label map and Connectome Workbench into its own.
class NiftiLabelTableTest {
    @TempDir
    Path folder;

    @Test
    void namesItsLabels() throws IOException {
        LabelFile labels = labels("<?xml version=\"1.0\"?> <CaretExtension><VolumeInformation Index=\"0\"><LabelTable>"
                + "<Label Key=\"3\" Red=\"1\" Green=\"0\" Blue=\"0\" Alpha=\"1\"><![CDATA[vertebrae_L3]]></Label>"
                + "<Label Red=\"1\" Key=\"4\">vertebrae_L2</Label>"
                + "<Label Key=\"0\"><![CDATA[???]]></Label><Label Key=\"9999999999\"><![CDATA[x]]></Label>"
                + "</LabelTable></VolumeInformation></CaretExtension>");
        assertThat(labels.labels()).extracting(Label::text)
                .startsWith("1", "2", "vertebrae_L3 (3)", "vertebrae_L2 (4)", "5")
                .hasSize(11);
        assertThat(labels.label("vertebrae_L3").number()).isEqualTo(3);
        assertThat(labels.label("4").number()).isEqualTo(4);
    }

    @Test
    void anotherExtensionNamesNothing() throws IOException {
        for (String text : new String[] {"", "comment", "<Label Key=\"3\">no table</Label>", "<LabelTable><Label Key=\"3\""}) {
            assertThat(labels(text).labels()).extracting(Label::text).startsWith("1", "2", "3");
        }
    }

    private LabelFile labels(String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        int length = (8 + content.length + 15) / 16 * 16;
        ByteBuffer header = ByteBuffer.wrap(new NiftiBytes().straight().voxOffset(352 + length).header())
                .order(ByteOrder.LITTLE_ENDIAN);
        header.put(348, (byte) 1);
        ByteBuffer extension = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        extension.putInt(length).putInt(0).put(content);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(header.array());
        whole.writeBytes(extension.array());
        whole.writeBytes(NiftiBytes.voxels());
        return StandardFormats.ALL.labels(Files.write(folder.resolve("mask.nii"), whole.toByteArray()));
    }
}
