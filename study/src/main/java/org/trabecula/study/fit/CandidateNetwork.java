package org.trabecula.study.fit;

import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.StudySettings;

/// One of the networks that a study chooses among.
///
/// @param settings as if this network alone had been asked for
/// @param step     as it starts
public record CandidateNetwork(StudySettings settings, NetworkStep step) {
    public Choice.Architecture architecture() {
        return settings.network().architecture();
    }

    /// The place of the largest area; of equal ones that with the fewest parameters, then the first.
    ///
    /// @param aucs       of the deep signature; NaN where there is none
    /// @param parameters of the backbones
    public static int best(double[] aucs, long[] parameters) {
        int best = 0;
        for (int one = 1; one < aucs.length; one++) {
            if (aucs[one] > aucs[best] || aucs[one] == aucs[best] && parameters[one] < parameters[best]) {
                best = one;
            }
        }
        return best;
    }
}
