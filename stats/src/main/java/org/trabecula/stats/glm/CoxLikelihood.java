package org.trabecula.stats.glm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The log partial likelihood of Cox's model, its derivatives in the linear predictor η, and its curvature.
///
/// ```
/// ℓ = Σ_{i: event} w_i η_i − Σ_t Σ_l c_tl log(S0_t − f_tl D0_t)
/// S0_t = Σ_{k: time_k ≥ t} w_k exp(η_k),   D0_t = Σ_{k: event at t} w_k exp(η_k)
/// ```
///
/// Breslow: one term per event time, f = 0, c = Σ w of its events. Efron: m terms for m events, f = l/m (l = 0 … m − 1),
/// c = the mean weight of the events. A case censored at an event time is still at risk there. Cases of weight 0 count
/// for nothing. The scale of the weights shifts ℓ by a constant and multiplies it.
///
/// Source: Therneau, Grambsch, Modeling Survival Data, 2000, section 3.3.
public final class CoxLikelihood {
    private final double[] event;
    private final double[] weight;
    private final int[] order; // by falling time
    private final int[] groupEnd; // end (exclusive) in `order` of each distinct time
    private final int[] termEnd; // end (exclusive) of each group's terms
    private final double[] fraction; // f of each term
    private final double[] termWeight; // c of each term
    private final double saturated;

    private final double[] relativeRisk; // w exp(η − shift) of the last evaluation
    private final double[] denominator; // S0 − f D0 of each term
    private double shift;
    private final double[] second; // w_i exp(η_i) times the cumulative hazard that applies to case i

    /// @param time   any finite numbers; only their order counts
    /// @param event  1 where the time is an event, 0 where it is censored
    /// @param weight ≥ 0
    public CoxLikelihood(double[] time, double[] event, double[] weight, Ties ties) {
        int n = time.length;
        this.event = event.clone();
        this.weight = weight.clone();
        order = IntStream.range(0, n).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -time[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ends = new int[n];
        int groups = 0;
        for (int k = 0; k < n; k++) {
            if (k + 1 == n || time[order[k + 1]] != time[order[k]]) {
                ends[groups++] = k + 1;
            }
        }
        groupEnd = Arrays.copyOf(ends, groups);
        termEnd = new int[groups];
        double[] f = new double[n];
        double[] c = new double[n];
        int terms = 0;
        double saturatedSum = 0;
        for (int g = 0; g < groups; g++) {
            double eventWeight = 0;
            int events = 0;
            for (int k = start(g); k < groupEnd[g]; k++) {
                if (isEvent(order[k])) {
                    eventWeight += weight[order[k]];
                    events++;
                }
            }
            if (events > 0) {
                saturatedSum -= eventWeight * Math.log(eventWeight);
                int count = ties == Ties.EFRON ? events : 1;
                for (int l = 0; l < count; l++) {
                    f[terms] = (double) l / count;
                    c[terms++] = eventWeight / count;
                }
            }
            termEnd[g] = terms;
        }
        fraction = Arrays.copyOf(f, terms);
        termWeight = Arrays.copyOf(c, terms);
        saturated = saturatedSum;
        relativeRisk = new double[n];
        denominator = new double[terms];
        second = new double[n];
    }

    private boolean isEvent(int i) {
        return event[i] != 0 && weight[i] > 0;
    }

    private int start(int group) {
        return group == 0 ? 0 : groupEnd[group - 1];
    }

    private int firstTerm(int group) {
        return group == 0 ? 0 : termEnd[group - 1];
    }

    /// Terms of the likelihood: event times (Breslow) or events (Efron).
    public int terms() {
        return fraction.length;
    }

    /// ℓ of the model with a parameter for every case, −Σ_t d_t log d_t (d_t: weight of the events at t), as glmnet
    /// defines deviance: 2 (saturated − ℓ).
    public double saturated() {
        return saturated;
    }

    /// ℓ at `eta`; fills `residual` with ∂ℓ/∂η_i = w_i (event_i − cumulative hazard_i).
    public double at(double[] eta, double[] residual) {
        shift = Double.NEGATIVE_INFINITY; // exp of differences only: no overflow
        for (double e : eta) {
            shift = Math.max(shift, e);
        }
        double sum = 0;
        double s0 = 0;
        double[] hazardOfGroup = new double[groupEnd.length];
        double[] creditOfGroup = new double[groupEnd.length]; // Σ f c / (S0 − f D0)
        for (int g = 0; g < groupEnd.length; g++) {
            double d0 = 0;
            for (int k = start(g); k < groupEnd[g]; k++) {
                int i = order[k];
                relativeRisk[i] = weight[i] * Math.exp(eta[i] - shift);
                s0 += relativeRisk[i];
                if (isEvent(i)) {
                    d0 += relativeRisk[i];
                    sum += weight[i] * eta[i];
                }
            }
            for (int t = firstTerm(g); t < termEnd[g]; t++) {
                denominator[t] = s0 - fraction[t] * d0;
                sum -= termWeight[t] * (Math.log(denominator[t]) + shift);
                hazardOfGroup[g] += termWeight[t] / denominator[t];
                creditOfGroup[g] += fraction[t] * termWeight[t] / denominator[t];
            }
        }
        double hazard = 0;
        for (int g = groupEnd.length - 1; g >= 0; g--) {
            hazard += hazardOfGroup[g];
            for (int k = start(g); k < groupEnd[g]; k++) {
                int i = order[k];
                boolean here = isEvent(i);
                second[i] = relativeRisk[i] * Math.max(0, here ? hazard - creditOfGroup[g] : hazard);
                residual[i] = (here ? weight[i] : 0) - second[i];
            }
        }
        return sum;
    }

    /// One event time at the last `eta`.
    ///
    /// @param time     as given
    /// @param hazard   the step of the cumulative hazard of a case with η = 0, Σ_l c/(S0 − f D0)
    /// @param variance Σ_l c/(S0 − f D0)², what the step adds to the variance of the cumulative hazard
    record Step(double time, double hazard, double variance) {}

    /// The event times, rising, with the steps of the cumulative hazard at the last `eta`.
    List<Step> steps(double[] time) {
        List<Step> steps = new ArrayList<>();
        for (int g = groupEnd.length - 1; g >= 0; g--) {
            double hazard = 0;
            double variance = 0;
            for (int t = firstTerm(g); t < termEnd[g]; t++) {
                hazard += termWeight[t] / denominator[t];
                variance += termWeight[t] / (denominator[t] * denominator[t]);
            }
            if (termEnd[g] > firstTerm(g)) {
                double scale = Math.exp(-shift);
                steps.add(new Step(time[order[start(g)]], hazard * scale, variance * scale * scale));
            }
        }
        return steps;
    }

    /// For each event time, rising: Σ_l c/(S0 − f D0) x̄_tl of a column, the hazard-weighted mean of the risk set.
    double[] meanSteps(double[] column) {
        double[] sums = new double[groupEnd.length];
        int filled = sums.length;
        double s1 = 0;
        for (int g = 0; g < groupEnd.length; g++) {
            double d1 = 0;
            for (int k = start(g); k < groupEnd[g]; k++) {
                int i = order[k];
                s1 += relativeRisk[i] * column[i];
                d1 += isEvent(i) ? relativeRisk[i] * column[i] : 0;
            }
            double sum = 0;
            for (int t = firstTerm(g); t < termEnd[g]; t++) {
                sum += termWeight[t] / denominator[t] * (s1 - fraction[t] * d1) / denominator[t];
            }
            if (termEnd[g] > firstTerm(g)) {
                sums[--filled] = sum * Math.exp(-shift);
            }
        }
        return Arrays.copyOfRange(sums, filled, sums.length);
    }

    /// The score residuals of a column at the last `eta`, each times its weight: they sum to the score, and their sums over
    /// clusters make the robust covariance.
    ///
    /// A case with event at t adds the mean over the l of (x_i − x̄_tl); every case at risk takes
    /// exp(η_i) Σ_tl (1 or, for events at t, 1 − f) c/(S0 − f D0) (x_i − x̄_tl).
    double[] scoreResiduals(double[] column) {
        double[] residual = new double[order.length];
        double[] meanOfEvents = new double[groupEnd.length];
        double[] hazard = new double[groupEnd.length];
        double[] moment = new double[groupEnd.length];
        double[] hazardCredit = new double[groupEnd.length];
        double[] momentCredit = new double[groupEnd.length];
        double s1 = 0;
        for (int g = 0; g < groupEnd.length; g++) {
            double d1 = 0;
            for (int k = start(g); k < groupEnd[g]; k++) {
                int i = order[k];
                s1 += relativeRisk[i] * column[i];
                d1 += isEvent(i) ? relativeRisk[i] * column[i] : 0;
            }
            for (int t = firstTerm(g); t < termEnd[g]; t++) {
                double mean = (s1 - fraction[t] * d1) / denominator[t];
                double rate = termWeight[t] / denominator[t];
                meanOfEvents[g] += mean / (termEnd[g] - firstTerm(g));
                hazard[g] += rate;
                moment[g] += rate * mean;
                hazardCredit[g] += fraction[t] * rate;
                momentCredit[g] += fraction[t] * rate * mean;
            }
        }
        double sumHazard = 0;
        double sumMoment = 0;
        for (int g = groupEnd.length - 1; g >= 0; g--) {
            sumHazard += hazard[g];
            sumMoment += moment[g];
            for (int k = start(g); k < groupEnd[g]; k++) {
                int i = order[k];
                boolean here = isEvent(i);
                double a = here ? sumHazard - hazardCredit[g] : sumHazard;
                double b = here ? sumMoment - momentCredit[g] : sumMoment;
                residual[i] = (here ? weight[i] * (column[i] - meanOfEvents[g]) : 0) - relativeRisk[i] * (column[i] * a - b);
            }
        }
        return residual;
    }

    /// −∂²ℓ at the last `eta`, kept as it is now whatever is evaluated later.
    public Curvature curvature() {
        return new Curvature(relativeRisk.clone(), denominator.clone(), second.clone());
    }

    /// −∂²ℓ between two columns is the dot product of the first n entries of their images less that of the [#terms] others:
    /// √v_i x_i, then √c x̄ with x̄ the risk-weighted mean of the column at each term.
    public final class Curvature {
        private final double[] risk;
        private final double[] sums;
        private final double[] v;

        private Curvature(double[] risk, double[] sums, double[] v) {
            this.risk = risk;
            this.sums = sums;
            this.v = v;
        }

        /// Writes the n + [#terms] entries of the image of the column that begins at `from`.
        public void image(double[] columns, int from, double[] image) {
            double s1 = 0;
            for (int g = 0; g < groupEnd.length; g++) {
                double d1 = 0;
                for (int k = start(g); k < groupEnd[g]; k++) {
                    int i = order[k];
                    double part = risk[i] * columns[from + i];
                    s1 += part;
                    if (isEvent(i)) {
                        d1 += part;
                    }
                    image[i] = Math.sqrt(v[i]) * columns[from + i];
                }
                for (int t = firstTerm(g); t < termEnd[g]; t++) {
                    image[order.length + t] = Math.sqrt(termWeight[t]) * (s1 - fraction[t] * d1) / sums[t];
                }
            }
        }
    }
}
