package org.trabecula.dicom.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trabecula.dicom.dataset.MadeFile;

/// A CT series of 7 × 5 pixels of 0.5 × 0.75 mm, written slice by slice in falling order, oblique; made here.
public final class MadeSeries {
    public String patient = "Test^Synthetic";
    public String modality = "CT";
    public String kernel = "B60s";
    public String thickness = "1.25";
    public double distance = 1.5;
    public String uid = "2.25.7";
    public String frameOfReference = "4";
    public int slices = 6;

    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int k = 0; k < slices; k++) {
            double along = distance * k; // the normal of the two directions is (0, -0.6, 0.8)
            MadeFile file = new MadeFile()
                    .element(0x0008_0008, "CS", "ORIGINAL\\PRIMARY\\AXIAL")
                    .element(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                    .element(0x0008_0018, "UI", uid + ".1." + (k + 1))
                    .element(0x0008_0020, "DA", "20200102")
                    .element(0x0008_0060, "CS", modality)
                    .element(0x0010_0010, "PN", patient)
                    .element(0x0010_0020, "LO", "4711")
                    .element(0x0018_0050, "DS", thickness)
                    .element(0x0018_1210, "SH", kernel)
                    .element(0x0020_000D, "UI", uid + ".2")
                    .element(0x0020_000E, "UI", uid + ".3")
                    .element(0x0020_0032, "DS", "-10\\" + (5 - 0.6 * along) + "\\" + (20 + 0.8 * along))
                    .element(0x0020_0037, "DS", "1\\0\\0\\0\\0.8\\0.6")
                    .element(0x0020_0052, "UI", uid + "." + frameOfReference)
                    .shorts(0x0028_0002, 1)
                    .element(0x0028_0004, "CS", "MONOCHROME2")
                    .shorts(0x0028_0010, 5)
                    .shorts(0x0028_0011, 7)
                    .element(0x0028_0030, "DS", "0.75\\0.5")
                    .shorts(0x0028_0100, 16)
                    .shorts(0x0028_0101, 16)
                    .shorts(0x0028_0102, 15)
                    .shorts(0x0028_0103, 1)
                    .element(0x0028_1052, "DS", "-1024")
                    .element(0x0028_1053, "DS", "1")
                    .element(0x7FE0_0010, "OW", new byte[5 * 7 * 2]);
            Files.write(folder.resolve(String.format("%03d.dcm", slices - k)), file.toBytes());
        }
        return folder;
    }
}
