package org.trabecula.study.picture;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.deep.gradcam.CamMethod;
import org.trabecula.deep.gradcam.HeatMap;
import org.trabecula.deep.network.NetworkArchitecture;
import org.trabecula.deep.network.NetworkShapes;
import org.trabecula.extraction.network.Crops;
import org.trabecula.extraction.network.HeatMaps;
import org.trabecula.extraction.picture.CaseMontages;
import org.trabecula.study.input.StudyInputs;
import org.trabecula.study.network.FittedNetwork;
import org.trabecula.study.predict.HeatOnCase;
import org.trabecula.study.reader.ReadCase;
import org.trabecula.study.reader.ReadPart;
import org.trabecula.study.result.StudyResult;

/// Draws what the report shows of single cases; what is drawn is kept.
///
/// @param store of finished parts
public record Picturing(StageStore store, int jobs, Progress progress) {
    /// Of a finished study; empty where it has no images.
    public Optional<CasePictures> of(StudyResult result) throws IOException {
        if (result.crops().isEmpty()) {
            return Optional.empty();
        }
        TypicalCases typical = TypicalCases.of(result.split().train(), result.raw());
        Set<String> shown = new LinkedHashSet<>(typical.cases());
        ReadPart.of(result).ifPresent(part -> {
            part.examples().stream().map(ReadCase::caseId).forEach(shown::add);
            part.doctorExamples().stream().map(ReadCase::caseId).forEach(shown::add);
        });
        List<String> ids = List.copyOf(shown);
        return Optional.of(new CasePictures(
                typical.byVolume(), typical.cases(),
                CaseMontages.of(
                        cases(result, ids), store, StudyInputs.opener(result.settings().features(), progress), jobs, progress),
                heat(result, result.crops().get().only(ids))));
    }

    private Optional<CasePictures.Heat> heat(StudyResult result, Crops crops) throws IOException {
        if (result.network().isEmpty()) {
            return Optional.empty();
        }
        int size = result.settings().crop().size();
        NetworkArchitecture architecture = result.network().get().weights().architecture();
        if (architecture.classes() == 0) { // nothing to explain: torchvision's head of a VGG is not used, and none was trained
            return Optional.empty();
        }
        int layer = HeatOnCase.layer(architecture, size);
        Map<String, HeatMap> maps = HeatMaps.of(
                crops, result.network().get().weights(),
                new HeatMaps.Question(CamMethod.GRADCAM, layer, OptionalInt.empty(), FittedNetwork.THREADS), store, progress);
        return Optional.of(new CasePictures.Heat(layer, NetworkShapes.cells(architecture, size, layer), maps));
    }

    private static List<VertebraCase> cases(StudyResult result, List<String> ids) {
        Map<String, VertebraCase> byId = result.cohort().cases().stream()
                .collect(Collectors.toMap(VertebraCase::caseId, Function.identity()));
        return ids.stream().map(byId::get).toList();
    }
}
