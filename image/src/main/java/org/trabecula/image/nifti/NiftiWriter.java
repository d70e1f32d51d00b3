package org.trabecula.image.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.Mat3;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;
import org.trabecula.image.stored.VoxelOutput;

/// Writes NIfTI-1 files (`.nii`, `.nii.gz`), little endian, with sform and qform both set to the same place.
///
/// Geometry is stored in 32-bit floats: an origin at 400 mm is kept to 0.00003 mm.
public final class NiftiWriter {
    private static final int VOXEL_OFFSET = NiftiHeader.BYTES_1 + 4;
    private static final short SCANNER = 1;
    private static final byte MILLIMETRE = 2;
    private static final int DESCRIPTION_BYTES = 80;
    /// Halvings of the error per step are quadratic; directions come in within 1e-3 of a rotation.
    private static final int POLAR_STEPS = 4;

    private static final String OURS = "Trabecula";

    private NiftiWriter() {}

    /// Writes the held voxels on the grid cropped to them, in the volume's own type; gzip if the name ends in `.gz`.
    ///
    /// @throws InputException NII-011 if an axis is longer than 32767
    public static void write(Volume volume, Path file) throws IOException {
        write(volume, OURS, file);
    }

    /// As [#write(Volume, Path)], with a text of at most 79 ASCII characters in the header's `descrip`.
    public static void write(Volume volume, String description, Path file) throws IOException {
        byte[] text = description.getBytes(StandardCharsets.US_ASCII);
        if (text.length >= DESCRIPTION_BYTES) {
            throw new IllegalArgumentException("descrip holds " + (DESCRIPTION_BYTES - 1) + " characters, got " + text.length);
        }
        write(volume.grid().cropped(volume.held()), volume.type(), text, file, out -> out.add(volume.voxels()));
    }

    /// Writes an image while it is read, as [#write(Volume, Path)] writes all of it.
    ///
    /// @param seen looks at each slice too
    public static void write(ImageFile image, Path file, ImageFile.SliceVisitor seen) throws IOException {
        write(image.grid(), image.type(), OURS.getBytes(StandardCharsets.US_ASCII), file, out -> out.add(image, seen));
    }

    private interface Content {
        void writeTo(VoxelOutput out) throws IOException;
    }

    private static void write(Grid grid, VoxelType type, byte[] text, Path file, Content voxels) throws IOException {
        for (int axis = 0; axis < 3; axis++) {
            if (grid.size().along(axis) > Short.MAX_VALUE) {
                throw new InputException(new Problem(
                        ImageProblem.NIFTI_CANNOT_HOLD,
                        file.toString(),
                        grid.size() + " voxels",
                        "at most " + Short.MAX_VALUE + " along each axis",
                        "write NRRD instead: name the output .nrrd"));
            }
        }
        byte[] header = header(grid, type, text);
        boolean gzip = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        AtomicFile.write(file, raw -> {
            try (OutputStream out = gzip ? VoxelOutput.gzip(raw) : raw) {
                out.write(header);
                voxels.writeTo(new VoxelOutput(out, type));
            }
        });
    }

    private static byte[] header(Grid grid, VoxelType type, byte[] description) {
        ByteBuffer b = ByteBuffer.allocate(VOXEL_OFFSET).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(0, NiftiHeader.BYTES_1);
        b.put(38, (byte) 'r'); // "regular", which ANALYZE programs look for
        short[] dim = {3, (short) grid.size().i(), (short) grid.size().j(), (short) grid.size().k(), 1, 1, 1, 1};
        boolean mirrored = grid.direction().determinant() < 0;
        for (int n = 0; n < 8; n++) {
            b.putShort(40 + 2 * n, dim[n]);
        }
        b.putFloat(76, mirrored ? -1 : 1); // pixdim[0] = qfac
        for (int axis = 0; axis < 3; axis++) {
            b.putFloat(80 + 4 * axis, (float) grid.spacing().along(axis));
        }
        b.putShort(70, (short) NiftiTypes.codeOf(type));
        b.putShort(72, (short) (8 * type.bytes()));
        b.putFloat(108, VOXEL_OFFSET);
        b.putFloat(112, 1); // scl_slope
        b.put(123, MILLIMETRE);
        b.put(148, description);
        b.putShort(252, SCANNER);
        b.putShort(254, SCANNER);
        putOrientation(b, grid);
        b.put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
        return b.array();
    }

    private static void putOrientation(ByteBuffer b, Grid grid) {
        Mat3 d = grid.direction();
        Mat3 ras = new Mat3(-d.xx(), -d.xy(), -d.xz(), -d.yx(), -d.yy(), -d.yz(), d.zx(), d.zy(), d.zz());
        double[] origin = {-grid.originMm().x(), -grid.originMm().y(), grid.originMm().z()};
        Mat3 rotation = nearestRotation(
                ras.determinant() < 0 ? ras.times(Mat3.diagonal(1, 1, -1)) : ras);
        NiftiRotation quaternion = NiftiRotation.of(rotation);
        b.putFloat(256, (float) quaternion.b());
        b.putFloat(260, (float) quaternion.c());
        b.putFloat(264, (float) quaternion.d());
        for (int row = 0; row < 3; row++) {
            b.putFloat(268 + 4 * row, (float) (origin[row] + 0.0));
            for (int axis = 0; axis < 3; axis++) {
                b.putFloat(280 + 16 * row + 4 * axis, (float) (ras.at(row, axis) * grid.spacing().along(axis) + 0.0));
            }
            b.putFloat(280 + 16 * row + 12, (float) (origin[row] + 0.0));
        }
    }

    /// The rotation nearest to a matrix that almost is one: Newton's iteration `X ← (X + X⁻ᵀ) / 2` for the polar factor
    /// (Higham 1986, doi:10.1137/0907079).
    private static Mat3 nearestRotation(Mat3 almost) {
        Mat3 x = almost;
        for (int step = 0; step < POLAR_STEPS; step++) {
            Mat3 y = x.inverse();
            x = new Mat3(
                    (x.xx() + y.xx()) / 2, (x.xy() + y.yx()) / 2, (x.xz() + y.zx()) / 2,
                    (x.yx() + y.xy()) / 2, (x.yy() + y.yy()) / 2, (x.yz() + y.zy()) / 2,
                    (x.zx() + y.xz()) / 2, (x.zy() + y.yz()) / 2, (x.zz() + y.zz()) / 2);
        }
        return x;
    }
}
