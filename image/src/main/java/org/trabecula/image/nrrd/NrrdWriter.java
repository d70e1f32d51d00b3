package org.trabecula.image.nrrd;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.trabecula.core.AtomicFile;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mat3;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;
import org.trabecula.image.stored.VoxelOutput;

/// Writes attached NRRD files in LPS, little endian. Numbers are written so that they read back to the same double.
public final class NrrdWriter {
    private NrrdWriter() {}

    /// How the voxels are stored.
    public enum Encoding {
        RAW,
        GZIP
    }

    /// Writes the held voxels on the grid cropped to them, in the volume's own type.
    public static void write(Volume volume, Path file, Encoding encoding) throws IOException {
        write(volume, file, encoding, Map.of());
    }

    /// @param keyValues notes of one's own, written as `key:=value` in the map's order
    public static void write(Volume volume, Path file, Encoding encoding, Map<String, String> keyValues) throws IOException {
        Grid grid = volume.grid().cropped(volume.held());
        write(header(grid, volume.type(), encoding, keyValues), file, encoding, out -> VoxelOutput.write(volume, out));
    }

    /// Writes an image while it is read, as [#write(Volume, Path, Encoding)] writes all of it.
    ///
    /// @param seen looks at each slice too
    public static void write(ImageFile image, Path file, Encoding encoding, ImageFile.SliceVisitor seen) throws IOException {
        write(header(image.grid(), image.type(), encoding, Map.of()), file, encoding,
                out -> new VoxelOutput(out, image.type()).add(image, seen));
    }

    private static void write(String headerText, Path file, Encoding encoding, AtomicFile.Content voxels) throws IOException {
        byte[] header = headerText.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, raw -> {
            raw.write(header);
            try (OutputStream out = encoding == Encoding.GZIP ? VoxelOutput.gzip(raw) : raw) {
                voxels.writeTo(out);
            }
        });
    }

    private static String header(Grid grid, VoxelType type, Encoding encoding, Map<String, String> keyValues) {
        StringBuilder text = new StringBuilder("NRRD0004\n")
                .append("type: ").append(NrrdTypes.nameOf(type)).append('\n')
                .append("dimension: 3\n")
                .append("space: left-posterior-superior\n")
                .append("sizes: ").append(grid.size().i()).append(' ').append(grid.size().j()).append(' ')
                .append(grid.size().k()).append('\n')
                .append("space directions:");
        Mat3 d = grid.direction();
        for (int axis = 0; axis < 3; axis++) {
            double mm = grid.spacing().along(axis);
            text.append(' ').append(vector(d.at(0, axis) * mm, d.at(1, axis) * mm, d.at(2, axis) * mm));
        }
        text.append("\nkinds: domain domain domain\n");
        if (type.bytes() > 1) {
            text.append("endian: little\n");
        }
        text.append("encoding: ").append(encoding == Encoding.GZIP ? "gzip" : "raw").append('\n')
                .append("space origin: ")
                .append(vector(grid.originMm().x(), grid.originMm().y(), grid.originMm().z()))
                .append('\n');
        keyValues.forEach((key, value) -> text.append(escaped(key)).append(":=").append(escaped(value)).append('\n'));
        return text.append('\n').toString();
    }

    private static String vector(double x, double y, double z) {
        return "(" + number(x) + "," + number(y) + "," + number(z) + ")";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
