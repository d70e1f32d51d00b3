package org.trabecula.study.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.extraction.check.FindingTable;
import org.trabecula.extraction.check.QualityChecks;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.failure.ExtractionProblem;
import org.trabecula.extraction.failure.FailureTable;
import org.trabecula.extraction.feature.Extracted;
import org.trabecula.extraction.feature.HandCrafted;
import org.trabecula.extraction.network.Crops;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.MaskPlacement;
import org.trabecula.extraction.region.RegionChoice;
import org.trabecula.extraction.region.SchemeChoice;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.study.fit.SecondOutlines;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.Stopwatch;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.FeatureTableFile;

/// From a cohort to the tables and crops that the protocol learns from; writes `features/` as it goes.
public final class StudyInputs {
    private final StudySettings settings;
    private final RunFolder run;
    private final int jobs;
    private final Progress progress;
    private final CaseOpener opener;
    private final HandCrafted handCrafted;

    public StudyInputs(StudySettings settings, RunFolder run, int jobs, Progress progress) {
        this.settings = settings;
        this.run = run;
        this.jobs = jobs;
        this.progress = progress;
        this.opener = opener(settings.features(), progress);
        this.handCrafted = new HandCrafted(radiomics(settings.features()), run.store(), opener);
    }

    /// What the features are.
    ///
    /// @param features a preset of the radiomics engine
    public static Settings radiomics(String features) {
        return Preset.named(features).settings();
    }

    /// How cases are opened, for features and crops alike: a mask that one may measure is one that the other may show.
    ///
    /// @param features a preset of the radiomics engine
    public static CaseOpener opener(String features, Progress progress) {
        return opener(features, SchemeChoice.AUTO, progress);
    }

    /// @param scheme by which label maps of numbers are understood
    public static CaseOpener opener(String features, SchemeChoice scheme, Progress progress) {
        return new CaseOpener(
                StandardFormats.ALL, RegionChoice.of(scheme), MaskPlacement.of(radiomics(features).preparation()), new CaseNotes(progress).besideChecks());
    }

    /// What a crop shows.
    public static CropSettings cropSettings(StudySettings.Crop crop) {
        return new CropSettings(
                crop.size(), crop.huLow(), crop.huHigh(), crop.marginMm(), CropSettings.Shape.STRETCHED, false, 0);
    }

    /// Everything of a cohort with images.
    public StudyData read(Cohort everybody, Stopwatch watch) throws IOException {
        QualityGate quality = watch.time("checks", () -> QualityGate.of(
                everybody, new QualityChecks(opener, run.store(), jobs, progress).of(everybody.included()), settings.excludeOn()));
        quality.tell(progress);
        FindingTable.write(run.at("checks.csv"), quality.findings(), quality::excludes);
        Cohort cohort = quality.cohort();
        Extracted features = watch.time("features", () -> features(cohort));
        SecondOutlines again = watch.time("second outlines", () -> secondOutlines(cohort));
        Crops crops = watch.time("crops", () -> crops(cohort));
        List<CaseFailure> failures = failures(features, crops);
        FailureTable.write(run.at("failures.csv"), failures); // now, for the case that too few are left
        return new StudyData(cohort, features.table(), again, Optional.of(crops), failures, Optional.of(quality.findings()));
    }

    /// Step 2: features of every included case.
    private Extracted features(Cohort cohort) throws IOException {
        Extracted result = handCrafted.extract(
                "features", cohort.included(), CaseOpener::maskOf, jobs, progress);
        FeatureTableFile.write(result.table(), run.at("features/hcr.csv.gz"));
        return result;
    }

    /// Features of second outlines, where the manifest has them.
    private SecondOutlines secondOutlines(Cohort cohort) throws IOException {
        List<String> names = new ArrayList<>();
        List<FeatureTable> tables = new ArrayList<>();
        again("intra", "same reader", cohort, VertebraCase::maskIntra, names, tables);
        again("inter", "other reader", cohort, VertebraCase::maskInter, names, tables);
        return new SecondOutlines(names, tables);
    }

    private void again(
            String file,
            String name,
            Cohort cohort,
            java.util.function.Function<VertebraCase, Optional<Path>> outline,
            List<String> names,
            List<FeatureTable> tables)
            throws IOException {
        List<VertebraCase> outlined =
                cohort.included().stream().filter(c -> outline.apply(c).isPresent()).toList();
        if (outlined.isEmpty()) {
            return;
        }
        Extracted result = handCrafted.extract(
                "features, " + name, outlined, c -> required(c, outline.apply(c)), jobs, progress);
        FeatureTableFile.write(result.table(), run.at("features/hcr-" + file + ".csv.gz"));
        names.add(name);
        tables.add(result.table());
    }

    /// Step 10: what the network sees of every included case.
    private Crops crops(Cohort cohort) {
        return Crops.of(cohort.included(), cropSettings(settings.crop()), run.store(), opener, jobs, progress);
    }

    /// One entry per case, whichever step it failed in first.
    public static List<CaseFailure> failures(Extracted features, Crops crops) {
        Map<String, CaseFailure> first = new LinkedHashMap<>();
        features.failures().forEach(f -> first.putIfAbsent(f.caseId(), f));
        crops.failures().forEach(f -> first.putIfAbsent(f.caseId(), f));
        return List.copyOf(first.values());
    }

    /// Whether any case carries the mark of a synthetic cohort.
    public static boolean isSynthetic(Cohort cohort) {
        return cohort.isSynthetic();
    }

    private static Path required(VertebraCase c, Optional<Path> mask) {
        return mask.orElseThrow(() -> new InputException(new Problem(
                ExtractionProblem.NO_IMAGES, "case " + c.caseId() + ", line " + c.line(), "no mask",
                "a file in column mask", "name the file, or exclude the case with a reason")));
    }
}
