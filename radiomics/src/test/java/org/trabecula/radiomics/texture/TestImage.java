package org.trabecula.radiomics.texture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// The voxels of a small reference file, for these tests only: NIfTI-1 (`.nii.gz`) and gzip NRRD, little endian.
///
/// @param values i fastest
record TestImage(Size size, Spacing spacing, double[] values) {
    static TestImage read(Path file) {
        try {
            return file.toString().endsWith(".nrrd") ? readNrrd(Files.readAllBytes(file)) : readNifti(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestImage readNifti(Path file) throws IOException {
        byte[] bytes = unzip(Files.newInputStream(file));
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Size size = new Size(header.getShort(42), header.getShort(44), header.getShort(46));
        Spacing spacing = new Spacing(header.getFloat(80), header.getFloat(84), header.getFloat(88));
        String type = switch (header.getShort(70)) {
            case 2 -> "uint8";
            case 4 -> "int16";
            case 8 -> "int32";
            case 16 -> "float";
            case 64 -> "double";
            case 256 -> "int8";
            case 512 -> "uint16";
            default -> throw new IllegalArgumentException(file + ": data type " + header.getShort(70));
        };
        float slope = header.getFloat(112);
        double[] values = decode(header.position((int) header.getFloat(108)), type, Math.toIntExact(size.voxels()));
        if (slope != 0 && (slope != 1 || header.getFloat(116) != 0)) {
            throw new IllegalArgumentException(file + ": scaled values");
        }
        return new TestImage(size, spacing, values);
    }

    private static TestImage readNrrd(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int data = text.indexOf("\n\n") + 2;
        Map<String, String> fields = new HashMap<>();
        for (String line : text.substring(0, data).split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0 && !line.startsWith("#")) {
                fields.put(line.substring(0, colon), line.substring(colon + 2).trim());
            }
        }
        String[] sizes = field(fields, "sizes").split(" ");
        Size size = new Size(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]), Integer.parseInt(sizes[2]));
        double[] mm = new double[3];
        String[] vectors = field(fields, "space directions").split(" ");
        for (int axis = 0; axis < 3; axis++) {
            String[] v = vectors[axis].replaceAll("[()]", "").split(",");
            mm[axis] = Math.hypot(Math.hypot(Double.parseDouble(v[0]), Double.parseDouble(v[1])), Double.parseDouble(v[2]));
        }
        InputStream rest = new java.io.ByteArrayInputStream(bytes, data, bytes.length - data);
        byte[] raw = field(fields, "encoding").equals("gzip") ? unzip(rest) : rest.readAllBytes();
        ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = decode(buffer, field(fields, "type"), Math.toIntExact(size.voxels()));
        return new TestImage(size, new Spacing(mm[0], mm[1], mm[2]), values);
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no field '" + name + "' in " + fields);
        }
        return value;
    }

    private static double[] decode(ByteBuffer from, String type, int count) {
        double[] values = new double[count];
        for (int n = 0; n < count; n++) {
            values[n] = switch (type) {
                case "uint8", "unsigned char" -> from.get() & 0xff;
                case "int8" -> from.get();
                case "int16", "short" -> from.getShort();
                case "uint16", "unsigned short" -> from.getShort() & 0xffff;
                case "int32", "int" -> from.getInt();
                case "uint32", "unsigned int" -> from.getInt() & 0xffffffffL;
                case "float" -> from.getFloat();
                case "double" -> from.getDouble();
                default -> throw new IllegalArgumentException("type " + type);
            };
        }
        return values;
    }

    private static byte[] unzip(InputStream zipped) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream plain = new GZIPInputStream(zipped)) {
            plain.transferTo(bytes);
        }
        return bytes.toByteArray();
    }
}
