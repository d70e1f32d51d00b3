package org.trabecula.dicom.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.trabecula.dicom.pixel.FrameShape;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A compressed file of the reference set: its codestreams, and what its pixels are.
///
/// @param name   of the file, without its ending
/// @param frames one codestream each
/// @param shape  of every frame
/// @param answer the file's `expected/NAME.json`
record PublishedFrames(String name, List<byte[]> frames, FrameShape shape, JsonNode answer) {
    private static final byte[] FRAGMENTS = {
        (byte) 0xe0, 0x7f, 0x10, 0, 'O', 'B', 0, 0, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff
    };
    private static final int ITEM = 0xe000fffe;

    /// All files of a transfer syntax whose pixels are known; none where the reference set is not present.
    static List<PublishedFrames> of(String transferSyntax) {
        Path folder = Reference.whole("dicom/transfer-syntaxes").orElse(null);
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> answers = Files.list(folder.resolve("expected"))) {
            return answers.sorted().map(file -> JsonMapper.shared().readTree(file.toFile()))
                    .filter(json -> json.path("transfer_syntax_uid").asString("").equals(transferSyntax))
                    .filter(json -> json.path("decoded").has("sha256"))
                    .map(json -> read(folder, json))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The codestreams of one file of the set, its pixels known or not.
    static PublishedFrames named(String name) {
        Path folder = Reference.whole("dicom/transfer-syntaxes").orElseThrow();
        return read(folder, JsonMapper.shared().readTree(folder.resolve("expected/" + name + ".json").toFile()));
    }

    private static PublishedFrames read(Path folder, JsonNode json) {
        String file = json.path("file").asString();
        FrameShape shape = new FrameShape(json.path("rows").asInt(), json.path("columns").asInt(),
                json.path("bits_allocated").asInt(), json.path("bits_stored").asInt(),
                json.path("pixel_representation").asInt() == 1);
        try {
            return new PublishedFrames(file.substring(0, file.length() - 4),
                    codestreams(Files.readAllBytes(folder.resolve(file)), json.path("frames").asInt()), shape, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Joins fragments: one frame takes them all, else a frame begins where a codestream does.
    private static List<byte[]> codestreams(byte[] file, int frames) {
        int at = file.length - FRAGMENTS.length;
        while (!fragmentsBegin(file, at)) {
            at--;
        }
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(at + FRAGMENTS.length);
        List<byte[]> joined = new ArrayList<>();
        boolean table = true;
        while (in.remaining() >= 8 && in.getInt() == ITEM) {
            byte[] fragment = new byte[in.getInt()];
            in.get(fragment);
            if (!table) {
                boolean begins = fragment[0] == -1 && (fragment[1] == 0x4f || fragment[1] == (byte) 0xd8);
                if (joined.isEmpty() || frames > 1 && begins) {
                    joined.add(fragment);
                } else {
                    byte[] before = joined.removeLast();
                    byte[] longer = Arrays.copyOf(before, before.length + fragment.length);
                    System.arraycopy(fragment, 0, longer, before.length, fragment.length);
                    joined.add(longer);
                }
            }
            table = false;
        }
        return joined;
    }

    private static boolean fragmentsBegin(byte[] file, int at) {
        for (int n = 0; n < FRAGMENTS.length; n++) {
            if (file[at + n] != FRAGMENTS[n] && n != 5) { // the type is OB, by mistake also OW
                return false;
            }
        }
        return true;
    }

    /// The samples masked to the bits that are stored, and signed as the data set says.
    int[] stored(int[] samples) {
        int unused = 32 - shape.bitsStored();
        return Arrays.stream(samples).map(s -> shape.signed() ? s << unused >> unused : s << unused >>> unused).toArray();
    }

    /// SHA-256 of all frames as little-endian `int`, as the reference set gives it.
    static String sha256(List<int[]> frames) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int[] frame : frames) {
                ByteBuffer bytes = ByteBuffer.allocate(4 * frame.length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asIntBuffer().put(frame);
                digest.update(bytes.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
