package org.trabecula.extraction.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.region.CaseOpener;

/// Some cases to look at; what is finished is kept.
public final class CaseMontages {
    private CaseMontages() {}

    /// Draws each case; only the voxels around its mask are decoded, and no more cases at once than memory holds.
    ///
    /// @return by case, in the order given
    /// @throws org.trabecula.core.InputException if a file is refused
    public static Map<String, CaseMontage> of(
            List<VertebraCase> cases, StageStore store, CaseOpener opener, int jobs, Progress progress) {
        MontageStage stage = new MontageStage(store.hashes(), opener);
        progress.stage("pictures of cases", cases.size());
        List<CaseMontage> drawn = Parallel.map(cases.size(), jobs, at -> {
            try {
                CaseMontage montage = store.get(stage, cases.get(at));
                progress.done(cases.get(at).caseId());
                return montage;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Map<String, CaseMontage> montages = new LinkedHashMap<>();
        for (int at = 0; at < drawn.size(); at++) {
            montages.put(cases.get(at).caseId(), drawn.get(at));
        }
        return montages;
    }
}
