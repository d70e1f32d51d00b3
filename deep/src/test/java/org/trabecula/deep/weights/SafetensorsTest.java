package org.trabecula.deep.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.testkit.Reference;

class SafetensorsTest {
    @TempDir
    Path temp = Path.of("");

    @Test
    void writesWhatItReadsBack() throws IOException {
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>();
        tensors.put("b.weight", StoredTensor.ofFloats(new float[] {1, -2.5f, Float.MIN_VALUE, Float.MAX_VALUE}, 2, 2));
        tensors.put("a", StoredTensor.ofLongs(new long[] {Long.MIN_VALUE}));
        Path file = temp.resolve("out.safetensors");
        Safetensors.write(file, new TensorFile(tensors, Map.of("bottleneck_stride", "conv1")));
        TensorFile back = TensorFile.read(file);
        assertThat(back.tensors().keySet()).containsExactly("b.weight", "a");
        assertThat(back.tensor("b.weight").toFloats()).containsExactly(1, -2.5f, Float.MIN_VALUE, Float.MAX_VALUE);
        assertThat(back.tensor("a").shape()).isEmpty();
        assertThat(back.tensor("a").toDoubles()).containsExactly(Long.MIN_VALUE);
        assertThat(back.metadata()).containsExactly(Map.entry("bottleneck_stride", "conv1"));
    }

    /// More values than are turned into bytes at once; a checkpoint that was written before is written so again.
    @Test
    void valuesAskedForInTheirTurnGiveTheSameBytes() throws IOException {
        float[] values = new float[50_000];
        for (int n = 0; n < values.length; n++) {
            values[n] = 1f / n;
        }
        SequencedMap<String, StoredTensor> first = new LinkedHashMap<>();
        first.put("epochs", StoredTensor.ofDoubles(new double[] {1, Double.NaN}, 1, 2));
        SequencedMap<String, StoredTensor> all = new LinkedHashMap<>(first);
        all.put("network.fc.weight", StoredTensor.ofFloats(values, values.length));
        SequencedMap<String, LazyFloats> lazy = new LinkedHashMap<>();
        lazy.put("network.fc.weight", new LazyFloats(values.length, () -> values));
        Map<String, String> metadata = Map.of("b", "1", "a", "2");
        Safetensors.write(temp.resolve("whole"), new TensorFile(all, metadata));
        Safetensors.write(temp.resolve("lazy"), metadata, first, lazy);
        assertThat(temp.resolve("lazy")).hasSameBinaryContentAs(temp.resolve("whole"));
    }

    @Test
    void metadataIsWrittenByNameWhateverOrderAMapHasInThisProcess() throws IOException {
        Path file = temp.resolve("out.safetensors");
        Map<String, String> shuffled = new LinkedHashMap<>();
        List.of("width", "slice", "height", "mean").forEach(name -> shuffled.put(name, "1"));
        Safetensors.write(file, TensorFile.of(shuffled, Map.entry("crop", StoredTensor.ofFloats(new float[] {1}, 1))));
        assertThat(TensorFile.read(file).metadata().keySet()).containsExactly("height", "mean", "slice", "width");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("{\"__metadata__\":{\"height\":\"1\",\"mean\":\"1\",\"slice\":\"1\",\"width\":\"1\"}");
    }

    @Test
    void everyTypeAndEveryViewSurvivesTheWayThroughTorchAndSafetensors() throws IOException {
        TensorFile torch = TensorFile.read(Reference.core("weights/loader-tests/tiny-zip.pth"));
        Path file = temp.resolve("out.safetensors");
        Safetensors.write(file, torch);
        TensorFile back = TensorFile.read(file);
        assertThat(back.tensors().keySet()).containsExactlyElementsOf(torch.tensors().keySet());
        back.tensors().forEach((name, tensor) -> {
            StoredTensor before = torch.tensor(name);
            assertThat(tensor.type()).isEqualTo(before.type());
            assertThat(tensor.shape()).containsExactly(before.shape());
            assertThat(tensor.toDoubles()).containsExactly(before.toDoubles());
        });
    }

    @Test
    void sameContentGivesSameBytes() throws IOException {
        TensorFile content = TensorFile.read(Reference.core("weights/loader-tests/tiny-legacy.pth"));
        Safetensors.write(temp.resolve("one"), content);
        Safetensors.write(temp.resolve("two"), content);
        assertThat(Files.readAllBytes(temp.resolve("one"))).isEqualTo(Files.readAllBytes(temp.resolve("two")));
    }
}
