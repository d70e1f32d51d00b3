package org.trabecula.study.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.crop.GreyPicture;
import org.trabecula.deep.gradcam.HeatMap;
import org.trabecula.deep.gradcam.HeatPicture;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Prose;
import org.trabecula.study.network.FittedNetwork;
import org.trabecula.study.picture.CasePictures;
import org.trabecula.study.result.StudyResult;

/// Crops beside their heat maps (P33), and what a map can say.
final class HeatWords {
    private HeatWords() {}

    /// The typical cases, two a row.
    static Optional<Figure> figure(StudyResult result, CasePictures pictures) {
        return pictures.heat().map(heat -> {
            Map<String, List<Figure.Picture>> byClass = new LinkedHashMap<>();
            for (String id : pictures.typical()) {
                boolean positive = result.cohort().cases().stream().anyMatch(one -> one.caseId().equals(id) && one.outcome().orElse(0) == 1);
                byClass.computeIfAbsent(CaseWords.name(result, positive), _ -> new ArrayList<>()).addAll(pair(result, heat, id));
            }
            List<Figure.Strip> strips = byClass.entrySet().stream()
                    .map(one -> new Figure.Strip(one.getKey(), one.getValue()))
                    .toList();
            return new Figure(
                    "gradcam", new Figure.Gallery(Figure.Gallery.Size.LARGE, strips),
                    Prose.of("What the network sees of the " + pictures.typical().size() + " training cases of ").see("cases")
                            .and(", and where it looked (Grad-CAM after "
                                    + result.network().orElseThrow().weights().architecture().stageName(heat.layer()) + ", " + heat.cells() + " × " + heat.cells()
                                    + " cells). From red over yellow to white: what raised the network's own output for the class that it favours. "
                                    + limits(result)));
        });
    }

    /// The crop of a case and its map.
    static List<Figure.Picture> pair(StudyResult result, CasePictures.Heat heat, String caseId) {
        Crop crop = result.crops().orElseThrow().of(caseId);
        HeatMap map = heat.of(caseId);
        String words = CaseWords.of(result, caseId);
        String favoured = CaseWords.name(result, map.explained() == 1);
        boolean silent = isSilent(map);
        return List.of(
                new Figure.Picture(words + ": crop that the network sees", png(GreyPicture.of(crop)), words),
                new Figure.Picture(
                        words + ": heat map of the crop for " + favoured, png(HeatPicture.of(crop, map)),
                        silent ? "nothing speaks for " + favoured : "for " + favoured));
    }

    /// One plain sentence, and what is to be known of this network.
    static String limits(StudyResult result) {
        String plain = "A map shows which places the output rests on; it does not show what was seen there, nor whether that is right, and "
                + "the signature's score, made of principal components, may rest on others.";
        FittedNetwork network = result.network().orElseThrow();
        if (network.steps().isEmpty()) {
            return plain + " This network was not trained for the question: its output for a class is arbitrary, and so are the maps.";
        }
        return plain + " The network was fine-tuned on training cases, so that their maps look surer than those of others"
                + (network.weights().pretrained() ? "." : "; it started from random weights, not from ImageNet.");
    }

    private static boolean isSilent(HeatMap map) {
        for (float value : map.heat()) {
            if (value > 0) {
                return false;
            }
        }
        return true;
    }

    private static Figure.Png png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing leaves memory
        }
        return new Figure.Png(bytes.toByteArray());
    }
}
