package org.trabecula.extraction.feature;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.check.QualityChecks;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.radiomics.settings.Settings;

/// Features of a manifest's cases: each by itself, those without files listed, finished ones kept.
public final class ManifestExtraction {
    private final HandCrafted handCrafted;
    private final List<VertebraCase> cases;
    private final List<CaseFailure> missing;
    private final int jobs;
    private final Progress progress;
    private final QualityChecks checks;

    public ManifestExtraction(
            ManifestCases manifest,
            Settings settings,
            StageStore store,
            CaseOpener opener,
            CaseWatcher watcher,
            int jobs,
            Progress progress) {
        this.handCrafted = new HandCrafted(settings, store, opener, watcher);
        this.cases = manifest.rows(opener, jobs);
        this.missing = manifest.missing();
        this.jobs = jobs;
        this.progress = progress;
        this.checks = new QualityChecks(opener, store, jobs, progress);
    }

    /// What a run would do; its failures include the cases without files.
    public HandCrafted.Plan plan() {
        HandCrafted.Plan plan = handCrafted.plan(cases, CaseOpener::maskOf, jobs, progress);
        return new HandCrafted.Plan(plan.finished(), withMissing(plan.failures()), plan.mostBytes());
    }

    /// Says what is odd about the cases, and extracts what is not finished; failures come in the order of the manifest's good rows, after those without files.
    public Extracted extract() {
        checks.of(cases).forEach(odd -> checks.opener().notes().say(odd.caseId(), odd.sentence()));
        Extracted done = handCrafted.extract("features", cases, CaseOpener::maskOf, jobs, progress);
        return new Extracted(done.table(), withMissing(done.failures()));
    }

    /// Rows that were asked for, those without files included.
    public int rows() {
        return cases.size() + missing.size();
    }

    private List<CaseFailure> withMissing(List<CaseFailure> failures) {
        List<CaseFailure> all = new ArrayList<>(missing);
        all.addAll(failures);
        return all;
    }
}
