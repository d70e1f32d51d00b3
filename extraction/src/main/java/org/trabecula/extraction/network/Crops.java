package org.trabecula.extraction.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.crop.CropPlan;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.region.CaseImages;

/// What the network sees of each case (P15; protocol, step 10).
public final class Crops {
    private final Map<String, Crop> byCase;
    private final List<CaseFailure> failures;

    private Crops(Map<String, Crop> byCase, List<CaseFailure> failures) {
        this.byCase = byCase;
        this.failures = List.copyOf(failures);
    }

    /// Crops every case; only the slices that a crop needs are decoded.
    public static Crops of(List<VertebraCase> cases, CropSettings settings, int jobs, Progress progress) {
        progress.stage("crops", cases.size());
        List<Object> results = Parallel.map(cases.size(), jobs, at -> {
            VertebraCase vertebra = cases.get(at);
            try {
                CaseImages images = CaseImages.open(vertebra);
                CropPlan plan = CropPlan.of(images.mask(), settings);
                return plan.sample(images.image().read(plan.box()), "case " + vertebra.caseId());
            } catch (InputException e) {
                return CaseFailure.of(vertebra.caseId(), e);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            } finally {
                progress.done(vertebra.caseId());
            }
        });
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

    /// @throws NoSuchElementException if the case has none
    public Crop of(String caseId) {
        Crop crop = byCase.get(caseId);
        if (crop == null) {
            throw new NoSuchElementException("no crop of case " + caseId);
        }
        return crop;
    }

    public List<CaseFailure> failures() {
        return failures;
    }

    /// Crops in manifest order.
    public Map<String, Crop> all() {
        return java.util.Collections.unmodifiableMap(byCase);
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
