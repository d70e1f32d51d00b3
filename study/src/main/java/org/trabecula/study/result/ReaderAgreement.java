package org.trabecula.study.result;

import java.util.List;
import java.util.Optional;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Interval;
import org.trabecula.stats.agreement.CohensKappa;
import org.trabecula.stats.roc.Proportion;

/// How far two readers agreed on the outcome, each by himself, before their consensus (P2). All rows with both readings count, those that
/// the study left out too: agreement is a property of the reading.
///
/// @param both         both say positive
/// @param firstOnly    the first says positive, the second negative
/// @param secondOnly   the second says positive, the first negative
/// @param neither      both say negative
/// @param patients     whose rows they are
/// @param kappa        with its asymptotic standard error
/// @param limits       of κ, 95 %
/// @param byPatient    whether the limits come from drawing patients, because some have several rows; else they are asymptotic
/// @param agreed       percent agreement as a share, Wilson's limits 95 %; of rows
/// @param agreedLimits of the share
/// @param resolved     rows of different calls that have an outcome, by consensus
/// @param against      rows whose outcome is neither reader's call
public record ReaderAgreement(
        int both,
        int firstOnly,
        int secondOnly,
        int neither,
        int patients,
        CohensKappa kappa,
        Interval limits,
        boolean byPatient,
        double agreed,
        Interval agreedLimits,
        int resolved,
        int against) {
    public static final double LEVEL = 0.95;
    public static final int DRAWS = 2000;

    public int cases() {
        return both + firstOnly + secondOnly + neither;
    }

    public int disagreements() {
        return firstOnly + secondOnly;
    }

    /// Empty where no row has two readings.
    ///
    /// @param seed of the draws
    public static Optional<ReaderAgreement> of(Cohort cohort, long seed, int jobs) {
        List<VertebraCase> read = cohort.cases().stream().filter(one -> one.readings().areTwo()).toList();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        int[] first = read.stream().mapToInt(one -> one.readings().first().orElseThrow()).toArray();
        int[] second = read.stream().mapToInt(one -> one.readings().second().orElseThrow()).toArray();
        int[][] counts = new int[2][2];
        int resolved = 0;
        int against = 0;
        for (int row = 0; row < first.length; row++) {
            counts[first[row]][second[row]]++;
            int outcome = read.get(row).outcome().orElse(-1);
            resolved += first[row] != second[row] && outcome >= 0 ? 1 : 0;
            against += first[row] == second[row] && outcome >= 0 && outcome != first[row] ? 1 : 0;
        }
        Clusters clusters = Clusters.of(read.stream().map(VertebraCase::patientId).toList());
        boolean byPatient = clusters.count() < read.size();
        CohensKappa kappa = CohensKappa.of(counts);
        Interval limits = byPatient && !Double.isNaN(kappa.kappa())
                ? CohensKappa.byPatient(first, second, clusters, 2, DRAWS, LEVEL, new RandomStreams(seed).within("readers"), jobs)
                : kappa.asymptotic(LEVEL);
        Proportion agreed = new Proportion(counts[0][0] + counts[1][1], read.size());
        return Optional.of(new ReaderAgreement(
                counts[1][1], counts[1][0], counts[0][1], counts[0][0], clusters.count(), kappa, limits, byPatient, agreed.value(),
                agreed.wilson(LEVEL), resolved, against));
    }

    /// The same of a study.
    public static Optional<ReaderAgreement> of(StudyResult result) {
        return of(result.cohort(), result.settings().seed(), 1);
    }
}
