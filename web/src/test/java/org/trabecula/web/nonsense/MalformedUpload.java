package org.trabecula.web.nonsense;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.trabecula.testkit.Reference;
import org.trabecula.web.TestScan;

/// A file that is damaged, or lies about itself.
///
/// @param name  as the browser tells it
/// @param bytes of the file
record MalformedUpload(String name, byte[] bytes) {
    private static final int BOMB_BYTES = 60 << 20;

    /// What damaged ones are made of.
    ///
    /// @param nifti uncompressed
    /// @param dicom a slice of a series
    /// @param bomb  a zip of one file of zeros, sixty megabytes long
    /// @param crowd a zip of a thousand empty files
    record Sources(byte[] nifti, byte[] dicom, byte[] bomb, byte[] crowd) {
        static Sources in(Path folder) throws IOException {
            byte[] nifti = gunzipped(TestScan.nifti(TestScan.straight(), folder));
            try (Stream<Path> all = Files.list(Reference.core("dicom/ct-series/base"))) {
                byte[] dicom = Files.readAllBytes(all.filter(file -> !file.toString().endsWith(".json")).sorted().findFirst().orElseThrow());
                return new Sources(nifti, dicom, zip(new byte[BOMB_BYTES], "ct.dcm"), zip(new byte[0], "a", 1000));
            }
        }
    }

    /// The next one of a seeded row.
    static MalformedUpload next(SplittableRandom random, Sources from) {
        return switch (random.nextInt(12)) {
            case 0 -> new MalformedUpload("ct.nii", nifti(random, from.nifti()));
            case 1 -> new MalformedUpload("ct.nii.gz", damaged(random, gzip(nifti(random, from.nifti()))));
            case 2 -> new MalformedUpload("ct.nii.gz", gzip(new byte[random.nextInt(4 << 20)]));
            case 3, 4 -> new MalformedUpload("ct.nrrd", nrrd(random));
            case 5, 6 -> new MalformedUpload("IM1.dcm", damaged(random, from.dicom()));
            case 7 -> new MalformedUpload("ct.zip", damaged(random, zip(random.nextBoolean() ? damaged(random, from.dicom()) : new byte[3], pick(
                    random, "../../evil.dcm", "/etc/evil.dcm", "a/b.dcm", "C:\\evil.dcm", "", "a\0b", "..", "ct.zip", "n".repeat(60_000)))));
            case 8 -> new MalformedUpload("ct.zip", random.nextInt(8) == 0 ? from.bomb() : damaged(random, zip(from.dicom(), "IM1.dcm")));
            case 9 -> new MalformedUpload("ct.zip", random.nextInt(8) == 0 ? from.crowd() : zip(zip(zip(from.dicom(), "a.dcm"), "b.zip"), "c.zip"));
            case 10 -> new MalformedUpload(pick(random, "ct.nii", "ct.nii.gz", "ct.nrrd", "ct.nhdr", "ct.hdr", "ct.zip", "x.dcm", "DICOMDIR", "x"), noise(random));
            default -> new MalformedUpload(
                    pick(random, "../x", "/etc/x", "a/../../x", "a\0b", "..", "", "a".repeat(5000), "a/".repeat(30) + "b", "\u202e.nii", "%2e%2e/x", "con", ".htaccess", "x.nii\r\nX: y"), noise(random));
        };
    }

    /// Header fields with numbers that no image has: sizes, types, offsets, scales.
    private static byte[] nifti(SplittableRandom random, byte[] whole) {
        byte[] bytes = whole.clone();
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = random.nextInt(4); n >= 0; n--) {
            switch (random.nextInt(6)) {
                case 0 -> header.putShort(40 + 2 * random.nextInt(8), (short) pick(random, 0, -1, 32767, 1, 8, -32768));
                case 1 -> header.putShort(70, (short) pick(random, 0, 1, 128, 255, 1536, -1, 16, 64, 2304));
                case 2 -> header.putFloat(108, pick(random, 0, -1, 351, Integer.MAX_VALUE, 100_000));
                case 3 -> header.putFloat(76 + 4 * random.nextInt(8), random.nextBoolean() ? Float.NaN : (float) pick(random, 0, -3, Integer.MAX_VALUE, 1));
                case 4 -> header.putFloat(280 + 4 * random.nextInt(12), random.nextBoolean() ? Float.POSITIVE_INFINITY : 0);
                default -> header.putInt(0, pick(random, 0, 540, -1, 348, 1543569408));
            }
        }
        return damaged(random, bytes);
    }

    private static byte[] nrrd(SplittableRandom random) {
        String header = "NRRD000" + random.nextInt(9) + "\ntype: " + pick(random, "short", "int", "block", "\u00fcber", "double", "uint64") + "\ndimension: " + pick(random, "3", "4", "-1", "99", "x")
                + "\nspace: left-posterior-superior\nsizes: " + pick(random, "4 4 4", "0 4 4", "-1 2 3", "2147483647 2147483647 2", "99999999999 1 1", "4 4", "1000 1000 100000")
                + "\nspace directions: " + pick(random, "(1,0,0) (0,1,0) (0,0,1)", "(0,0,0) (0,0,0) (0,0,0)", "(nan,0,0) (0,1,0) (0,0,1)", "none none none", "(1,0) (0,1) (1,1)", "((((")
                + "\nencoding: " + pick(random, "raw", "gzip", "ascii", "bzip2", "hex", "what") + "\nendian: little\n" + pick(random, "", "data file: ../../../etc/passwd\n", "data file: LIST\n/etc/passwd\n",
                        "data file: /dev/zero\n", "line skip: 999999999\n", "byte skip: -1\n", "space origin: (1,2)\n", "kinds: x\n", "x".repeat(random.nextInt(100_000)) + "\n") + "\n";
        byte[] data = new byte[random.nextInt(200)];
        random.nextBytes(data);
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(text, text.length + data.length);
        System.arraycopy(data, 0, all, text.length, data.length);
        return random.nextInt(3) == 0 ? damaged(random, all) : all;
    }

    /// Bytes changed, an end cut off, or a piece twice.
    private static byte[] damaged(SplittableRandom random, byte[] whole) {
        byte[] bytes = whole.clone();
        for (int n = random.nextInt(20); n >= 0 && bytes.length > 0; n--) {
            bytes[random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 600))] = (byte) pick(random, 0, 1, 255, 127, 128, random.nextInt(256));
        }
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(1000));
            default -> bytes;
        };
    }

    private static byte[] noise(SplittableRandom random) {
        byte[] noise = new byte[random.nextInt(3000)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] gunzipped(byte[] packed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(byte[] bytes, String name) {
        return zip(bytes, name, 1);
    }

    private static byte[] zip(byte[] bytes, String name, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int n = 0; n < times; n++) {
                zip.putNextEntry(new ZipEntry(times == 1 ? name : name + n));
                zip.write(bytes);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String pick(SplittableRandom random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private static int pick(SplittableRandom random, int... of) {
        return of[random.nextInt(of.length)];
    }

    @Override
    public String toString() {
        return name.substring(0, Math.min(name.length(), 60)).replaceAll("[^\\x20-\\x7e]", "·") + ", " + bytes.length + " bytes";
    }
}
