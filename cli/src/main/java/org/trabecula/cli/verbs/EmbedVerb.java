package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.TableOutput;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.deep.network.Embeddings;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.PictureTensor;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.network.Crops;
import org.trabecula.extraction.network.Embedding;
import org.trabecula.table.FeatureTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `embed`.
@Command(
        name = "embed",
        addMethodSubcommands = false,
        header = "Turn cases, or a ready tensor, into a network's features.",
        description = {
            "Crops every case, passes it through the network and writes the means of the last stage's",
            "channels: 2048 numbers a case (512 with ResNet 18 and 34 and with VGG), in columns dtl_0001 ... of a table",
            "that joins by case_id."
        },
        footerHeading = "%n",
        footer = {
            "--tensor takes a .safetensors file with a tensor 'input' of N x C x H x W instead of cases;",
            "--json then prints {\"embeddings\":[[...]],\"logits\":[[...]]}. A one-channel tensor meets",
            "weights for three channels by summing them.",
            "",
            "Example:  trabecula embed cases.csv --weights network.safetensors -o embedding.csv",
            "          trabecula embed --tensor crops.safetensors --weights resnet50.safetensors --json",
            "Exit:     0 done, 2 wrong usage, 3 input refused, 4 some cases failed (listed on stderr)"
        })
public final class EmbedVerb extends Verb {

    @Mixin
    CaseSource cases = new CaseSource();

    @Mixin
    NetworkOptions network = new NetworkOptions();

    @Mixin
    CropOptions crop = new CropOptions();

    @Option(names = "--tensor", paramLabel = "FILE", description = "Ready pictures: a .safetensors file with a tensor 'input'.")
    Optional<Path> tensor = Optional.empty();

    @Mixin
    TableOutput output = new TableOutput("Table: .csv, .csv.gz, .tsv or .parquet. Default: CSV on stdout.");

    @Mixin
    Json json = new Json();

    @Mixin
    Jobs jobs = new Jobs();

    @Override
    public Integer call() throws IOException {
        if (tensor.isPresent() != cases.isEmpty()) {
            throw new UsageException("name either cases (cases.csv, or IMAGE MASK) or --tensor FILE");
        }
        return tensor.isPresent() ? embedTensor(tensor.get()) : embedCases();
    }

    private int embedTensor(Path file) throws IOException {
        output.check(network.withWeights(List.of(file)));
        NetworkWeights weights = network.load(err(), quiet());
        PictureTensor pictures = PictureTensor.read(file);
        List<String> names = IntStream.range(0, pictures.count()).mapToObj(pictures::name).toList();
        try (StageStore store = KeptBeside.table(output)) {
            give(pictures, names, weights, store);
            store.removeAll();
        }
        return ExitCode.DONE;
    }

    private int embedCases() throws IOException {
        CropSettings settings = crop.settings();
        ManifestCases found = cases.read();
        output.check(network.withWeights(cases.inputs(found)));
        NetworkWeights weights = network.load(err(), quiet());
        Progress progress = progress();
        found.cohort().notes().forEach(progress::note);
        try (StageStore store = KeptBeside.table(output)) {
            Crops crops = Crops.of(found, settings, store, cases.opener(progress), jobs.count(), progress);
            CaseFailures.tell(crops.failures(), err());
            if (!crops.all().isEmpty()) {
                List<String> ids = List.copyOf(crops.all().keySet());
                int size = crop.sizePixels;
                give(new PictureTensor(crops.pixels(ids), settings.channels(), size, size, ids), ids, weights, store);
            }
            store.removeAll();
            return CaseFailures.exitCode(crops.failures(), crops.all().size());
        }
    }

    private void give(PictureTensor pictures, List<String> names, NetworkWeights weights, StageStore store) throws IOException {
        NetworkWeights fitting = pictures.channels() == 1 ? weights.withOneChannel() : weights;
        Embeddings result = Embedding.of(pictures, fitting, network.threads, store, progress());
        if (!output.toStdout() || !json.asked()) {
            List<String> columns = weights.architecture().featureNames();
            double[][] values = new double[columns.size()][names.size()];
            for (int row = 0; row < names.size(); row++) {
                for (int column = 0; column < values.length; column++) {
                    values[column][row] = result.features()[row][column];
                }
            }
            Tables.write(new FeatureTable(names, columns, values), output, out());
        }
        if (json.asked()) {
            ObjectNode document = JsonMapper.shared().createObjectNode();
            document.set("embeddings", rows(result.features()));
            document.set("logits", rows(result.logits()));
            ArrayNode cases = document.putArray("names");
            names.forEach(cases::add);
            document.put("network", NetworkOptions.described(fitting));
            out().println(JsonMapper.shared().writeValueAsString(document));
        }
    }

    /// Shortest decimals that read back to the same 32-bit numbers.
    private static ArrayNode rows(float[][] values) {
        ArrayNode rows = JsonMapper.shared().createArrayNode();
        for (float[] row : values) {
            ArrayNode numbers = rows.addArray();
            for (float value : row) {
                numbers.add(value);
            }
        }
        return rows;
    }
}
