package org.trabecula.web.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.Mask;
import org.trabecula.outline.agreement.Agreement;
import org.trabecula.outline.agreement.AgreementSpread;
import org.trabecula.stats.icc.Icc;
import org.trabecula.stats.icc.ReproducibilityRule;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.reader.OutlineAgreement;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.table.TextTableFile;

/// Compares second outlines with the first ones: the study's agreement of features, and how the outlines lie on each other. Kept beside
/// the sessions as `icc.json` and `icc.csv`.
final class OutlineComparison {
    private static final String VIEW = "icc.json";
    static final String TABLE = "icc.csv";
    private static final int SHOWN = 20;
    private static final double GOOD = 0.75;
    private static final double EXCELLENT = 0.90;

    private final Path folder;
    private final Path store;
    private final ImageFormats formats;
    private final String preset;

    /// @param folder where the sessions are kept
    /// @param store  where features are kept for the next time
    /// @param preset of the features
    OutlineComparison(Path folder, Path store, ImageFormats formats, String preset) {
        this.folder = folder;
        this.store = store;
        this.formats = formats;
        this.preset = preset;
    }

    /// Measures and compares; takes minutes.
    IccView compare(Cohort cohort, Progress progress) throws IOException {
        ReproducibilityRule rule = StudyYaml.preset("paper").icc().rule();
        List<String> notes = new ArrayList<>();
        OutlineAgreement found;
        try (StageStore kept = StageStore.open(store, "the room's features")) {
            found = OutlineAgreement.of(cohort, preset, rule, formats, kept, Runtime.getRuntime().availableProcessors(), progress);
        }
        List<Optional<AgreementSpread>> spreads = new ArrayList<>();
        for (OutlineAgreement.Comparison one : found.comparisons()) {
            spreads.add(spread(one, cohort, progress, notes));
        }
        table(found);
        IccView view = view(found, rule, spreads, notes);
        AtomicFile.writeText(folder.resolve(VIEW), StudyJson.text(view));
        return view;
    }

    /// The last comparison; empty while there is none.
    Optional<String> last() throws IOException {
        Path file = folder.resolve(VIEW);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    private Optional<AgreementSpread> spread(OutlineAgreement.Comparison one, Cohort cohort, Progress progress, List<String> notes) {
        CaseOpener opener = CaseOpener.study(formats, CaseNotes.ofOne(Progress.NONE));
        List<Agreement> agreements = new ArrayList<>();
        progress.stage("outlines, " + one.name(), one.cases().size());
        for (String caseId : one.cases()) {
            VertebraCase vertebra = cohort.find(caseId);
            Path second = (one.name().equals("same reader") ? vertebra.maskIntra() : vertebra.maskInter()).orElseThrow();
            try {
                Mask first = opener.forPixels(vertebra, CaseOpener.maskOf(vertebra)).mask();
                agreements.add(Agreement.of(first, opener.forPixels(vertebra, second).mask()));
            } catch (InputException e) {
                notes.add(one.name() + ": of one case the outlines do not lie on the image's voxels, so they are left out of Dice");
            }
            progress.done(caseId);
        }
        return agreements.isEmpty() ? Optional.empty() : Optional.of(AgreementSpread.of(agreements));
    }

    private IccView view(
            OutlineAgreement found, ReproducibilityRule rule, List<Optional<AgreementSpread>> spreads, List<String> notes) {
        List<IccView.ComparisonView> comparisons = new ArrayList<>();
        for (int n = 0; n < found.comparisons().size(); n++) {
            int at = n;
            Optional<AgreementSpread> spread = spreads.get(n);
            comparisons.add(new IccView.ComparisonView(
                    found.comparisons().get(n).name(), found.comparisons().get(n).cases().size(), found.atLeast(n, EXCELLENT),
                    found.atLeast(n, GOOD), found.verdicts().stream().filter(one -> rule.holds(one.byComparison().get(at))).count(),
                    found.verdicts().stream().filter(one -> Double.isNaN(one.byComparison().get(at).icc())).count(),
                    number(spread.map(AgreementSpread::medianDice)), number(spread.map(AgreementSpread::lowestDice)),
                    number(spread.map(AgreementSpread::medianSurfaceDistance95Mm))));
        }
        List<IccView.FeatureView> least = found.verdicts().stream()
                .sorted(Comparator.comparingDouble(OutlineComparison::worst))
                .limit(SHOWN)
                .map(one -> new IccView.FeatureView(
                        found.features().get(one.feature()), one.byComparison().stream().map(icc -> ShareView.finite(icc.icc())).toList()))
                .toList();
        return new IccView(
                preset, rule.form().label(), rule.atLeast(), comparisons, found.verdicts().size(), found.kept(), least, found.failures().size(), notes);
    }

    /// Of a feature's ICCs; one that does not exist is the worst.
    private static double worst(ReproducibilityRule.Verdict verdict) {
        return verdict.byComparison().stream()
                .mapToDouble(icc -> Double.isNaN(icc.icc()) ? Double.NEGATIVE_INFINITY : icc.icc())
                .min()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    /// Every feature with its ICCs and their 95 % limits.
    private void table(OutlineAgreement found) throws IOException {
        List<String> header = new ArrayList<>(List.of("feature"));
        for (OutlineAgreement.Comparison one : found.comparisons()) {
            String name = one.name().replace(' ', '_');
            header.addAll(List.of(name + "_icc", name + "_lower", name + "_upper"));
        }
        header.add("kept");
        List<List<String>> rows = new ArrayList<>();
        for (ReproducibilityRule.Verdict one : found.verdicts()) {
            List<String> row = new ArrayList<>(List.of(found.features().get(one.feature())));
            for (Icc icc : one.byComparison()) {
                row.addAll(List.of(cell(icc.icc()), cell(icc.lower()), cell(icc.upper())));
            }
            row.add(one.kept() ? "yes" : "no");
            rows.add(row);
        }
        TextTableFile.write(folder.resolve(TABLE), header, rows);
    }

    private static String cell(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
