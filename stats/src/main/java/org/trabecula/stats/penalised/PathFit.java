package org.trabecula.stats.penalised;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.core.CancelledException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Matrix;

/// One fit of a path: data checked and standardised, the sequence of λ made, each solved, the early end.
///
/// The made sequence is glmnet's: from the smallest λ without any coefficient down in equal steps of the logarithm; the
/// first reported value is `exp(2 log λ_2 − log λ_3)`. It ends early, never before [#FEWEST] values, when more λ would
/// explain nothing more ([#explainsNoMore]).
final class PathFit {
    /// A made path has at least this many values.
    private static final int FEWEST = 5;
    private static final double DEVIANCE_RATIO_MAX = 0.999;
    /// Share of the penalty by which the last solution may miss the conditions of the optimum; it misses by 1e-12.
    private static final double OFF = 1e-6;
    /// The same as a share of the largest gradient there could be: what rounding leaves of it where λ is 0, and to spare.
    private static final double ROUNDING = 1e-9;
    /// What glmnet puts for the first λ of a made sequence: all penalised coefficients are zero there.
    private static final double ENDLESS = 9.9e35;

    private final ElasticNet net;
    private final Design design;
    private final Loss loss;
    private final Penalty penalty;
    private final PathSolver solver;
    private final List<String> notes = new ArrayList<>();

    PathFit(ElasticNet net, Matrix x, Response response) {
        PenaltyChecks.data(net, x, response);
        this.net = net;
        double[] share = shares(response);
        boolean centre = net.intercept() || net.family() == Family.COX;
        design = new Design(x, share, centre, net.standardize(), net.intercept());
        loss = loss(net, response, share);
        penalty = new Penalty(factors(net, x.columns()), net.alpha(), ridgeScale(net, response, share));
        solver = new PathSolver(design, loss, penalty, share, net.maxit());
        noteWhatIsLeftOut(response);
    }

    /// Weights divided by their sum.
    static double[] shares(Response response) {
        double sum = Arrays.stream(response.weights()).sum();
        double[] share = new double[response.cases()];
        for (int i = 0; i < share.length; i++) {
            share[i] = response.weights()[i] / sum;
        }
        return share;
    }

    static Loss loss(ElasticNet net, Response response, double[] share) {
        double sum = Arrays.stream(response.weights()).sum();
        return switch (net.family()) {
            case GAUSSIAN -> new GaussianLoss(lessOffset(response), share, sum, net.intercept());
            case BINOMIAL -> new BinomialLoss(response.value(), response.offsets(), share, sum, net.intercept());
            case COX -> new CoxLoss(response.value(), response.event(), response.offsets(), share, sum, net.ties());
        };
    }

    /// ρ of [ElasticNet]: 1/s_y for gaussian outcomes, else 1.
    static double ridgeScale(ElasticNet net, Response response, double[] share) {
        if (net.family() != Family.GAUSSIAN) {
            return 1;
        }
        double[] y = lessOffset(response);
        double mean = Vectors.dot(share, 0, y, 0, y.length);
        double variance = 0;
        for (int i = 0; i < y.length; i++) {
            variance += share[i] * (y[i] - mean) * (y[i] - mean);
        }
        return 1 / Math.sqrt(variance);
    }

    private static double[] lessOffset(Response response) {
        double[] y = response.value().clone();
        for (int i = 0; i < y.length; i++) {
            y[i] -= response.offsets()[i];
        }
        return y;
    }

    /// Penalty factors divided by their mean over the finite ones' columns, infinite ones kept.
    static double[] factors(ElasticNet net, int columns) {
        double[] factors = new double[columns];
        Arrays.fill(factors, 1);
        if (net.penaltyFactors().isEmpty()) {
            return factors;
        }
        double sum = 0;
        int excluded = 0;
        for (int j = 0; j < columns; j++) {
            factors[j] = net.penaltyFactors().get(j);
            if (factors[j] < Double.POSITIVE_INFINITY) {
                sum += factors[j];
            } else {
                excluded++;
                sum += 1; // glmnet sets the factor of an excluded column to 1 before it rescales
            }
        }
        for (int j = 0; j < columns; j++) {
            factors[j] *= columns / sum;
        }
        if (excluded == columns) {
            throw PenaltyChecks.refused("every column excluded", "at least one column", "lower a penalty factor");
        }
        return factors;
    }

    private void noteWhatIsLeftOut(Response response) {
        int constant = 0;
        for (boolean usable : design.usable) {
            constant += usable ? 0 : 1;
        }
        if (constant > 0) {
            notes.add(constant + (constant == 1 ? " column is" : " columns are") + " constant and left out");
        }
        if (net.family() == Family.BINOMIAL) {
            double[] y = response.value();
            int positives = 0;
            for (double value : y) {
                positives += value == 1 ? 1 : 0;
            }
            int smaller = Math.min(positives, y.length - positives);
            if (smaller < 8) {
                notes.add("one class has only " + smaller + " cases: a path of so few is dangerous ground");
            }
        }
    }

    LassoPath run() {
        double lambdaMax = solver.fitNull();
        boolean made = net.lambdas().isEmpty();
        double[] sequence = made ? made(lambdaMax) : given();
        Coefficients[] solutions = new Coefficients[sequence.length];
        double[] ratios = new double[sequence.length];
        double previous = lambdaMax;
        int done = 0;
        while (done < sequence.length) {
            CancelledException.throwIfInterrupted();
            double lambda = made && done == 0 && sequence.length > 2 ? ENDLESS : sequence[done];
            solve(lambda, previous, done, sequence.length);
            if (loss.exhausted()) {
                endSeparated(lambda, done, sequence.length);
                break;
            }
            previous = Math.min(lambda, lambdaMax);
            solutions[done] = original(solver.coefficients());
            ratios[done] = 1 - loss.deviance(solver.eta()) / loss.nullDeviance();
            done++;
            if (made && done >= Math.min(FEWEST, sequence.length) && done < sequence.length
                    && (explainsNoMore(ratios, done - 1) || solutions[done - 1].count() > net.dfmax())) {
                break;
            }
        }
        if (!loss.exhausted()) {
            checkOptimum(done, sequence.length);
        }
        if (net.family() == Family.BINOMIAL && done > 0 && ratios[done - 1] > DEVIANCE_RATIO_MAX) {
            notes.add("the columns separate the classes (deviance ratio " + ratios[done - 1] + " at the end of the path): only the"
                    + " penalty holds the coefficients back; for a model of few columns without penalty use Firth's method"
                    + " (nomogram --firth)");
        } else if (made && done < sequence.length && !loss.exhausted()) {
            notes.add("the path ended after " + done + " of " + sequence.length + " values of lambda: more would explain "
                    + "nothing more");
        }
        return new LassoPath(net, design.features, Arrays.copyOf(sequence, done), Arrays.copyOf(solutions, done),
                Arrays.copyOf(ratios, done), loss.nullDeviance(), notes);
    }

    private double[] made(double lambdaMax) {
        if (!(lambdaMax > 0)) {
            return new double[] {0}; // no column has anything to say: the null model alone
        }
        double ratio = net.lambdaMinRatio();
        if (Double.isNaN(ratio)) {
            ratio = design.cases < design.features ? 1e-2 : 1e-4;
        }
        int count = net.nlambda();
        double[] sequence = new double[count];
        // glmnet's Cox code divides in single precision; kept, so that the sequences coincide
        double exponent = net.family() == Family.COX ? 1f / (count - 1) : 1.0 / (count - 1);
        double step = count == 1 ? 1 : Math.pow(ratio, exponent);
        double lambda = lambdaMax;
        for (int k = 0; k < count; k++) {
            sequence[k] = lambda;
            lambda *= step;
        }
        if (count > 2) {
            sequence[0] = Math.exp(2 * Math.log(sequence[1]) - Math.log(sequence[2]));
        }
        return sequence;
    }

    private double[] given() {
        double[] rising = net.lambdas().stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] falling = new double[rising.length];
        for (int k = 0; k < rising.length; k++) {
            falling[k] = rising[rising.length - 1 - k];
        }
        return falling;
    }

    private void solve(double lambda, double previous, int k, int of) {
        if (!solver.moveTo(lambda, previous)) {
            throw new InputException(new Problem(
                    FitProblem.NOT_CONVERGED,
                    "lambda " + (k + 1) + " of " + of + " (" + lambda + ")",
                    "coefficients still moving after " + net.maxit() + " Newton steps",
                    "an optimum within reach; with lambda near 0 there is none when the columns separate the classes",
                    "end the sequence at a larger lambda"));
        }
    }

    /// The last solution, where errors of the whole path would have gathered, must meet the conditions of the optimum.
    private void checkOptimum(int done, int of) {
        KktCheck check = KktCheck.standardised(design, loss, penalty, solver.coefficients());
        double allowed = Math.max(
                OFF * Math.max(check.gradient(), penalty.lambda()), ROUNDING * solver.largestPossibleGradient());
        if (!(check.violation() <= allowed)) {
            throw new InputException(new Problem(FitProblem.NOT_CONVERGED, "lambda " + done + " of " + of,
                    "conditions of the optimum missed by " + check.violation() + " at a gradient of " + check.gradient(),
                    "at most " + allowed, "end the sequence at a larger lambda, or drop copies of columns"));
        }
    }

    private void endSeparated(double lambda, int done, int of) {
        String found = "a combination of the columns separates the classes; the coefficients have no finite optimum";
        if (done == 0) {
            throw new InputException(new Problem(FitProblem.NOT_CONVERGED, "lambda 1 of " + of + " (" + lambda + ")", found,
                    "a lambda large enough to hold the coefficients back", "begin the sequence at a larger lambda"));
        }
        notes.add("the path ended after " + done + " of " + of + " values of lambda: " + found);
    }

    /// glmnet's end of a path: the last step of λ raised the deviance ratio by less than 1e-5 (binomial), 1e-5 of itself
    /// (gaussian), or the last four by less than 1e-3 of itself (cox); or the ratio exceeds 0.999.
    private boolean explainsNoMore(double[] ratios, int k) {
        double now = ratios[k];
        return now > DEVIANCE_RATIO_MAX
                || switch (net.family()) {
                    case BINOMIAL -> now - ratios[k - 1] < 1e-5;
                    case GAUSSIAN -> now - ratios[k - 1] < 1e-5 * now;
                    case COX -> now - ratios[k - 4] < 1e-3 * now;
                };
    }

    private Coefficients original(double[] b) {
        int count = 0;
        for (int j = 0; j < design.features; j++) {
            count += b[j] == 0 ? 0 : 1;
        }
        int[] columns = new int[count];
        double[] values = new double[count];
        double intercept = design.intercept ? b[design.features] : 0;
        int k = 0;
        for (int j = 0; j < design.features; j++) {
            if (b[j] != 0) {
                columns[k] = j;
                values[k] = b[j] / design.scale[j];
                if (design.intercept) {
                    intercept -= values[k] * design.mean[j];
                }
                k++;
            }
        }
        return new Coefficients(intercept, columns, values);
    }
}
