package org.trabecula.study.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.feature.Extracted;
import org.trabecula.extraction.feature.HandCrafted;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.MaskPlacement;
import org.trabecula.extraction.region.RegionChoice;
import org.trabecula.extraction.region.SchemeChoice;
import org.trabecula.image.ImageFormats;
import org.trabecula.learn.step.Columns;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.icc.ReproducibilityRule;
import org.trabecula.study.input.StudyInputs;
import org.trabecula.table.FeatureTable;

/// How far the features of second outlines agree with those of the first ones (P5, P10): what step 3 of the protocol will find, before
/// a study is run. Cases are compared whose both outlines could be measured.
///
/// @param comparisons what was compared, in order: same reader, other reader
/// @param features    by name, in the engine's order
/// @param verdicts    one a feature, by the study's own rule; its ICCs in the order of `comparisons`
/// @param failures    cases of which an outline could not be measured, each once
public record OutlineAgreement(
        List<Comparison> comparisons, List<String> features, List<ReproducibilityRule.Verdict> verdicts, List<CaseFailure> failures) {
    private static final int FEWEST = 2;

    /// @param name  `same reader` or `other reader`
    /// @param cases that were compared
    public record Comparison(String name, List<String> cases) {
        public Comparison {
            cases = List.copyOf(cases);
        }
    }

    public OutlineAgreement {
        comparisons = List.copyOf(comparisons);
        features = List.copyOf(features);
        verdicts = List.copyOf(verdicts);
        failures = List.copyOf(failures);
    }

    /// Measures both outlines of the cases that have two. Comparisons of fewer than two cases are left out; without any there are no
    /// verdicts.
    ///
    /// @param cohort   with `mask_intra`, `mask_inter`
    /// @param preset   of the features
    /// @param formats  of images that are read
    /// @param store    keeps what is measured, for the next time
    public static OutlineAgreement of(
            Cohort cohort, String preset, ReproducibilityRule rule, ImageFormats formats, StageStore store, int jobs, Progress progress) {
        CaseOpener opener = new CaseOpener(
                formats, RegionChoice.of(SchemeChoice.AUTO), MaskPlacement.of(StudyInputs.radiomics(preset).preparation()), new CaseNotes(progress));
        HandCrafted engine = new HandCrafted(StudyInputs.radiomics(preset), store, opener);
        List<Seconds> wanted = List.of(new Seconds("same reader", VertebraCase::maskIntra), new Seconds("other reader", VertebraCase::maskInter));
        List<VertebraCase> twice = cohort.included().stream().filter(one -> wanted.stream().anyMatch(second -> second.has(one))).toList();
        Extracted first = engine.extract("features of first outlines", twice, CaseOpener::maskOf, jobs, progress);
        List<CaseFailure> failures = new ArrayList<>(first.failures());
        List<Comparison> comparisons = new ArrayList<>();
        List<List<Matrix>> readings = new ArrayList<>();
        for (Seconds second : wanted) {
            List<VertebraCase> cases = twice.stream().filter(second::has).toList();
            Extracted again = engine.extract(
                    "features of second outlines, " + second.name(), cases, one -> second.outline().apply(one).orElseThrow(), jobs, progress);
            again.failures().stream()
                    .filter(failure -> failures.stream().noneMatch(known -> known.caseId().equals(failure.caseId())))
                    .forEach(failures::add);
            compare(second.name(), first.table(), again.table(), comparisons, readings);
        }
        List<String> features = first.table().names();
        return new OutlineAgreement(comparisons, features, readings.isEmpty() ? List.of() : rule.judge(readings, jobs), failures);
    }

    private static void compare(
            String name, FeatureTable first, FeatureTable again, List<Comparison> comparisons, List<List<Matrix>> readings) {
        Predicate<String> measuredTwice = again::hasCase;
        List<String> both = first.caseIds().stream().filter(measuredTwice).toList();
        if (both.size() >= FEWEST) {
            comparisons.add(new Comparison(name, both));
            readings.add(List.of(Columns.matrix(first.cases(both)), Columns.matrix(again.cases(both).select(first.names()))));
        }
    }

    private record Seconds(String name, Function<VertebraCase, Optional<Path>> outline) {
        boolean has(VertebraCase one) {
            return one.mask().isPresent() && outline.apply(one).isPresent();
        }
    }

    /// Features whose ICC in one comparison is at least a bound.
    public long atLeast(int comparison, double bound) {
        return verdicts.stream().filter(one -> one.byComparison().get(comparison).icc() >= bound).count();
    }

    /// Features that the study's rule keeps: every comparison reaches its bound.
    public long kept() {
        return verdicts.stream().filter(ReproducibilityRule.Verdict::kept).count();
    }
}
