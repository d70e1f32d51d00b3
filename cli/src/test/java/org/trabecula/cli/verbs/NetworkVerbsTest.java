package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.cli.Main;
import org.trabecula.deep.network.BottleneckStride;
import org.trabecula.deep.network.Embedder;
import org.trabecula.deep.network.Embeddings;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.PictureTensor;
import org.trabecula.deep.network.RandomInitialisation;
import org.trabecula.deep.network.ResNetArchitecture;
import org.trabecula.deep.network.ResNetDepth;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.table.FeatureTableFile;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `crop`, `weights`, `finetune`, `embed` and `gradcam` as typed.
class NetworkVerbsTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "tiny-zip.pth, 4, lacking",
        "tiny.safetensors, 4, lacking",
        "bad-pickle-print.pth, 3, WTS-004",
        "bad-truncated-legacy.pth, 3, WTS-002",
        "bad-overlap.safetensors, 3, WTS-003"
    })
    void weightsAreCheckedWithoutRunningThem(String name, int exit, String told) {
        Path file = Reference.core("weights/loader-tests").resolve(name);
        assertThat(run("weights", "check", file.toString())).isEqualTo(exit);
        assertThat(out + "" + err).contains(told).doesNotContain("this text must never be printed");
    }

    @Test
    void aCheckPrintsEveryTensorAsJson() {
        Path file = Reference.core("weights/loader-tests/tiny-legacy.pth");
        assertThat(run("weights", "check", file.toString(), "--json", "--values")).isEqualTo(4);
        JsonNode bf16 = JsonMapper.shared().readTree(out.toString()).get("tensors").get("bf16");
        assertThat(bf16.get("dtype").asString()).isEqualTo("bfloat16");
        assertThat(bf16.get("values").get(1).asDouble()).isEqualTo(-2.25);
    }

    @Test
    void aReadyTensorIsEmbedded() throws IOException {
        NetworkWeights weights = RandomInitialisation.network(
                new ResNetArchitecture(ResNetDepth.RESNET18, BottleneckStride.CONV2, 3, 4), 1);
        weights.save(folder.resolve("net.safetensors"));
        float[] pictures = new float[2 * 40 * 32];
        for (int t = 0; t < pictures.length; t++) {
            pictures[t] = (float) Math.sin(t);
        }
        new PictureTensor(pictures, 1, 40, 32, List.of()).write(folder.resolve("input.safetensors"));
        assertThat(run(
                        "embed", "--tensor", folder.resolve("input.safetensors").toString(), "--weights",
                        folder.resolve("net.safetensors").toString(), "--bottleneck-stride", "conv1", "--json"))
                .isZero();
        JsonNode document = JsonMapper.shared().readTree(out.toString());
        try (Embedder embedder = new Embedder(weights.withOneChannel(), 1)) {
            Embeddings expected = embedder.embed(pictures, 1, 40, 32);
            requireEqual(document.get("embeddings"), expected.features());
            requireEqual(document.get("logits"), expected.logits());
        }
    }

    private static void requireEqual(JsonNode rows, float[][] expected) {
        assertThat(rows.size()).isEqualTo(expected.length);
        for (int row = 0; row < expected.length; row++) {
            assertThat(rows.get(row).size()).isEqualTo(expected[row].length);
            for (int column = 0; column < expected[row].length; column++) {
                assertThat(rows.get(row).get(column).floatValue()).isEqualTo(expected[row][column]);
            }
        }
    }

    @Test
    void aTensorOfAnotherNameIsRefused() throws IOException {
        Path file = Reference.core("weights/loader-tests/tiny.safetensors");
        assertThat(run("embed", "--tensor", file.toString(), "--network", "resnet18", "--json")).isEqualTo(3);
        assertThat(err.toString()).contains("NET-004").contains("'input'");
    }

    @Test
    void cropsAreWrittenAndABadCaseStopsNoOther() throws IOException {
        Path manifest = cohort(4);
        Files.writeString(manifest, "p9-x,p9,ct-0.nii.gz,mask-0.nii.gz,99,1\n", StandardOpenOption.APPEND);
        Path to = folder.resolve("crops");
        assertThat(run("crop", manifest.toString(), "-o", to.toString(), "--size", "32")).isEqualTo(4);
        assertThat(err.toString()).contains("MSK-002");
        assertThat(Files.readString(to.resolve("failures.csv"))).contains("p9-x,MSK-002");
        assertThat(ImageIO.read(to.resolve("p1.png").toFile()).getWidth()).isEqualTo(32);
        assertThat(to.resolve("contact-sheet.png")).exists();
        assertThat(PictureTensor.read(to.resolve("crops.safetensors")).count()).isEqualTo(4);
        assertThat(run("crop", manifest.toString(), "-o", to.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("--force");
    }

    @Test
    void aNetworkIsTrainedAppliedAndExplained() throws IOException {
        Path manifest = cohort(6);
        Path net = folder.resolve("net");
        assertThat(run(
                        "finetune", manifest.toString(), "-o", net.toString(), "--network", "resnet18", "--epochs", "2",
                        "--batch", "3", "--size", "32"))
                .isZero();
        assertThat(err.toString()).contains("random initialisation");
        Path weights = net.resolve("network.safetensors");
        assertThat(NetworkWeights.load(weights, Optional.empty()).architecture().classes()).isEqualTo(2);
        assertThat(Files.readAllLines(net.resolve("epochs.csv"))).hasSize(3);
        assertThat(Files.readAllLines(net.resolve("steps.csv"))).hasSize(5);
        assertThat(Files.readString(net.resolve("training.svg"))).contains("Learning rate");
        assertThat(net.resolve("checkpoint")).doesNotExist();

        Path table = folder.resolve("embedding.csv");
        assertThat(run("embed", manifest.toString(), "--weights", weights.toString(), "-o", table.toString(), "--size", "32"))
                .isZero();
        assertThat(FeatureTableFile.read(table).names()).hasSize(512).startsWith("dtl_0001").endsWith("dtl_0512");
        assertThat(FeatureTableFile.read(table).caseIds()).containsExactly("p0", "p1", "p2", "p3", "p4", "p5");

        Path maps = folder.resolve("maps");
        assertThat(run(
                        "gradcam", manifest.toString(), "--weights", weights.toString(), "-o", maps.toString(), "--size", "32",
                        "--method", "gradcam++", "--class", "1", "--on-ct", "nifti"))
                .isZero();
        double hottest = 0;
        for (double value : StandardFormats.ALL.open(maps.resolve("p5.nii.gz")).read().toDoubles()) {
            assertThat(value).isBetween(0.0, 1.0);
            hottest = Math.max(hottest, value);
        }
        assertThat(hottest).isPositive();
        assertThat(run(
                        "gradcam", manifest.toString(), "--weights", weights.toString(), "-o", folder.resolve("seg").toString(), "--size", "32",
                        "--on-ct", "dicom"))
                .isEqualTo(3); // its images are NIfTI
        assertThat(folder.resolve("seg")).doesNotExist();
        assertThat(maps.resolve("p5.png")).exists();
        assertThat(maps.resolve("montage.png")).exists();
        assertThat(Files.readAllLines(maps.resolve("gradcam.csv"))).hasSize(7);
    }

    /// What an interrupted run has finished is found by the next, and nothing hidden stays.
    @Test
    void finishedMapsAndEmbeddingsAreKeptUntilAllAreDone() throws IOException {
        Path manifest = cohort(3);
        Path maps = folder.resolve("maps");
        List<String> gradcam =
                List.of("gradcam", manifest.toString(), "-o", maps.toString(), "--network", "resnet18", "--size", "32");
        Files.createDirectories(maps.resolve("p1.png")); // a folder in the way ends the first run while it writes
        assertThat(run(gradcam.toArray(String[]::new))).isNotZero();
        Path kept = maps.resolve(".unfinished/heat-maps");
        assertThat(kept).isDirectoryContaining("glob:**.safetensors");
        Files.delete(maps.resolve("p1.png"));
        err.getBuffer().setLength(0);
        assertThat(run(gradcam.toArray(String[]::new))).as(err.toString()).isZero();
        assertThat(maps.resolve("montage.png")).exists();
        assertThat(maps.resolve(".unfinished")).doesNotExist();

        Path table = folder.resolve("e.csv");
        assertThat(run("embed", manifest.toString(), "--network", "resnet18", "--size", "32", "-o", table.toString())).isZero();
        assertThat(folder.resolve(".e.csv.cases")).doesNotExist();
        out.getBuffer().setLength(0);
        assertThat(run("embed", manifest.toString(), "--network", "resnet18", "--size", "32", "-q")).isZero();
        assertThat(out.toString()).isEqualTo(Files.readString(table));
    }

    @Test
    void aCaseWithoutItsFileIsListedAndStopsNoOther() throws IOException {
        Path manifest = cohort(4);
        Files.writeString(manifest, "p9-x,p9,nothing.nii.gz,mask-0.nii.gz,20,1\n", StandardOpenOption.APPEND);
        List<List<String>> verbs = List.of(
                List.of("crop", "-o", folder.resolve("crops").toString(), "--size", "32"),
                List.of("embed", "-o", folder.resolve("e.csv").toString(), "--size", "32", "--network", "resnet18"),
                List.of("gradcam", "-o", folder.resolve("maps").toString(), "--size", "32", "--network", "resnet18"),
                List.of(
                        "finetune", "-o", folder.resolve("net").toString(), "--size", "32", "--network", "resnet18", "--epochs",
                        "1", "--batch", "2"));
        for (List<String> verb : verbs) {
            err.getBuffer().setLength(0);
            List<String> words = new ArrayList<>(verb);
            words.add(1, manifest.toString());
            assertThat(run(words.toArray(String[]::new))).as(verb.getFirst() + ": " + err).isEqualTo(4);
            assertThat(err.toString()).as(verb.getFirst()).contains("COH-004", "nothing.nii.gz");
        }
        assertThat(FeatureTableFile.read(folder.resolve("e.csv")).caseIds()).containsExactly("p0", "p1", "p2", "p3");
        assertThat(Files.readString(folder.resolve("maps/failures.csv"))).contains("p9-x,COH-004");
    }

    @Test
    void theListOfFailedCasesNeverReplacesTheManifest() throws IOException {
        Path manifest = Files.move(cohort(2), folder.resolve("failures.csv"));
        String before = Files.readString(manifest);
        assertThat(run("crop", manifest.toString(), "-o", folder.toString(), "--size", "32", "--force")).isEqualTo(3);
        assertThat(err.toString()).contains("CLI-003", "failures.csv");
        assertThat(run("extract", manifest.toString(), "-o", folder.resolve("t.csv").toString())).isEqualTo(3);
        assertThat(manifest).hasContent(before);
    }

    /// Blocks of 20 mm, with a bright band in every second one.
    private Path cohort(int cases) throws IOException {
        StringBuilder manifest = new StringBuilder("case_id,patient_id,image,mask,label,outcome\n");
        Grid grid = Grid.axisAligned(new Size(12, 30, 30), Spacing.isotropic(1));
        for (int c = 0; c < cases; c++) {
            double[] hu = new double[12 * 30 * 30];
            double[] inside = new double[hu.length];
            for (int t = 0; t < hu.length; t++) {
                int j = t / 12 % 30;
                int k = t / 360;
                boolean bone = j >= 5 && j < 25 && k >= 5 && k < 25;
                inside[t] = bone ? 20 : 0;
                hu[t] = (bone ? 200 + 10 * c : -50) + (c % 2 == 1 && k > 12 && k < 18 ? 300 : 0) + t * 7 % 13;
            }
            StandardFormats.ALL.write(Volume.ofDoubles(grid, hu), folder.resolve("ct-" + c + ".nii.gz"));
            StandardFormats.ALL.write(Volume.ofDoubles(grid, inside), folder.resolve("mask-" + c + ".nii.gz"));
            manifest.append("p%d,p%d,ct-%d.nii.gz,mask-%d.nii.gz,20,%d%n".formatted(c, c, c, c, c % 2));
        }
        return Files.writeString(folder.resolve("cases.csv"), manifest);
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
