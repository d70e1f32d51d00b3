package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FolderOutput;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.Verb;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.Part;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.core.Version;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.deep.finetune.EpochResult;
import org.trabecula.deep.finetune.FineTuneSettings;
import org.trabecula.deep.finetune.FineTuned;
import org.trabecula.deep.finetune.FineTuning;
import org.trabecula.deep.finetune.TrainingCrop;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.network.Crops;
import org.trabecula.figures.Curve;
import org.trabecula.figures.TrainingFigure;
import org.trabecula.table.FeatureTableFile;
import org.trabecula.table.TextTableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `finetune`.
@Command(
        name = "finetune",
        addMethodSubcommands = false,
        header = "Train a network on a cohort's crops.",
        description = {
            "Crops every case and trains the network on the outcomes, the backbone from --weights, the head",
            "new. Cases whose column 'split' says test are never looked at. Use it to get a network for",
            "embed and gradcam step by step; study does the same inside its protocol.",
            "",
            "DIR gets network.safetensors (torchvision's layout, PyTorch loads it), epochs.csv, steps.csv,",
            "training.svg with the curves, and finetune.json. An interrupted training goes on when the same",
            "command runs again."
        },
        footerHeading = "%n",
        footer = {
            "Example:  trabecula finetune cohort/cases.csv --weights resnet50.safetensors -o network",
            "Exit:     0 done, 2 wrong usage, 3 input refused, 4 some cases failed (failures.csv), 130 interrupted"
        })
public final class FinetuneVerb extends Verb {
    private static final String NETWORK = "network.safetensors";
    private static final List<String> OUTPUTS =
            List.of(NETWORK, "epochs.csv", "steps.csv", "training.svg", "finetune.json");

    @Mixin
    CaseSource cases = new CaseSource();

    @Mixin
    NetworkOptions network = new NetworkOptions();

    @Mixin
    CropOptions crop = new CropOptions();

    @Mixin
    FineTuneOptions training = new FineTuneOptions();

    @Mixin
    FolderOutput output = new FolderOutput("Folder to write into.");

    @Mixin
    Json json = new Json();

    @Mixin
    Jobs jobs = new Jobs();

    @Override
    public Integer call() throws IOException {
        Path out = output.required();
        FineTuneSettings settings = training.settings(network.threads);
        CropSettings cropSettings = crop.settings();
        ManifestCases found = cases.read();
        output.check(OUTPUTS, network.withWeights(cases.inputs(found)));
        CaseFailures.requireApart(out, cases.inputs(found));
        Progress progress = progress();
        Cohort cohort = found.cohort();
        cohort.notes().forEach(progress::note);
        List<VertebraCase> chosen = trainable(cohort, progress);
        NetworkWeights weights = network.load(err(), true); // the training itself says when weights are random
        Crops crops = Crops.of(
                found.with(chosen), cropSettings, StageStore.none(), cases.opener(progress), jobs.count(), progress);
        CaseFailures.tell(crops.failures(), err());
        CaseFailures.write(out, crops.failures());
        List<TrainingCrop> seen = chosen.stream()
                .filter(c -> crops.all().containsKey(c.caseId()))
                .map(c -> new TrainingCrop(
                        c.caseId(), c.patientId(), crops.of(c.caseId()).values(), c.outcome().orElseThrow()))
                .toList();
        Path checkpoints = out.resolve("checkpoint");
        FineTuned tuned = FineTuning.run(seen, weights, settings, network.seed, progress, Optional.of(checkpoints));
        write(tuned, out);
        removeCheckpoint(checkpoints);
        if (json.asked()) {
            out().println(Files.readString(out.resolve("finetune.json")));
        } else {
            EpochResult last = tuned.epochs().get(tuned.bestEpoch() - 1);
            out().println(String.format(
                    Locale.ROOT, "%s: epoch %d, training loss %.4f, AUC %.3f", out.resolve(NETWORK), last.epoch(), last.loss(), last.auc()));
        }
        return crops.failures().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private static List<VertebraCase> trainable(Cohort cohort, Progress progress) {
        List<VertebraCase> used = cohort.included().stream()
                .filter(c -> c.part() != Part.TEST && c.outcome().isPresent())
                .toList();
        int left = cohort.included().size() - used.size();
        if (left > 0) {
            progress.note(left + " cases are not used: the split says test, or they have no outcome");
        }
        return used;
    }

    private static void write(FineTuned tuned, Path out) throws IOException {
        tuned.weights().save(out.resolve(NETWORK));
        List<List<String>> epochs = new ArrayList<>();
        for (EpochResult e : tuned.epochs()) {
            epochs.add(List.of(
                    Integer.toString(e.epoch()), number(e.backboneRate()), number(e.headRate()), number(e.loss()),
                    number(e.auc()), number(e.validationLoss()), number(e.validationAuc())));
        }
        TextTableFile.write(
                out.resolve("epochs.csv"),
                List.of("epoch", "backbone_lr", "head_lr", "loss", "auc", "validation_loss", "validation_auc"),
                epochs);
        FineTuned.Steps steps = tuned.steps();
        List<List<String>> rows = new ArrayList<>();
        for (int s = 0; s < steps.loss().length; s++) {
            rows.add(List.of(
                    Integer.toString(s + 1), number(steps.backboneRate()[s]), number(steps.headRate()[s]), number(steps.loss()[s])));
        }
        TextTableFile.write(out.resolve("steps.csv"), List.of("step", "backbone_lr", "head_lr", "loss"), rows);
        AtomicFile.writeText(out.resolve("training.svg"), figure(tuned));
        AtomicFile.writeText(out.resolve("finetune.json"), document(tuned, out));
    }

    private static String figure(FineTuned tuned) {
        FineTuned.Steps steps = tuned.steps();
        double[] iteration = IntStream.rangeClosed(1, steps.loss().length).asDoubleStream().toArray();
        int perEpoch = steps.loss().length / tuned.epochs().size();
        List<TrainingFigure.Series> losses = new ArrayList<>();
        losses.add(new TrainingFigure.Series("training, by step", new Curve(iteration, steps.loss())));
        losses.add(byEpoch("training, by epoch", tuned, perEpoch, EpochResult::loss));
        if (!tuned.validation().isEmpty()) {
            losses.add(byEpoch("validation", tuned, perEpoch, EpochResult::validationLoss));
        }
        return TrainingFigure.svg(
                "Training of the network",
                losses,
                List.of(
                        new TrainingFigure.Series("backbone", new Curve(iteration, steps.backboneRate())),
                        new TrainingFigure.Series("head", new Curve(iteration, steps.headRate()))));
    }

    private static TrainingFigure.Series byEpoch(
            String name, FineTuned tuned, int perEpoch, ToDoubleFunction<EpochResult> value) {
        double[] at = tuned.epochs().stream().mapToDouble(e -> (double) e.epoch() * perEpoch).toArray();
        return new TrainingFigure.Series(
                name, new Curve(at, tuned.epochs().stream().mapToDouble(value).toArray()));
    }

    private static String document(FineTuned tuned, Path out) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("version", Version.text());
        document.put("network", out.resolve(NETWORK).toString());
        document.put("weights", NetworkOptions.described(tuned.weights()));
        document.put("settings", tuned.settings().toString());
        document.put("network_threads", tuned.settings().threads());
        document.put("seed", tuned.seed());
        document.put("best_epoch", tuned.bestEpoch());
        ArrayNode notes = document.putArray("notes");
        tuned.notes().forEach(notes::add);
        ArrayNode validation = document.putArray("validation_cases");
        tuned.validation().forEach(validation::add);
        ArrayNode epochs = document.putArray("epochs");
        for (EpochResult e : tuned.epochs()) {
            ObjectNode entry = epochs.addObject().put("epoch", e.epoch()).put("loss", e.loss()).put("auc", e.auc());
            if (!tuned.validation().isEmpty()) {
                entry.put("validation_loss", e.validationLoss()).put("validation_auc", e.validationAuc());
            }
        }
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    private static String number(double value) {
        return FeatureTableFile.number(value);
    }

    /// The network is written: there is nothing left to go on with.
    private static void removeCheckpoint(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("checkpoint.safetensors"));
        Files.deleteIfExists(folder);
    }
}
