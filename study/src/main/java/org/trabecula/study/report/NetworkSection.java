package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.core.Shown;
import org.trabecula.deep.finetune.FineTuned;
import org.trabecula.deep.network.NetworkShapes;
import org.trabecula.figures.Curve;
import org.trabecula.figures.NetworkFigure;
import org.trabecula.figures.TrainingFigure;
import org.trabecula.report.Block;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Prose;
import org.trabecula.report.Section;
import org.trabecula.study.fit.DeepPart;
import org.trabecula.study.network.FittedNetwork;
import org.trabecula.study.picture.CasePictures;
import org.trabecula.study.result.StudyResult;

/// The network that deep features come from: its parts and shapes, and how it was trained where it was.
final class NetworkSection {
    private NetworkSection() {}

    /// Without blocks in a study of a ready table.
    static Section of(StudyResult result, Optional<CasePictures> pictures) {
        List<Block> blocks = new ArrayList<>();
        result.fitted().deep().ifPresent(deep -> {
            blocks.add(Block.Paragraph.of("A " + deep.network().weights().architecture().label() + ", " + deep.network().origin() + "."));
            result.compared().ifPresent(all -> blocks.addAll(ComparedNetworksBlocks.of(all)));
            blocks.add(drawing(result, deep));
            deep.network().steps().ifPresentOrElse(
                    steps -> blocks.add(training(result, steps)),
                    () -> blocks.add(Block.Remark.of("The network was not trained here (0 epochs): there is no curve of learning rate or loss.")));
            pictures.flatMap(drawn -> HeatWords.figure(result, drawn)).ifPresent(blocks::add);
        });
        return new Section("network", "Network", blocks);
    }

    private static Block drawing(StudyResult result, DeepPart deep) {
        FittedNetwork network = deep.network();
        int size = result.settings().crop().size();
        List<NetworkFigure.Part> parts = new ArrayList<>();
        parts.add(new NetworkFigure.Part(
                "crop", "largest sagittal slice of the mask", shape(network.weights().architecture().inputChannels(), size), size));
        for (NetworkShapes.Part part : NetworkShapes.of(network.weights().architecture(), size)) {
            String shape = part.sizePixels() == 1 && part.name().equals("avgpool")
                    ? Integer.toString(part.channels())
                    : shape(part.channels(), part.sizePixels());
            parts.add(new NetworkFigure.Part(part.name(), part.words(), shape, part.sizePixels()));
        }
        parts.add(new NetworkFigure.Part(
                "components", "principal components", Integer.toString(deep.components().getLast().names().size()), 1));
        return Figure.drawing(
                "network-drawing", NetworkFigure.svg("The network", parts),
                Prose.of("The network, from the crop to the features that the deep signature is chosen from. On the right the shape of each "
                        + "part's result: channels × rows × columns."));
    }

    private static String shape(int channels, int size) {
        return channels + " × " + size + " × " + size;
    }

    private static Block training(StudyResult result, FineTuned.Steps steps) {
        double[] step = IntStream.rangeClosed(1, steps.loss().length).asDoubleStream().toArray();
        return Figure.drawing(
                "network-training",
                TrainingFigure.svg(
                        "Training of the network",
                        List.of(new TrainingFigure.Series("loss of each batch", new Curve(step, steps.loss()))),
                        List.of(
                                new TrainingFigure.Series("backbone", new Curve(step, steps.backboneRate())),
                                new TrainingFigure.Series("head", new Curve(step, steps.headRate())))),
                Prose.of("Training of the network on " + Shown.count(result.split().train().size(), "training crop") + ": "
                        + Shown.count(result.settings().finetune().epochs(), "epoch") + ", " + Shown.count(step.length, "step") + " of at most "
                        + result.settings().finetune().batch() + " crops. The loss is of the crops that it learns from: it falls whether or "
                        + "not anything is learnt that holds for others. Cross-fitting trains a network of its own for every fold. Another seed, or "
                        + "another processor's last digits, would have made another network of the same crops: intervals of this report speak of "
                        + "other patients, not of another training."));
    }
}
