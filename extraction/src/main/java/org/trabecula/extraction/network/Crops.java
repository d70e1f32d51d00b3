package org.trabecula.extraction.network;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.CancelledException;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.failure.ExtractionProblem;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.SharedScans;

/// What the network sees of each case (P15; protocol, step 10).
public final class Crops {
    private final Map<String, Crop> byCase;
    private final List<CaseFailure> failures;

    private Crops(Map<String, Crop> byCase, List<CaseFailure> failures) {
        this.byCase = byCase;
        this.failures = List.copyOf(failures);
    }

    /// Crops every case; only the slices that a crop needs are decoded. One case that fails never stops the others.
    ///
    /// @param store where finished crops are kept
    public static Crops of(
            List<VertebraCase> cases, CropSettings settings, StageStore store, CaseOpener opener, int jobs, Progress progress) {
        SharedScans scans = new SharedScans(opener);
        scans.expect(cases, CaseOpener::maskOf);
        CropStage stage = new CropStage(settings, store.hashes(), scans.opener());
        progress.stage("crops", cases.size());
        List<Object> results = Parallel.map(cases.size(), jobs, at -> cropOrFailure(cases.get(at), stage, store, scans, progress));
        Map<String, Crop> crops = new LinkedHashMap<>();
        List<CaseFailure> failures = new ArrayList<>();
        for (int at = 0; at < results.size(); at++) {
            switch (results.get(at)) {
                case Crop crop -> crops.put(cases.get(at).caseId(), crop);
                case CaseFailure failure -> failures.add(failure);
                default -> throw new IllegalStateException("neither crop nor failure");
            }
        }
        return new Crops(crops, failures);
    }

    /// Crops of a manifest's included cases; the cases without files fail first.
    public static Crops of(
            ManifestCases cases, CropSettings settings, StageStore store, CaseOpener opener, int jobs, Progress progress) {
        Crops crops = of(cases.cohort().included(), settings, store, opener, jobs, progress);
        List<CaseFailure> all = new ArrayList<>(cases.missing());
        all.addAll(crops.failures);
        return new Crops(crops.byCase, all);
    }

    private static Object cropOrFailure(VertebraCase vertebra, CropStage stage, StageStore store, SharedScans scans, Progress progress) {
        try {
            return store.get(stage, vertebra);
        } catch (InputException e) {
            return CaseFailure.of(vertebra.caseId(), e);
        } catch (ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(); // the user stopped the run: the case has not failed
        } catch (IOException e) {
            return CaseFailure.of(vertebra.caseId(), new InputException(
                    new Problem(
                            ExtractionProblem.NO_IMAGES, "case " + vertebra.caseId(), e.toString(),
                            "readable image and mask files", "check the files and their permissions"),
                    e));
        } finally {
            scans.done(vertebra, CaseOpener::maskOf);
            progress.done(vertebra.caseId());
        }
    }

    /// @throws NoSuchElementException if the case has none
    public Crop of(String caseId) {
        Crop crop = byCase.get(caseId);
        if (crop == null) {
            throw new NoSuchElementException("no crop of case " + caseId);
        }
        return crop;
    }

    /// Those of some cases, in their order.
    ///
    /// @throws NoSuchElementException if one has none
    public Crops only(List<String> caseIds) {
        Map<String, Crop> some = new LinkedHashMap<>();
        caseIds.forEach(id -> some.put(id, of(id)));
        return new Crops(some, List.of());
    }

    public List<CaseFailure> failures() {
        return failures;
    }

    /// Crops in manifest order.
    public Map<String, Crop> all() {
        return Collections.unmodifiableMap(byCase);
    }

    /// The pixels of these cases, one after the other, as a network takes them.
    public float[] pixels(List<String> caseIds) {
        int one = of(caseIds.getFirst()).values().length;
        float[] all = new float[Math.multiplyExact(one, caseIds.size())];
        for (int at = 0; at < caseIds.size(); at++) {
            System.arraycopy(of(caseIds.get(at)).values(), 0, all, at * one, one);
        }
        return all;
    }
}
