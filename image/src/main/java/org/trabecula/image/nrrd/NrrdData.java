package org.trabecula.image.nrrd;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.VoxelType;
import org.trabecula.image.stored.ByteSource;
import org.trabecula.image.FileHead;
import org.trabecula.image.stored.Limits;

/// Where the voxels of an NRRD file are and how they are encoded; checked against the lengths of the files when made.
final class NrrdData {
    /// A bzip2 block of 900 000 bytes, itself run-length coded up to 259 : 5, takes at least some forty bytes.
    private static final double MOST_BYTES_PER_BZIP2_BYTE = 2e6;

    private final NrrdHeader header;
    private final Encoding encoding;
    private final VoxelType type;
    private final List<Path> files;
    private final long pieceBytes;
    private final long lineSkip;
    private final long byteSkip;
    private final long fileStart;

    /// The closed set of encodings.
    enum Encoding {
        RAW,
        GZIP,
        BZIP2,
        HEX,
        TEXT;

        static Encoding of(NrrdHeader header) {
            String name = header.get("encoding").toLowerCase(Locale.ROOT).strip();
            return switch (name) {
                case "raw" -> RAW;
                case "gzip", "gz" -> GZIP;
                case "bzip2", "bz2" -> BZIP2;
                case "hex" -> HEX;
                case "text", "txt", "ascii" -> TEXT;
                default ->
                    throw header.refusal(
                            ImageProblem.NRRD_ENCODING,
                            "encoding: " + NrrdHeader.shown(name),
                            "raw, gzip, bzip2, hex or text");
            };
        }
    }

    private NrrdData(NrrdHeader header, Path headerFile, VoxelType type, double values) throws IOException {
        this.header = header;
        this.type = type;
        this.encoding = Encoding.of(header);
        this.files = NrrdDataFiles.of(header, headerFile);
        this.fileStart = header.has("datafile") ? 0 : header.dataStart();
        this.lineSkip = skip("lineskip", 0);
        this.byteSkip = skip("byteskip", encoding == Encoding.RAW ? -1 : 0);
        double wanted = values * type.bytes() / files.size();
        if (wanted != Math.rint(wanted) || wanted >= Long.MAX_VALUE) {
            throw header.refusal(
                    ImageProblem.NRRD_SIZES, values + " voxels in " + files.size() + " files", "as many voxels in every file");
        }
        this.pieceBytes = (long) wanted;
    }

    /// @param values voxels in all, as a double that cannot overflow
    static NrrdData of(NrrdHeader header, Path headerFile, VoxelType type, double values) throws IOException {
        NrrdData data = new NrrdData(header, headerFile, type, values);
        for (Path file : data.files) {
            data.refuseShort(file, (long) values);
        }
        return data;
    }

    /// Byte order of what [#open] yields.
    ByteOrder order(List<String> notes) {
        if (encoding == Encoding.TEXT || type.bytes() == 1) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        String endian = header.find("endian").orElse("").toLowerCase(Locale.ROOT);
        return switch (endian) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> {
                if (endian.isEmpty() && encoding == Encoding.HEX) {
                    notes.add("hexadecimal voxels without a byte order: little endian assumed");
                    yield ByteOrder.LITTLE_ENDIAN;
                }
                throw header.refusal(
                        ImageProblem.NRRD_ENDIAN,
                        endian.isEmpty() ? "no field 'endian'" : "endian: " + NrrdHeader.shown(endian),
                        "little or big: voxels of " + type.bytes() + " bytes can be read both ways");
            }
        };
    }

    /// Length of the compressed files together; 0 when the voxels are not compressed.
    long compressedBytes() throws IOException {
        long bytes = 0;
        if (encoding == Encoding.GZIP || encoding == Encoding.BZIP2) {
            for (Path file : files) {
                bytes += Files.size(file) - fileStart;
            }
        }
        return bytes;
    }

    ByteSource open() throws IOException {
        return files.size() == 1 ? openPiece(0) : new PieceBytes(this, files.size(), pieceBytes);
    }

    ByteSource openPiece(int piece) throws IOException {
        Path file = files.get(piece);
        if (encoding == Encoding.RAW) {
            return ByteSource.ofFile(file, rawStart(file));
        }
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(afterLines(file));
        InputStream decoded = switch (encoding) {
            case GZIP -> FileHead.gunzip(in);
            case BZIP2 -> new Bzip2InputStream(in);
            case HEX -> new HexInputStream(in);
            case TEXT -> new TextVoxelStream(in, type);
            case RAW -> throw new IllegalStateException("raw voxels are sought, not streamed");
        };
        ByteSource source = ByteSource.ofStream(decoded);
        if (byteSkip > 0) {
            decoded.skipNBytes(byteSkip);
        }
        return source;
    }

    private long rawStart(Path file) throws IOException {
        return byteSkip == -1 ? Files.size(file) - pieceBytes : afterLines(file) + byteSkip;
    }

    /// The byte after the lines to be skipped.
    private long afterLines(Path file) throws IOException {
        if (lineSkip == 0) {
            return fileStart;
        }
        long at = fileStart;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(fileStart);
            for (long lines = 0; lines < lineSkip; ) {
                int c = in.read();
                if (c < 0) {
                    throw new EOFException(lineSkip + " lines to skip, " + lines + " lines in " + file.getFileName());
                }
                at++;
                lines += c == '\n' ? 1 : 0;
            }
        }
        return at;
    }

    private long skip(String field, long lowest) {
        if (!header.has(field)) {
            return 0;
        }
        long skip = header.number(field);
        if (skip < lowest || skip > Integer.MAX_VALUE) {
            throw header.refusal(
                    ImageProblem.NRRD_FIELD, field + ": " + skip, lowest + " to " + Integer.MAX_VALUE + " for encoding "
                            + encoding.name().toLowerCase(Locale.ROOT));
        }
        return skip;
    }

    private void refuseShort(Path file, long values) throws IOException {
        long stored = Files.size(file) - fileStart;
        double most = switch (encoding) {
            case RAW -> Files.size(file) - Math.max(fileStart, rawStart(file));
            case GZIP -> Limits.mostInflated(stored);
            case BZIP2 -> stored * MOST_BYTES_PER_BZIP2_BYTE;
            case HEX -> stored / 2.0;
            case TEXT -> (stored + 1) / 2.0 * type.bytes();
        };
        if (pieceBytes > most || (byteSkip == -1 && rawStart(file) < fileStart)) {
            throw header.refusal(
                    ImageProblem.NRRD_SHORT,
                    pieceBytes + " bytes of voxels wanted, at most " + (long) Math.max(0, most) + " in " + file.getFileName(),
                    "all voxels that the header promises");
        }
        if (encoding == Encoding.GZIP || encoding == Encoding.BZIP2) {
            Limits.refuseBomb(header.where(), values / files.size(), pieceBytes, stored);
        }
    }
}
