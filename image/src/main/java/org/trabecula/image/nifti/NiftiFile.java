package org.trabecula.image.nifti;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.Placement;
import org.trabecula.image.Size;
import org.trabecula.image.VoxelType;
import org.trabecula.image.stored.ByteSource;
import org.trabecula.image.FileHead;
import org.trabecula.image.stored.Limits;
import org.trabecula.image.stored.Scaling;
import org.trabecula.image.stored.StoredImage;

/// Opens NIfTI-1, NIfTI-2 and ANALYZE 7.5 files.
///
/// Everything in the header is checked here, against the length of the file too, so that reading voxels afterwards can
/// only fail for damage behind the header.
public final class NiftiFile {
    private static final StoredImage.DamageCodes DAMAGE =
            new StoredImage.DamageCodes(ImageProblem.NIFTI_SHORT, ImageProblem.NIFTI_DAMAGED);
    /// Header extensions are notes of a few kilobytes; voxels that start later than this are not there.
    private static final long LATEST_VOXELS = 1L << 26;

    private final Path headerFile;
    private final String where;
    private final List<String> notes = new ArrayList<>();
    private boolean extended;

    private NiftiFile(Path headerFile) {
        this.headerFile = headerFile;
        this.where = headerFile.toString();
    }

    /// @param file the file itself, or either half of a pair
    /// @throws InputException NII-…, GEO-… or IMG-… with what is wrong
    public static ImageFile open(Path file, Placement placement) throws IOException {
        Path headerFile = NiftiPair.headerOf(file);
        FileHead.refuseUnreadable(headerFile);
        try {
            return new NiftiFile(headerFile).open(placement);
        } catch (EOFException | ZipException e) {
            throw new InputException(
                    new Problem(
                            ImageProblem.NIFTI_DAMAGED,
                            headerFile.toString(),
                            String.valueOf(e.getMessage()),
                            "a gzip stream that holds at least a header",
                            "copy or export the file again; this copy is not complete"),
                    e);
        }
    }

    private ImageFile open(Placement placement) throws IOException {
        NiftiHeader header = readHeader();
        Size size = size(header);
        VoxelType type = NiftiTypes.typeOf(header, where);
        Scaling scaling = scaling(header, type);
        Path dataFile = header.onePart() ? headerFile : NiftiPair.voxelsOf(headerFile);
        long offset = voxelOffset(header);
        if (header.onePart() && extended) {
            refuseLyingExtensions(header, offset);
        }
        boolean gzip = FileHead.isGzip(dataFile);
        refuseShortData(size, type, dataFile, offset, gzip);
        Grid grid = NiftiGeometry.grid(header, size, placement, where, notes);
        ByteSource.Opener opener = gzip
                ? () -> {
                    InputStream in = FileHead.open(dataFile);
                    in.skipNBytes(offset);
                    return ByteSource.ofStream(in);
                }
                : () -> ByteSource.ofFile(dataFile, offset);
        StoredImage.Layout layout = new StoredImage.Layout(type, header.order(), scaling);
        return new StoredImage(headerFile, grid, layout, opener, gzip ? Files.size(dataFile) : 0, DAMAGE, notes);
    }

    private NiftiHeader readHeader() throws IOException {
        byte[] head = FileHead.start(headerFile, NiftiHeader.BYTES_2 + NiftiHeader.FLAG_BYTES).bytes();
        @Nullable NiftiHeader header = NiftiHeader.parse(head);
        if (header == null) {
            throw refusal(
                    ImageProblem.NIFTI_HEADER,
                    head.length < NiftiHeader.BYTES_1
                            ? head.length + " bytes in all"
                            : "sizeof_hdr " + ByteBuffer.wrap(head).getInt(0),
                    "a header of 348 bytes (NIfTI-1, ANALYZE) or 540 bytes (NIfTI-2) that begins with its length");
        }
        extended = header.isExtended(head);
        return header;
    }

    private Size size(NiftiHeader header) {
        long[] dim = header.dim();
        if (dim[0] < 1 || dim[0] > 7) {
            throw refusal(ImageProblem.NIFTI_SIZES, "dim[0] = " + dim[0], "1 to 7 dimensions");
        }
        long[] sizes = {1, 1, 1};
        for (int n = 1; n <= dim[0]; n++) {
            if (dim[n] < 1 || dim[n] > Integer.MAX_VALUE) {
                throw refusal(
                        ImageProblem.NIFTI_SIZES, "dim[" + n + "] = " + dim[n], "1 to " + Integer.MAX_VALUE + " voxels");
            }
            if (n <= 3) {
                sizes[n - 1] = dim[n];
            } else if (dim[n] > 1) {
                throw new InputException(new Problem(
                        ImageProblem.NIFTI_SERIES,
                        where,
                        "dim[" + n + "] = " + dim[n] + ": several values for each voxel (time points, directions, channels)",
                        "one volume: 1 in every dimension after the third",
                        "save the volume that you mean to a file of its own"));
            }
        }
        return new Size((int) sizes[0], (int) sizes[1], (int) sizes[2]);
    }

    /// A slope of 0 means none, and the intercept then counts for nothing; programs write NaN for the same. Infinity means
    /// nothing: the header is damaged.
    private Scaling scaling(NiftiHeader header, VoxelType type) {
        double slope = header.slope();
        double intercept = header.intercept();
        if (Double.isInfinite(slope) || Double.isInfinite(intercept)) {
            throw unusable(slope, intercept);
        }
        if (slope == 0 || Double.isNaN(slope)) {
            if (intercept != 0 && !Double.isNaN(intercept)) {
                notes.add("scl_slope is " + slope + ", which means no scaling: scl_inter " + intercept + " is not applied");
            }
            return Scaling.NONE;
        }
        boolean overflows = type.isInteger()
                && !(Math.abs(slope * type.lowest()) + Math.abs(slope * type.highest()) + Math.abs(intercept) <= Float.MAX_VALUE);
        if (!Double.isFinite(slope + intercept) || overflows) {
            throw unusable(slope, intercept);
        }
        return new Scaling(slope, intercept);
    }

    private InputException unusable(double slope, double intercept) {
        return refusal(
                ImageProblem.NIFTI_SCALING,
                "scl_slope " + slope + ", scl_inter " + intercept,
                "finite numbers that keep every stored value a finite number");
    }

    private long voxelOffset(NiftiHeader header) {
        double offset = header.voxOffset();
        long first = header.onePart() ? header.headerBytes() + 4L : 0;
        if (header.onePart() && offset == 0) {
            notes.add("vox_offset is 0: voxels taken to follow the header");
            return first;
        }
        if (!(offset >= first && offset <= LATEST_VOXELS) || offset != Math.rint(offset)) {
            throw refusal(
                    ImageProblem.NIFTI_OFFSET,
                    "vox_offset " + offset,
                    "a whole number of bytes, from " + first + " to " + LATEST_VOXELS);
        }
        return (long) offset;
    }

    /// Extensions stand between header and voxels: a flag, then blocks that each begin with their own length.
    private void refuseLyingExtensions(NiftiHeader header, long offset) throws IOException {
        try (InputStream in = FileHead.open(headerFile)) {
            in.skipNBytes(header.headerBytes());
            long at = header.headerBytes() + (long) NiftiHeader.FLAG_BYTES;
            in.skipNBytes(NiftiHeader.FLAG_BYTES);
            while (at < Math.max(offset, header.headerBytes() + 5L)) {
                byte[] size = in.readNBytes(4);
                long length = size.length < 4 ? 0 : ByteBuffer.wrap(size).order(header.order()).getInt();
                if (length < 8 || at + length > offset) {
                    throw refusal(
                            ImageProblem.NIFTI_EXTENSION,
                            "an extension of " + length + " bytes at byte " + at + ", voxels at byte " + offset,
                            "an extension of at least 8 bytes that ends before the voxels");
                }
                in.skipNBytes(length - 4);
                at += length;
            }
        }
    }

    private void refuseShortData(Size size, VoxelType type, Path dataFile, long offset, boolean gzip) throws IOException {
        long fileBytes = Files.size(dataFile);
        long holds = (gzip ? Limits.mostInflated(fileBytes) : fileBytes) - offset;
        double wanted = (double) size.i() * size.j() * size.k() * type.bytes(); // a double: 2³¹ cubed does not overflow it
        if (wanted > holds) {
            throw refusal(
                    ImageProblem.NIFTI_SHORT,
                    size + " voxels of " + type.bytes() + " bytes, "
                            + (gzip ? "at most " + holds + " bytes out of " + fileBytes + " compressed ones"
                                    : Math.max(0, holds) + " bytes in " + dataFile.getFileName() + " from byte " + offset),
                    "all voxels that the header promises");
        }
        if (gzip) {
            Limits.refuseBomb(where, size.voxels(), size.voxels() * type.bytes(), fileBytes);
        }
    }

    private InputException refusal(ImageProblem code, String found, String expected) {
        return new InputException(new Problem(
                code, where, found, expected, "export the image again; this file's header and contents do not agree"));
    }
}
