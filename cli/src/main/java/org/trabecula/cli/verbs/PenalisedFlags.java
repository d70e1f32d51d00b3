package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.core.Shown;
import org.trabecula.figures.MeasureWords;
import org.trabecula.learn.exploration.CorrelationKind;
import org.trabecula.learn.exploration.PenalisedRegression;
import org.trabecula.learn.exploration.ResponseColumns;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.glm.Ties;
import org.trabecula.stats.penalised.Alignment;
import org.trabecula.stats.penalised.CrossValidated;
import org.trabecula.stats.penalised.ElasticNet;
import org.trabecula.stats.penalised.Family;
import org.trabecula.stats.penalised.LassoCv;
import org.trabecula.stats.penalised.Measure;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// `select` with a penalised regression: what it does when no other mode is asked for.
final class PenalisedFlags implements SelectMode {
    /// scikit-learn's, for `--method lassocv`.
    private static final double LASSO_CV_MIN_RATIO = 1e-3;

    /// Two ways to the lambda.
    enum Method {
        ELASTICNET,
        LASSOCV
    }

    @Option(names = "--time", paramLabel = "COL", description = "Cox: time to event or censoring, in any unit.")
    @Nullable String time;

    @Option(names = "--event", paramLabel = "COL", description = "Cox: 1 event, 0 censored.")
    @Nullable String event;

    @Option(names = "--ties", paramLabel = "RULE", description = "Cox: breslow (glmnet's; default) or efron.")
    Ties ties = Ties.BRESLOW;

    @Option(
            names = "--family",
            paramLabel = "NAME",
            description = "binomial, gaussian or cox (default: binomial; cox with --time).")
    @Nullable Family family;

    @Option(names = "--method", paramLabel = "NAME", description = "elasticnet (default) or lassocv (scikit-learn's).")
    Method method = Method.ELASTICNET;

    @Option(names = "--alpha", paramLabel = "A", description = "1 lasso (default) … 0 ridge.")
    double alpha = 1;

    @Option(names = "--lambdas", paramLabel = "FILE", description = "Lambdas to use, any separators (default: a path of 100).")
    @Nullable Path lambdas;

    @Option(names = "--lambda-count", paramLabel = "N", description = "Values of the made path (default: 100).")
    int lambdaCount = 100;

    @Option(
            names = "--lambda-min-ratio",
            paramLabel = "R",
            description = "Its smallest value over its largest (default: 1e-4, 1e-2 when n < p; lassocv 1e-3).")
    double lambdaMinRatio = Double.NaN;

    @Option(names = "--weights", paramLabel = "COL", description = "Observation weights >= 0 (default: 1).")
    @Nullable String weights;

    @Option(names = "--offset", paramLabel = "COL", description = "Known part of the linear predictor (default: 0).")
    @Nullable String offset;

    @Option(
            names = "--penalty-factors",
            paramLabel = "FILE",
            description = "Table name,factor; features not named have 1, inf leaves one out.")
    @Nullable Path penaltyFactors;

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            description = "deviance (default), auc, class, mse, mae or C; as cv.glmnet.")
    Measure measure = Measure.DEVIANCE;

    @Option(names = "--ungrouped", description = "Mean and error over cases instead of folds (grouped=FALSE).")
    boolean ungrouped;

    @Option(
            names = "--alignment",
            paramLabel = "NAME",
            description = "How folds meet the path: lambda (default) or fraction of their own largest lambda.")
    Alignment alignment = Alignment.LAMBDA;

    @Option(names = "--no-intercept", description = "A model through the origin.")
    boolean noIntercept;

    @Option(names = "--scale-within-folds", description = "lassocv: z-scores within each fold (default: over all rows).")
    boolean scaleWithinFolds;

    @Option(names = "--lambda", paramLabel = "min|1se|VALUE", description = "Which solution is selected (default: min).")
    String lambda = "min";

    @ArgGroup(exclusive = false)
    FoldFlags folds = new FoldFlags();

    private CorrelationKind drawn = CorrelationKind.SPEARMAN;

    /// @param kind of the heat map of the selected features
    PenalisedFlags drawing(CorrelationKind kind) {
        drawn = kind;
        return this;
    }

    private Family family() {
        return family != null ? family : time != null ? Family.COX : Family.BINOMIAL;
    }

    @Override
    public List<String> used() {
        return Stream.of(time, event, weights, offset, folds.from).filter(Objects::nonNull).toList();
    }

    @Override
    public List<Path> inputs() {
        return Stream.of(lambdas, penaltyFactors, folds.from == null ? null : Path.of(folds.from))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void require(SelectColumns columns) {
        if (family() == Family.COX && (time == null || event == null)) {
            throw new UsageException("family cox needs --time and --event");
        }
        if (family() != Family.COX) {
            columns.outcome();
        }
        if (method == Method.LASSOCV
                && (family == Family.COX || alpha != 1 || weights != null || offset != null || penaltyFactors != null)) {
            throw new UsageException("--method lassocv is least squares without weights, offset and penalty factors;"
                    + " leave those flags out or use --method elasticnet");
        }
        if (lambdaCount < 1) {
            throw new UsageException("--lambda-count is a number of at least 1, got " + lambdaCount);
        }
        folds.require();
        chosenLambda(0, 0);
    }

    @Override
    public SelectResult result(SelectCases cases) throws IOException {
        SelectColumns columns = cases.columns();
        List<String> needed = new ArrayList<>();
        Stream.of(family() == Family.COX ? time : columns.outcome(), family() == Family.COX ? event : null, columns.group,
                        weights, offset)
                .filter(Objects::nonNull)
                .forEach(needed::add);
        int[] rows = cases.rows(needed);
        if (family() == Family.COX) {
            cases.table().requireSurvival(Objects.requireNonNull(time), Objects.requireNonNull(event), rows);
        }
        List<String> names = cases.features();
        cases.progress().note(Shown.count(rows.length, "case") + ", " + Shown.count(names.size(), "feature"));
        Matrix x = cases.matrix(names, rows);
        return method == Method.LASSOCV ? lassoCv(x, cases, rows, names) : elasticNet(x, cases, rows, names);
    }

    private SelectResult elasticNet(Matrix x, SelectCases cases, int[] rows, List<String> names) throws IOException {
        ElasticNet net = switch (family()) {
            case GAUSSIAN -> ElasticNet.gaussian();
            case BINOMIAL -> ElasticNet.binomial();
            case COX -> ElasticNet.cox(ties);
        };
        net = net.withAlpha(alpha).withStandardize(!cases.columns().noStandardize).withIntercept(!noIntercept)
                .withSequence(lambdaCount, lambdaMinRatio);
        if (lambdas != null) {
            net = net.withLambdas(SelectFiles.numbers(lambdas));
        }
        if (penaltyFactors != null) {
            net = net.withPenaltyFactors(SelectFiles.factors(penaltyFactors, names));
        }
        CrossValidated fit = PenalisedRegression.elasticNet(
                net, x, response(cases, rows), folds.rule(cases, rows, () -> classes(cases, rows)), measure, !ungrouped,
                alignment, cases.jobs());
        fit.notes().forEach(cases.progress()::note);
        double chosen = chosenLambda(fit.lambdaMin(), fit.lambda1se());
        SelectReport report = new SelectReport(SelectJson.elasticNet(fit, names, x.rows(), chosen));
        return report.result(!cases.drawn()
                ? Map.of()
                : new SelectFigures(fit.path(), names, x, drawn, chosen).all(
                        MeasureWords.of(fit.measure(), family()), fit.lambdas(), fit.mean(), fit.sd(), fit.lambdaMin(), fit.lambda1se(), cases.jobs()));
    }

    private SelectResult lassoCv(Matrix x, SelectCases cases, int[] rows, List<String> names) throws IOException {
        LassoCv.Scaling scaling = cases.columns().noStandardize
                ? LassoCv.Scaling.AS_GIVEN
                : scaleWithinFolds ? LassoCv.Scaling.WITHIN_FOLDS : LassoCv.Scaling.ALL_CASES;
        if (scaling == LassoCv.Scaling.ALL_CASES) {
            cases.progress().note("columns are z-scored over all rows before the folds, as is usual with scikit-learn: the"
                    + " held-out rows have a say in the scale (--scale-within-folds does without)");
        }
        double[] y = family == Family.GAUSSIAN
                ? cases.table().numbers(cases.columns().outcome(), rows)
                : cases.numbersOrOutcome(rows);
        var rule = cases.columns().group == null ? folds.contiguous(cases, rows) : folds.rule(cases, rows, () -> classes(cases, rows));
        LassoCv.Fit fit = lambdas == null
                ? PenalisedRegression.lassoCv(x, y, rule, scaling, !noIntercept, lambdaCount,
                        Double.isNaN(lambdaMinRatio) ? LASSO_CV_MIN_RATIO : lambdaMinRatio, cases.jobs())
                : PenalisedRegression.lassoCv(x, y, rule, scaling, !noIntercept, SelectFiles.numbers(lambdas), cases.jobs());
        double chosen = chosenLambda(fit.alpha(), fit.alpha1se());
        SelectReport report = new SelectReport(SelectJson.lassoCv(fit, names, x.rows(), chosen));
        return report.result(!cases.drawn()
                ? Map.of()
                : new SelectFigures(fit.path(), names, x, drawn, chosen).all(
                        MeasureWords.of(Measure.MSE, Family.GAUSSIAN), fit.path().lambdas(), fit.mean(), fit.standardErrors(), fit.alpha(), fit.alpha1se(),
                        cases.jobs()));
    }

    private double chosenLambda(double min, double oneSe) {
        return switch (lambda.toLowerCase(Locale.ROOT)) {
            case "min" -> min;
            case "1se" -> oneSe;
            default -> {
                double value;
                try {
                    value = Double.parseDouble(lambda);
                } catch (NumberFormatException e) {
                    value = Double.NaN;
                }
                if (!(value >= 0)) {
                    throw new UsageException("--lambda is min, 1se or a number of at least 0, not '" + lambda + "'");
                }
                yield value;
            }
        };
    }

    private ResponseColumns response(SelectCases cases, int[] rows) {
        StatsTable table = cases.table();
        return new ResponseColumns(
                switch (family()) {
                    case COX -> table.numbers(Objects.requireNonNull(time), rows);
                    case BINOMIAL -> cases.outcome(rows);
                    case GAUSSIAN -> table.numbers(cases.columns().outcome(), rows);
                },
                family() == Family.COX ? table.numbers(Objects.requireNonNull(event), rows) : null,
                weights == null ? null : table.numbers(weights, rows),
                offset == null ? null : table.numbers(offset, rows));
    }

    /// Dealt to folds in equal shares.
    private int[] classes(SelectCases cases, int[] rows) {
        double[] values = switch (family()) {
            case BINOMIAL -> cases.outcome(rows);
            case COX -> cases.table().numbers(Objects.requireNonNull(event), rows);
            case GAUSSIAN -> new double[rows.length];
        };
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }
}
