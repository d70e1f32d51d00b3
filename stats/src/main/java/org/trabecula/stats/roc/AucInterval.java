package org.trabecula.stats.roc;

import java.util.Optional;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Outcome;

/// The interval of an area that is reported, by a rule that looks at nothing but counts and the ends of the scale.
///
/// | where | method | why |
/// |---|---|---|
/// | area 0 or 1 | [Method#EXACT] | the estimated variance is 0, the true one is not |
/// | variance not above 0 otherwise, as of scores that are all the same | [Method#NEWCOMBE] | the same |
/// | fewer than [#MANY_PATIENTS] patients with a case, or with a control | [Method#LOGIT] | the normal interval covers too little |
/// | otherwise | [Method#DELONG] | both agree |
///
/// Simulated for two normal distributions with 4,000 samples each, a nominal 95 % interval covers at an area of 0.9 with 20 cases and 20
/// controls in 89.0 (normal) and 94.7 % (logit), with 100 and 100 in 94.0 and 95.0 %, with 200 and 200 in 93.9 and 94.7 %; at 0.95 in
/// 83.3 and 96.0 %, 92.7 and 94.9 %, 93.7 and 94.9 %.
///
/// Source of the logit scale: Pepe 2003, The Statistical Evaluation of Medical Tests, section 5.2.4; Qin and Hotilovac 2008,
/// doi:10.1177/0962280207087173.
///
/// @param lower  NaN where there is none, else in 0 … 1
/// @param upper  NaN where there is none, else in 0 … 1
/// @param method by which
public record AucInterval(double lower, double upper, Method method) {
    /// From so many patients with a case and so many with a control on, the normal interval is taken.
    public static final int MANY_PATIENTS = 200;

    /// How an interval came about.
    public enum Method {
        /// Normal on the scale of the area, as pROC prints it.
        DELONG("delong", "DeLong"),
        /// DeLong's variance on the logit scale ([AucEstimate#logitInterval]).
        LOGIT("logit", "DeLong on the logit scale"),
        /// Of an area of 1 (0 the other way round). Of k pairs of a case and a control that share no patient, all agree with
        /// probability θ^k at most where θ is the area, so the lower limit of Clopper and Pearson for k of k,
        /// `((1 − level)/2)^(1/k)`, holds exactly. k is as large as the patients allow.
        EXACT("exact", "exact, from pairs without a common patient"),
        /// [NewcombeAuc].
        NEWCOMBE("newcombe", "Newcombe"),
        /// Fewer than two patients of a class, or one patient who has both.
        NONE("none", "none");

        private final String label;
        private final String words;

        Method(String label, String words) {
            this.label = label;
            this.words = words;
        }

        /// As in documents.
        public String label() {
            return label;
        }

        /// As a reader is told.
        public String words() {
            return words;
        }
    }

    /// @param estimate with the variance that the rows' dependence asks for
    /// @param clusters rows that belong together
    public static AucInterval of(AucEstimate estimate, Outcome outcome, Clusters clusters) {
        Patients patients = Patients.of(outcome, clusters);
        double auc = estimate.auc();
        if (auc == 0 || auc == 1) {
            return patients.pairs() == 0 ? none() : exact(auc, estimate.level(), patients.pairs());
        }
        if (Double.isNaN(estimate.variance())) {
            return none();
        }
        if (!(estimate.variance() > 0)) {
            return new AucInterval(
                    NewcombeAuc.lower(auc, estimate.cases(), estimate.controls(), estimate.level()),
                    NewcombeAuc.upper(auc, estimate.cases(), estimate.controls(), estimate.level()), Method.NEWCOMBE);
        }
        if (Math.min(patients.withCase(), patients.withControl()) < MANY_PATIENTS) {
            Interval logit = estimate.logitInterval();
            return new AucInterval(logit.lower(), logit.upper(), Method.LOGIT);
        }
        return new AucInterval(estimate.lower(), estimate.upper(), Method.DELONG);
    }

    private static AucInterval exact(double auc, double level, int pairs) {
        Interval all = new Proportion(pairs, pairs).exact(level);
        return auc == 1
                ? new AucInterval(all.lower(), 1, Method.EXACT)
                : new AucInterval(0, 1 - all.lower(), Method.EXACT);
    }

    private static AucInterval none() {
        return new AucInterval(Double.NaN, Double.NaN, Method.NONE);
    }

    /// What a reader must know beside the limits; empty for the usual methods.
    public Optional<String> caution() {
        return switch (method) {
            case DELONG, LOGIT -> Optional.empty();
            case EXACT -> Optional.of("the classes do not overlap here: DeLong's variance is 0, so the limit is exact, from pairs without a "
                    + "common patient");
            case NEWCOMBE -> Optional.of("the estimated variance is 0: the interval is Newcombe's");
            case NONE -> Optional.of("no interval: fewer than two patients of a class");
        };
    }

    /// How many patients have only cases, only controls, both.
    private record Patients(int onlyCases, int onlyControls, int both) {
        static Patients of(Outcome outcome, Clusters clusters) {
            boolean[] hasCase = new boolean[clusters.count()];
            boolean[] hasControl = new boolean[clusters.count()];
            for (int row = 0; row < outcome.size(); row++) {
                (outcome.isCase(row) ? hasCase : hasControl)[clusters.of(row)] = true;
            }
            int both = 0;
            int cases = 0;
            int controls = 0;
            for (int patient = 0; patient < hasCase.length; patient++) {
                both += hasCase[patient] && hasControl[patient] ? 1 : 0;
                cases += hasCase[patient] && !hasControl[patient] ? 1 : 0;
                controls += hasControl[patient] && !hasCase[patient] ? 1 : 0;
            }
            return new Patients(cases, controls, both);
        }

        int withCase() {
            return onlyCases + both;
        }

        int withControl() {
            return onlyControls + both;
        }

        /// Most pairs of a case and a control of two patients each that no two pairs share.
        int pairs() {
            return Math.min(Math.min(withCase(), withControl()), (onlyCases + onlyControls + both) / 2);
        }
    }
}
