package org.trabecula.study.settings;

import java.util.List;
import java.util.stream.IntStream;

/// The key `evaluation` (step 17): how often patients are drawn, and the groups in which models are looked at.
///
/// @param bootstrap     draws of patients behind the interval of every area, and of the area within age bands
/// @param bands         draws behind the bands of calibration and decision curves and the intervals of differences; 0 for none
/// @param optimism      draws behind the optimism of the clinical models, each refitted in each; 0 for none
/// @param ageBands      ages in years at which a new band begins, rising; none: no bands
/// @param smallestGroup cases that each class needs in a group, or its AUC is not given
public record Appraisal(int bootstrap, int bands, int optimism, List<Integer> ageBands, int smallestGroup) {
    /// Nothing drawn, no bands of age: of what no evaluation depends on.
    static final Appraisal NONE = new Appraisal(0, 0, 0, List.of(), 2);

    private static final int OLDEST_YEARS = 150;

    public Appraisal {
        ageBands = List.copyOf(ageBands);
        List<Integer> edges = ageBands;
        require(drawn(bootstrap), "bootstrap", "0, or at least 100", bootstrap);
        require(drawn(bands), "bands", "0, or at least 100", bands);
        require(drawn(optimism), "optimism", "0, or at least 100", optimism);
        require(
                edges.stream().allMatch(age -> age > 0 && age < OLDEST_YEARS)
                        && IntStream.range(1, edges.size()).allMatch(k -> edges.get(k - 1) < edges.get(k)),
                "age_bands", "rising ages in years, such as [50, 65, 80]", edges);
        require(smallestGroup >= 2, "smallest_group", "at least 2", smallestGroup);
    }

    /// A percentile of fewer is a draw or two.
    private static boolean drawn(int replicates) {
        return replicates == 0 || replicates >= 100;
    }

    private static void require(boolean holds, String key, String expected, Object found) {
        if (!holds) {
            throw new SettingException("evaluation." + key, expected, String.valueOf(found));
        }
    }
}
