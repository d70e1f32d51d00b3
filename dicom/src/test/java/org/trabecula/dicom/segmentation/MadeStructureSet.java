package org.trabecula.dicom.segmentation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.dicom.dataset.MadeFile;

/// A structure set, contour by contour.
final class MadeStructureSet {
    private final List<MadeFile> declared = new ArrayList<>();
    private final List<MadeFile> drawn = new ArrayList<>();

    MadeStructureSet roi(int number, String name) {
        declared.add(new MadeFile().element(0x3006_0022, "IS", Integer.toString(number)).element(0x3006_0026, "LO", name));
        return this;
    }

    /// @param contours of the region
    MadeStructureSet contours(int number, MadeFile... contours) {
        drawn.add(new MadeFile().sequence(0x3006_0040, List.of(contours)).element(0x3006_0084, "IS", Integer.toString(number)));
        return this;
    }

    /// @param count as the contour says
    static MadeFile contour(String type, int count, String data) {
        // beyond 64 KB only a representation with a long length can hold it
        return new MadeFile()
                .element(0x3006_0042, "CS", type)
                .element(0x3006_0046, "IS", Integer.toString(count))
                .element(0x3006_0050, data.length() > 65_000 ? "UN" : "DS", (data.length() % 2 == 0 ? data : data + " ").getBytes(StandardCharsets.US_ASCII));
    }

    static MadeFile closed(double z, double... xy) {
        StringBuilder data = new StringBuilder();
        for (int n = 0; n < xy.length; n += 2) {
            data.append(n == 0 ? "" : "\\").append(xy[n]).append('\\').append(xy[n + 1]).append('\\').append(z);
        }
        return contour("CLOSED_PLANAR", xy.length / 2, data.toString());
    }

    Path write(Path folder) throws IOException {
        MadeFile file = new MadeFile()
                .element(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.481.3")
                .element(0x0008_0060, "CS", "RTSTRUCT")
                .sequence(0x3006_0020, declared)
                .sequence(0x3006_0039, drawn);
        return Files.write(folder.resolve("rs.dcm"), file.toBytes());
    }
}
