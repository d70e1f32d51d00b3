package org.trabecula.study.predict;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.deep.gradcam.CamMethod;
import org.trabecula.deep.gradcam.HeatMap;
import org.trabecula.deep.gradcam.HeatPicture;
import org.trabecula.deep.network.NetworkArchitecture;
import org.trabecula.deep.network.NetworkShapes;
import org.trabecula.extraction.network.Crops;
import org.trabecula.extraction.network.HeatMaps;
import org.trabecula.extraction.network.MapOnImage;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.SchemeChoice;
import org.trabecula.image.Volume;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.input.StudyInputs;
import org.trabecula.study.network.FittedNetwork;

/// Where a bundle's network looked on a case, by Grad-CAM at the layer that a study's report shows.
///
/// @param layer    explained by the activations after layer1 … layer4
/// @param cells    a side, of which the map is made
/// @param crop     what the network saw
/// @param map      on the crop
/// @param onImage  the same on the image's own voxels, 0 … 1; held are the voxels of the crop's slice and box
public record HeatOnCase(int layer, int cells, Crop crop, HeatMap map, Volume onImage) {
    /// Fewer cells a side than this say nothing of where.
    private static final int LEAST_CELLS = 4;

    /// Of one case; empty where the bundle has no network, where that has no classes to explain, or where the case has no crop.
    ///
    /// @param scheme by which label maps of numbers are understood
    public static Optional<HeatOnCase> of(Bundle bundle, VertebraCase vertebra, SchemeChoice scheme, Progress progress) throws IOException {
        Optional<FittedNetwork> network = bundle.network();
        if (network.isEmpty() || network.get().weights().architecture().classes() == 0) {
            return Optional.empty();
        }
        NetworkArchitecture architecture = network.get().weights().architecture();
        CropSettings settings = StudyInputs.cropSettings(bundle.model().settings().crop());
        CaseOpener opener = StudyInputs.opener(bundle.model().settings().features(), scheme, Progress.NONE);
        Crops crops = Crops.of(List.of(vertebra), settings, StageStore.none(), opener, 1, progress);
        int layer = layer(architecture, settings.sizePixels());
        Map<String, HeatMap> maps = HeatMaps.of(
                crops, network.get().weights(),
                new HeatMaps.Question(CamMethod.GRADCAM, layer, OptionalInt.empty(), FittedNetwork.THREADS), StageStore.none(), progress);
        HeatMap map = maps.get(vertebra.caseId());
        return map == null
                ? Optional.empty()
                : Optional.of(new HeatOnCase(
                        layer, NetworkShapes.cells(architecture, settings.sizePixels(), layer), crops.of(vertebra.caseId()), map,
                        MapOnImage.of(vertebra, map, settings, opener).map()));
    }

    /// The map in colour over what the network saw.
    public BufferedImage picture() {
        return HeatPicture.of(crop, map);
    }

    /// The class that the map speaks for. A network of two classes says which outcome; another's classes have numbers.
    public String shown(ClassNames classes) {
        if (map.logits().length != 2) {
            return "class " + map.explained();
        }
        return map.explained() == 1 ? classes.positive() : classes.negative();
    }

    /// The deepest stage, as published, whose map has four cells a side: the last one has halved a crop's side five times.
    public static int layer(NetworkArchitecture architecture, int cropSize) {
        int layer = 4;
        while (layer > 1 && NetworkShapes.cells(architecture, cropSize, layer) < LEAST_CELLS) {
            layer--;
        }
        return layer;
    }
}
