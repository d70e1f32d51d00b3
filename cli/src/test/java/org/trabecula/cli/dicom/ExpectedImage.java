package org.trabecula.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.core.Hash;
import org.trabecula.image.Grid;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import tools.jackson.databind.JsonNode;

/// What a case's expected.json asks of one `convert`, and whether a run gave it.
///
/// @param answer one of the right ones
/// @param run    that was made
/// @param output that it was to write
record ExpectedImage(JsonNode answer, CommandLineRun run, Path output) {
    /// How far the far corner may lie off, unless the case says otherwise.
    private static final double TOLERANCE_MM = 0.01;

    void check() throws IOException {
        switch (answer.get("expect").asString()) {
            case "refusal" -> {
                assertThat(run.exit()).as(run.err()).isEqualTo(3);
                assertThat(run.err()).containsPattern("[A-Z]{3}-\\d{3}").doesNotContain("\tat ");
                assertThat(Files.exists(output)).isFalse();
            }
            case "volume", "volume+warning" -> {
                assertThat(run.exit()).as(run.err()).isZero();
                volume(StandardFormats.ALL.open(output).read());
            }
            case "mask", "mask+warning" -> {
                assertThat(run.exit()).as(run.err()).isZero();
                Volume mask = StandardFormats.ALL.open(output).read();
                place(mask.grid());
                region(mask);
            }
            default -> throw new IllegalStateException("not known: " + answer.get("expect"));
        }
        for (JsonNode named : answer.path("must_name")) {
            String said = run.err().toLowerCase(Locale.ROOT);
            assertThat(words(named)).as(run.err()).anyMatch(word -> said.contains(word.toLowerCase(Locale.ROOT)));
        }
    }

    private static Iterable<String> words(JsonNode named) {
        return named.isArray()
                ? StreamSupport.stream(named.spliterator(), false).map(JsonNode::asString).toList()
                : List.of(named.asString());
    }

    /// Voxel for voxel, but for as many as the case allows; values between 0 and 1 count from one half.
    private void region(Volume mask) {
        byte[] wanted = new byte[Math.ceilDiv(mask.voxels().length(), 8)];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(Base64.getDecoder().decode(answer.get("bits_i_fastest").asString()));
            assertThat(inflater.inflate(wanted)).isEqualTo(wanted.length);
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        } finally {
            inflater.end();
        }
        int voxels = 0;
        int differ = 0;
        for (int n = 0; n < mask.voxels().length(); n++) {
            boolean inside = mask.voxels().at(n) >= 0.5;
            voxels += inside ? 1 : 0;
            differ += inside == ((wanted[n >> 3] >> (n & 7) & 1) == 1) ? 0 : 1;
        }
        assertThat(differ).as("voxels that differ").isLessThanOrEqualTo(answer.get("tolerance_voxels").asInt());
        assertThat(voxels).isCloseTo(answer.get("voxels").asInt(), within(differ));
    }

    private void volume(Volume volume) {
        place(volume.grid());
        for (Map.Entry<String, JsonNode> value : answer.get("value_at").properties()) {
            String[] at = value.getKey().split(",");
            int index = volume.indexOf(Integer.parseInt(at[0]), Integer.parseInt(at[1]), Integer.parseInt(at[2]));
            assertThat(volume.voxels().at(index)).isEqualTo(value.getValue().asDouble());
        }
        ByteBuffer bytes = ByteBuffer.allocate(volume.voxels().length() * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = 0; n < volume.voxels().length(); n++) {
            bytes.putShort((short) volume.voxels().at(n));
        }
        assertThat(Hash.hex(Hash.sha256(bytes.array()))).isEqualTo(answer.get("sha256_int16_le_i_fastest").asString());
    }

    private void place(Grid grid) {
        int[] last = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            assertThat(grid.size().along(axis)).isEqualTo(answer.get("size").get(axis).asInt());
            last[axis] = grid.size().along(axis) - 1;
        }
        double tolerance = answer.path("tolerance_mm").asDouble(TOLERANCE_MM);
        var far = grid.toWorld(last[0], last[1], last[2]);
        for (int world = 0; world < 3; world++) {
            double at = answer.get("origin_lps").get(world).asDouble();
            assertThat(grid.originMm().along(world)).isCloseTo(at, within(tolerance));
            for (int axis = 0; axis < 3; axis++) {
                at += last[axis] * answer.get("spacing").get(axis).asDouble() * answer.get("direction").get(axis).get(world).asDouble();
            }
            assertThat(far.along(world)).isCloseTo(at, within(tolerance));
        }
    }
}
