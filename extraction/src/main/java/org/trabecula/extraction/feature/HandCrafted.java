package org.trabecula.extraction.feature;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.CancelledException;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.failure.UnforeseenFailure;
import org.trabecula.extraction.feature.FeatureStage.Outlined;
import org.trabecula.extraction.memory.MemoryPlan;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.SharedScans;
import org.trabecula.extraction.region.SharedScans.Outline;
import org.trabecula.radiomics.settings.Settings;

/// Hand-crafted features of many cases (protocol, step 2). A case that is finished stays finished: its row is kept in a
/// [StageStore], so an interrupted run goes on where it stopped. One case that fails never stops the others.
public final class HandCrafted {
    private final FeatureStage stage;
    private final SharedScans scans;
    private final StageStore store;

    /// @param store where finished rows are kept
    public HandCrafted(Settings settings, StageStore store, CaseOpener opener, CaseWatcher watcher) {
        this(settings, store, opener, watcher, MemoryPlan.ofThisProcess());
    }

    /// @param memory shared by all that extract in this process
    public HandCrafted(Settings settings, StageStore store, CaseOpener opener, CaseWatcher watcher, MemoryPlan memory) {
        this.scans = new SharedScans(opener);
        this.stage = new FeatureStage(settings, store.hashes(), scans.opener(), watcher, memory);
        this.store = store;
    }

    /// Nobody watching.
    public HandCrafted(Settings settings, StageStore store, CaseOpener opener) {
        this(settings, store, opener, CaseWatcher.NOBODY);
    }

    /// Extracts what is not finished yet.
    ///
    /// @param name of the stage, for progress
    public Extracted extract(String name, List<VertebraCase> cases, Outline outline, int jobs, Progress progress) {
        return rows(name, cases, outline, jobs, progress).table();
    }

    /// The same, the rows each by itself.
    public ExtractedRows rows(String name, List<VertebraCase> cases, Outline outline, int jobs, Progress progress) {
        RowStack stack = new RowStack();
        List<Optional<CaseRow>> finished = finished(cases, outline, jobs, stack);
        List<VertebraCase> left = IntStream.range(0, cases.size()).filter(n -> finished.get(n).isEmpty()).mapToObj(cases::get).toList();
        if (left.size() < cases.size()) {
            progress.note(cases.size() - left.size() + " of " + cases.size() + " cases are finished already");
        }
        progress.stage(name, left.size());
        scans.expect(left, outline);
        List<Object> results = Parallel.map(left.size(), jobs, at -> rowOrFailure(left.get(at), outline, stack, progress));
        List<CaseRow> rows = new ArrayList<>();
        List<CaseFailure> failures = new ArrayList<>();
        Iterator<Object> computed = results.iterator();
        for (Optional<CaseRow> kept : finished) {
            switch (kept.isPresent() ? kept.get() : computed.next()) {
                case CaseRow row -> rows.add(row);
                case CaseFailure failure -> failures.add(failure);
                default -> throw new IllegalStateException("neither row nor failure");
            }
        }
        return new ExtractedRows(rows, failures);
    }

    /// By what the rows are made.
    public Recipe recipe() {
        return stage.recipe();
    }

    /// What a run would do.
    ///
    /// @param finished  cases computed by an earlier run
    /// @param failures  cases that would fail for what their headers say
    /// @param mostBytes estimated memory of the largest case
    public record Plan(int finished, List<CaseFailure> failures, long mostBytes) {
        public Plan {
            failures = List.copyOf(failures);
        }
    }

    /// Reads headers and masks, computes nothing.
    public Plan plan(List<VertebraCase> cases, Outline outline, int jobs, Progress progress) {
        AtomicLong most = new AtomicLong();
        progress.stage("reading headers and masks", cases.size());
        scans.expect(cases, outline);
        List<Optional<CaseFailure>> bad = Parallel.map(cases.size(), jobs, n -> {
            VertebraCase vertebra = cases.get(n);
            try {
                long bytes = stage.estimatedBytes(scans.opener().forFeatures(vertebra, outline.of(vertebra)));
                most.accumulateAndGet(bytes, Math::max);
                return Optional.empty();
            } catch (InputException e) {
                return Optional.of(CaseFailure.of(vertebra.caseId(), e));
            } finally {
                scans.done(vertebra, outline);
                progress.done(vertebra.caseId());
            }
        });
        int finished = (int) finished(cases, outline, jobs, new RowStack()).stream().filter(Optional::isPresent).count();
        return new Plan(finished, bad.stream().flatMap(Optional::stream).toList(), most.get());
    }

    /// The rows that an earlier run has finished, in the order of `cases`.
    private List<Optional<CaseRow>> finished(List<VertebraCase> cases, Outline outline, int jobs, RowStack stack) {
        return Parallel.map(cases.size(), jobs, at -> {
            VertebraCase vertebra = cases.get(at);
            try {
                return store.find(stage, new Outlined(vertebra, outline.of(vertebra)))
                        .map(row -> stack.row(vertebra.caseId(), row));
            } catch (InputException | IOException e) {
                return Optional.empty(); // the extraction itself will say what is wrong
            }
        });
    }

    private Object rowOrFailure(VertebraCase vertebra, Outline outline, RowStack stack, Progress progress) {
        try {
            return stack.row(vertebra.caseId(), store.get(stage, new Outlined(vertebra, outline.of(vertebra))));
        } catch (CancelledException e) {
            throw e;
        } catch (InputException e) {
            return CaseFailure.of(vertebra.caseId(), e);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (e instanceof ClosedByInterruptException || Thread.currentThread().isInterrupted()) {
                Thread.currentThread().interrupt();
                throw new CancelledException(); // the user stopped the run: the case has not failed
            }
            return CaseFailure.of(vertebra.caseId(), UnforeseenFailure.of(vertebra.caseId(), e));
        } finally {
            scans.done(vertebra, outline);
            progress.done(vertebra.caseId());
        }
    }
}
