package org.trabecula.radiomics.ibsi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

/// Just enough of NIfTI-1 for the IBSI's files: little endian, one volume, voxel axes taken as world axes.
public final class Nifti {
    private Nifti() {}

    public static Volume volume(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            Size size = new Size(bytes.getShort(42), bytes.getShort(44), bytes.getShort(46));
            Spacing spacing = new Spacing(
                    decimal(bytes.getFloat(80)), decimal(bytes.getFloat(84)), decimal(bytes.getFloat(88)));
            short type = bytes.getShort(70);
            double[] values = new double[Math.toIntExact(size.voxels())];
            int start = (int) bytes.getFloat(108);
            for (int v = 0; v < values.length; v++) {
                values[v] = switch (type) {
                    case 2 -> bytes.get(start + v) & 0xff;
                    case 4 -> bytes.getShort(start + 2 * v);
                    case 8 -> bytes.getInt(start + 4 * v);
                    case 16 -> bytes.getFloat(start + 4 * v);
                    case 64 -> bytes.getDouble(start + 8 * v);
                    default -> throw new IllegalArgumentException(file + " has data type " + type);
                };
            }
            return Volume.ofDoubles(Grid.axisAligned(size, spacing), values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Mask mask(Path file) {
        Volume volume = volume(file);
        double[] values = volume.toDoubles();
        boolean[] inside = new boolean[values.length];
        for (int v = 0; v < values.length; v++) {
            inside[v] = Math.rint(values[v]) == 1;
        }
        return Mask.of(volume.grid(), volume.held(), inside);
    }

    private static double decimal(float stored) {
        return Double.parseDouble(Float.toString(stored));
    }
}
