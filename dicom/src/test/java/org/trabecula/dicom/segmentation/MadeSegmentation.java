package org.trabecula.dicom.segmentation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.dicom.dataset.MadeFile;

/// A segmentation of 4 × 3 pixels of 1 mm, sound unless it is changed: two frames of segment 1, 2 mm apart.
final class MadeSegmentation {
    String kind = "BINARY";
    String photometric = "MONOCHROME2";
    String frameCount = "2";
    int bits = 1;
    int rows = 3;
    int columns = 4;
    int most = -1;
    String spacing = "2";
    String thickness = "";
    List<Integer> declared = new ArrayList<>(List.of(1));
    List<Integer> segmentOf = new ArrayList<>(List.of(1, 1));
    List<String> positions = new ArrayList<>(List.of("0\\0\\0", "0\\0\\2"));
    String orientation = "1\\0\\0\\0\\1\\0";
    /// Stored values, frame by frame.
    int[] pixels = {0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, /**/ 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1};
    String frameOfReference = "";
    String series = "";

    Path write(Path folder) throws IOException {
        List<MadeFile> segments = declared.stream()
                .map(n -> new MadeFile().shorts(0x0062_0004, n).element(0x0062_0005, "LO", "segment " + n))
                .toList();
        List<MadeFile> frames = new ArrayList<>();
        for (int frame = 0; frame < positions.size(); frame++) {
            MadeFile one = new MadeFile()
                    .sequence(0x0020_9113, List.of(new MadeFile().element(0x0020_0032, "DS", positions.get(frame))));
            frames.add(frame < segmentOf.size()
                    ? one.sequence(0x0062_000A, List.of(new MadeFile().shorts(0x0062_000B, segmentOf.get(frame))))
                    : one);
        }
        MadeFile measures = new MadeFile().element(0x0018_0050, "DS", thickness).element(0x0018_0088, "DS", spacing).element(0x0028_0030, "DS", "1\\1");
        MadeFile file = new MadeFile().element(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.66.4").element(0x0008_0060, "CS", "SEG");
        if (!series.isEmpty()) {
            file.sequence(0x0008_1115, List.of(new MadeFile().element(0x0020_000E, "UI", series)));
        }
        file.element(0x0020_0052, "UI", frameOfReference)
                .shorts(0x0028_0002, 1)
                .element(0x0028_0004, "CS", photometric)
                .element(0x0028_0008, "IS", frameCount)
                .shorts(0x0028_0010, rows)
                .shorts(0x0028_0011, columns)
                .shorts(0x0028_0100, bits)
                .shorts(0x0028_0101, bits)
                .shorts(0x0028_0102, bits - 1)
                .shorts(0x0028_0103, 0)
                .element(0x0062_0001, "CS", kind)
                .sequence(0x0062_0002, segments);
        if (most >= 0) {
            file.shorts(0x0062_000E, most);
        }
        file.sequence(0x5200_9229, List.of(new MadeFile()
                        .sequence(0x0020_9116, List.of(new MadeFile().element(0x0020_0037, "DS", orientation)))
                        .sequence(0x0028_9110, List.of(measures))))
                .sequence(0x5200_9230, frames)
                .element(0x7FE0_0010, "OB", packed());
        return Files.write(folder.resolve("seg.dcm"), file.toBytes());
    }

    private byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (bits > 1) {
            for (int value : pixels) {
                bytes.write(value);
            }
        } else {
            byte[] packed = new byte[Math.ceilDiv(pixels.length, 8)];
            for (int n = 0; n < pixels.length; n++) {
                packed[n >> 3] |= (byte) (pixels[n] << (n & 7));
            }
            bytes.writeBytes(packed);
        }
        return bytes.toByteArray();
    }
}
