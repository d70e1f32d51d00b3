package org.trabecula.extraction.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.check.QualityChecks;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.SeveralSteps;
import org.trabecula.radiomics.settings.Settings;

/// Features of a manifest's cases: each by itself, those without files listed, finished ones kept.
public final class ManifestExtraction {
    private final HandCrafted handCrafted;
    private final ManifestCases manifest;
    private final List<VertebraCase> cases;
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
        CaseOpener steps = SeveralSteps.opener(opener, settings.preparation());
        this.handCrafted = new HandCrafted(settings, store, steps, watcher);
        this.cases = manifest.rows(steps, jobs);
        this.manifest = manifest;
        this.jobs = jobs;
        this.progress = progress;
        this.checks = new QualityChecks(steps, store, jobs, progress);
    }

    /// What a run would do; its failures include the cases without files.
    public HandCrafted.Plan plan() {
        HandCrafted.Plan plan = handCrafted.plan(cases, CaseOpener::maskOf, jobs, progress);
        return new HandCrafted.Plan(plan.finished(), withMissing(plan.failures()), plan.mostBytes());
    }

    /// Says what is odd about the cases, and extracts what is not finished; failures come in the order of the manifest's good rows, after those without files.
    public Extracted extract() {
        return extractRows().table();
    }

    /// The same, the rows each by itself.
    public ExtractedRows extractRows() {
        checks.of(cases).forEach(odd -> checks.opener().notes().say(odd.caseId(), odd.sentence()));
        ExtractedRows done = handCrafted.rows("features", cases, CaseOpener::maskOf, jobs, progress);
        return new ExtractedRows(done.rows(), withMissing(done.failures()));
    }

    /// By what the rows are made.
    public Recipe recipe() {
        return handCrafted.recipe();
    }

    /// The line of the manifest that each row comes from, by the row's name; those of rows that fail, too.
    public Map<String, Integer> lines() {
        Map<String, Integer> lines = new HashMap<>();
        manifest.withoutFiles().keySet().forEach(one -> lines.put(one.caseId(), one.line()));
        cases.forEach(one -> lines.put(one.caseId(), one.line()));
        return lines;
    }

    /// Rows that were asked for, those without files included.
    public int rows() {
        return cases.size() + manifest.withoutFiles().size();
    }

    private List<CaseFailure> withMissing(List<CaseFailure> failures) {
        List<CaseFailure> all = new ArrayList<>(manifest.missing());
        all.addAll(failures);
        return all;
    }
}
