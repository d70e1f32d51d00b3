package org.trabecula.deep.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files written by PyTorch 1.13 and safetensors, and hostile ones; origin in `conformance/data/weights/README.md`.
class LoaderConformanceTest {
    private static final Path FOLDER = Reference.core("weights/loader-tests");
    private static final JsonNode EXPECTED =
            JsonMapper.shared().readTree(FOLDER.resolve("tiny-expected.json").toFile());

    @ParameterizedTest
    @ValueSource(strings = {"tiny-zip.pth", "tiny-legacy.pth"})
    void readsEveryTensorOfATorchFile(String name) {
        TensorFile file = TensorFile.read(FOLDER.resolve(name));
        assertThat(file.tensors()).hasSize(EXPECTED.size());
        EXPECTED.properties().forEach(entry -> compare(entry.getKey(), file, false));
    }

    @Test
    void readsEveryTensorOfASafetensorsFile() {
        TensorFile file = TensorFile.read(FOLDER.resolve("tiny.safetensors"));
        assertThat(file.tensors()).hasSize(EXPECTED.size() - 1).doesNotContainKey("bf16");
        file.tensors().keySet().forEach(name -> compare(name, file, true));
    }

    @Test
    void readsTheStateDictWithinACheckpoint() {
        TensorFile file = TensorFile.read(FOLDER.resolve("tiny-checkpoint-wrapped.pth"));
        assertThat(file.tensors().keySet())
                .containsExactly(
                        "conv1.weight",
                        "bn1.weight",
                        "bn1.bias",
                        "bn1.running_mean",
                        "bn1.running_var",
                        "bn1.num_batches_tracked");
        file.tensors().keySet().forEach(name -> compare(name, file, false));
    }

    /// The values are stored, not computed: equality is exact.
    private static void compare(String name, TensorFile file, boolean boolAsUint8) {
        JsonNode expected = EXPECTED.get(name);
        StoredTensor tensor = file.tensor(name);
        String type = boolAsUint8 && name.equals("flag") ? "uint8" : expected.get("dtype").asString();
        assertThat(tensor.type().torchName()).as(name).isEqualTo(type);
        long[] shape = new long[expected.get("shape").size()];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = expected.get("shape").get(axis).asLong();
        }
        assertThat(tensor.shape()).as(name).containsExactly(shape);
        double[] values = new double[expected.get("values").size()];
        for (int t = 0; t < values.length; t++) {
            values[t] = expected.get("values").get(t).asDouble();
        }
        assertThat(tensor.toDoubles()).as(name).containsExactly(values);
        Conformance.compared("weights/loader", values.length);
    }

    @ParameterizedTest
    @CsvSource({
        "bad-pickle-print.pth,               WTS-004, __builtin__.print",
        "bad-pickle-print-legacy.pth,        WTS-004, __builtin__.print",
        "bad-truncated-zip.pth,              WTS-002, zip",
        "bad-truncated-legacy.pth,           WTS-002, cut off",
        "bad-header-length.safetensors,      WTS-003, 1099511627776",
        "bad-shape-too-big.safetensors,      WTS-003, '[1000, 1000]'",
        "bad-offset-past-end.safetensors,    WTS-003, '[16, 48]'",
        "bad-overlap.safetensors,            WTS-003, 'start at 16'",
        "bad-shape-overflow.safetensors,     WTS-003, '[4294967296, 4294967296, 8]'",
    })
    void refusesAHostileFile(String name, String code, String told) {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        InputException refusal;
        try {
            refusal = catchThrowableOfType(InputException.class, () -> TensorFile.read(FOLDER.resolve(name)));
        } finally {
            System.setOut(out);
        }
        assertThat(refusal).isNotNull();
        assertThat(refusal.problems()).hasSize(1);
        assertThat(refusal.problems().getFirst().code().code()).isEqualTo(code);
        assertThat(refusal.problems().getFirst().found()).contains(told);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        Conformance.compared("weights/loader", 1);
    }
}
