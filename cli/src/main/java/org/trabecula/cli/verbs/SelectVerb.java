package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FolderOutput;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.glm.Ties;
import org.trabecula.stats.penalised.Alignment;
import org.trabecula.stats.penalised.CrossValidated;
import org.trabecula.stats.penalised.CrossValidation;
import org.trabecula.stats.penalised.ElasticNet;
import org.trabecula.stats.penalised.Family;
import org.trabecula.stats.penalised.LassoCv;
import org.trabecula.stats.penalised.Measure;
import org.trabecula.stats.penalised.Response;
import org.trabecula.stats.resampling.FoldAssignment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `select`: penalised regression, or redundancy alone.
@Command(
        name = "select",
        header = "Select features: redundancy, penalised regression.",
        description = {
            "",
            "Use it to choose a signature from a table of features. The elastic net has glmnet's objective,",
            "lambda path and cross-validation, solved to the optimum (glmnet itself stops earlier).",
            "--method lassocv gives scikit-learn's LassoCV. Without a regression: --redundancy, --univariate,",
            "--pca, --combat. Features are the columns of numbers that no other flag names, or --features.",
            ""
        },
        footer = {
            "",
            "Example:  trabecula select conformance/data/stats/inputs/small_binomial.csv.gz \\",
            "            --outcome y --features \"x*\" --json",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 input refused, 130 interrupted."
        })
public final class SelectVerb extends Verb {
    @Parameters(index = "0", paramLabel = "F", description = "Table of cases and features (CSV, gzip or not).")
    @Nullable Path table;

    @Option(names = "--outcome", paramLabel = "Y", description = "Column to explain: 0/1, two names, or a number.")
    @Nullable String outcome;

    @Option(names = "--positive", paramLabel = "NAME", description = "The name that counts as 1 (default: acute).")
    @Nullable String positive;

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
    String method = "elasticnet";

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

    @Option(
            names = "--folds",
            paramLabel = "FILE|COL",
            description = "Table case_id,fold, or a column of F (default: folds made with --seed; lassocv: contiguous).")
    @Nullable String foldsFrom;

    @Option(names = "--fold-count", paramLabel = "K", description = "FoldAssignment to make (default: 10).")
    int foldCount = 10;

    @Option(names = "--group", paramLabel = "COL", description = "Patients: whole groups stay in one fold.")
    @Nullable String group;

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

    @Option(names = "--no-standardize", description = "Take columns in their own units.")
    boolean noStandardize;

    @Option(names = "--no-intercept", description = "A model through the origin.")
    boolean noIntercept;

    @Option(names = "--scale-within-folds", description = "lassocv: z-scores within each fold (default: over all rows).")
    boolean scaleWithinFolds;

    @Option(names = "--lambda", paramLabel = "min|1se|VALUE", description = "Which solution is selected (default: min).")
    String lambda = "min";

    @Option(names = "--features", paramLabel = "COLS", description = "Feature columns, comma separated; * and ? match.")
    @Nullable String features;

    @Mixin
    ColumnFlags columns = new ColumnFlags();

    @Option(names = "--id", paramLabel = "COL", description = "Column that names the cases (default: case_id or id).")
    @Nullable String id;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the folds (default: 1).")
    long seed = 1;

    @Mixin
    Jobs jobs = new Jobs();

    @Mixin
    Json json = new Json();

    @Mixin
    FolderOutput output = new FolderOutput("Also write the document, tables and figures there.");

    @Override
    public Integer call() throws IOException {
        boolean withoutRegression = columns.asked();
        Path file = required(table, "a table of features");
        List<Path> inputs = Stream.of(file, lambdas, penaltyFactors, foldsFrom == null ? null : Path.of(foldsFrom))
                .filter(Objects::nonNull)
                .toList();
        output.check(List.of("select.json"), inputs);
        StatsTable cases = StatsTable.read(file, id);
        SelectResult result = withoutRegression ? ofColumns(cases) : selected(cases);
        String document = JsonMapper.shared().writeValueAsString(result.document());
        if (output.path().isPresent()) {
            Map<String, String> files = new LinkedHashMap<>();
            files.put("select.json", document + "\n");
            files.putAll(result.files());
            output.check(files.keySet(), inputs);
            for (Map.Entry<String, String> one : files.entrySet()) {
                AtomicFile.writeText(output.required().resolve(one.getKey()), one.getValue());
            }
        }
        if (json.asked()) {
            out().println(document);
        } else {
            words().print(result.text());
        }
        return ExitCode.DONE;
    }

    private SelectResult ofColumns(StatsTable cases) {
        List<String> names = cases.features(features, used());
        List<String> needed = new ArrayList<>(columns.used());
        if (columns.univariate != null) {
            needed.add(required(outcome, "--outcome"));
        }
        int[] rows = present(cases, needed);
        Matrix x = cases.matrix(names, rows);
        if (columns.redundancy != null) {
            return new RedundancyWork(names, x, columns, jobs.count()).result(columns.redundancy);
        }
        if (columns.univariate != null) {
            double[] y = cases.binaryOrNumbers(required(outcome, "--outcome"), positive, rows);
            return new UnivariateWork(names, x, Outcome.ofZeroOne("'" + outcome + "'", y), columns, jobs.count())
                    .result(columns.univariate);
        }
        if (columns.components != null) {
            return new ComponentsWork(cases.ids(rows), names, x, !noStandardize, jobs.count()).result(columns.components);
        }
        return new HarmoniseWork(
                        cases.ids(rows),
                        names,
                        x,
                        cases.labels(required(columns.combat, "--combat"), rows),
                        cases.matrix(columns.covariates, rows),
                        columns.combatTrain == null ? null : cases.labels(columns.combatTrain, rows))
                .result(columns.nonParametric);
    }

    /// Rows with a value in all of these columns; says how many there are not.
    private int[] present(StatsTable cases, List<String> needed) {
        int[] rows = cases.rowsWith(needed);
        if (rows.length < cases.rows()) {
            progress().note((cases.rows() - rows.length) + " rows without " + String.join(", ", needed) + " are left out");
        }
        return rows;
    }

    private SelectResult selected(StatsTable cases) throws IOException {
        Family chosen = family != null ? family : time != null ? Family.COX : Family.BINOMIAL;
        List<String> needed = Stream.of(chosen == Family.COX ? time : outcome, chosen == Family.COX ? event : null, group,
                        weights, offset)
                .filter(Objects::nonNull)
                .toList();
        requireOutcome(chosen);
        int[] rows = present(cases, needed);
        List<String> names = cases.features(features, used());
        progress().note(rows.length + " cases, " + names.size() + " features");
        Matrix x = cases.matrix(names, rows);
        Response response = response(cases, chosen, rows);
        FoldAssignment folds = folds(cases, chosen, rows);
        return method.equalsIgnoreCase("lassocv")
                ? lassoCv(x, cases, rows, names, folds)
                : elasticNet(chosen, x, response, names, folds);
    }

    private SelectResult elasticNet(Family chosen, Matrix x, Response response, List<String> names, FoldAssignment folds)
            throws IOException {
        if (!method.equalsIgnoreCase("elasticnet")) {
            throw new UsageException("--method knows elasticnet and lassocv, not '" + method + "'");
        }
        ElasticNet net = switch (chosen) {
            case GAUSSIAN -> ElasticNet.gaussian();
            case BINOMIAL -> ElasticNet.binomial();
            case COX -> ElasticNet.cox(ties);
        };
        net = net.withAlpha(alpha).withStandardize(!noStandardize).withIntercept(!noIntercept)
                .withSequence(lambdaCount, lambdaMinRatio);
        if (lambdas != null) {
            net = net.withLambdas(SelectFiles.numbers(lambdas));
        }
        if (penaltyFactors != null) {
            net = net.withPenaltyFactors(SelectFiles.factors(penaltyFactors, names));
        }
        CrossValidated fit = new CrossValidation(measure, folds)
                .withGrouped(!ungrouped)
                .withAlignment(alignment)
                .withJobs(jobs.count())
                .fit(net, x, response);
        fit.notes().forEach(progress()::note);
        double chosenLambda = chosenLambda(fit.lambdaMin(), fit.lambda1se());
        SelectReport report = new SelectReport(SelectJson.elasticNet(fit, names, x.rows(), chosenLambda));
        return report.result(output.path().isEmpty()
                ? Map.of()
                : new SelectFigures(fit.path(), names, x, columns.correlation, chosenLambda)
                        .all(report.measure(), fit.lambdas(), fit.mean(), fit.sd(), fit.lambdaMin(), fit.lambda1se(), jobs.count()));
    }

    private SelectResult lassoCv(Matrix x, StatsTable cases, int[] rows, List<String> names, FoldAssignment folds) throws IOException {
        if (family == Family.COX || alpha != 1 || weights != null || offset != null || penaltyFactors != null) {
            throw new UsageException("--method lassocv is least squares without weights, offset and penalty factors;"
                    + " leave those flags out or use --method elasticnet");
        }
        LassoCv.Scaling scaling = noStandardize
                ? LassoCv.Scaling.AS_GIVEN
                : scaleWithinFolds ? LassoCv.Scaling.WITHIN_FOLDS : LassoCv.Scaling.ALL_CASES;
        if (scaling == LassoCv.Scaling.ALL_CASES) {
            progress().note("columns are z-scored over all rows before the folds, as is usual with scikit-learn: the held-out"
                    + " rows have a say in the scale (--scale-within-folds does without)");
        }
        LassoCv cv = new LassoCv(folds)
                .withScaling(scaling)
                .withIntercept(!noIntercept)
                .withGrid(lambdaCount, Double.isNaN(lambdaMinRatio) ? 1e-3 : lambdaMinRatio)
                .withJobs(jobs.count());
        if (lambdas != null) {
            cv = cv.withGrid(SelectFiles.numbers(lambdas));
        }
        double[] y = family == Family.GAUSSIAN
                ? cases.numbers(required(outcome, "--outcome"), rows)
                : cases.binaryOrNumbers(required(outcome, "--outcome"), positive, rows);
        LassoCv.Fit fit = cv.fit(x, y);
        double chosenLambda = chosenLambda(fit.alpha(), fit.alpha1se());
        SelectReport report = new SelectReport(SelectJson.lassoCv(fit, names, x.rows(), chosenLambda));
        return report.result(output.path().isEmpty()
                ? Map.of()
                : new SelectFigures(fit.path(), names, x, columns.correlation, chosenLambda).all(
                        report.measure(), fit.path().lambdas(), fit.mean(), fit.standardErrors(), fit.alpha(), fit.alpha1se(),
                        jobs.count()));
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

    private void requireOutcome(Family chosen) {
        if (chosen == Family.COX && (time == null || event == null)) {
            throw new UsageException("family cox needs --time and --event");
        }
        if (chosen != Family.COX && outcome == null) {
            throw new UsageException("missing: --outcome (or --time and --event for cox, or --redundancy)");
        }
    }

    private Response response(StatsTable cases, Family chosen, int[] rows) {
        Response response = switch (chosen) {
            case COX -> Response.survival(
                    cases.numbers(required(time, "--time"), rows), cases.numbers(required(event, "--event"), rows));
            case BINOMIAL -> Response.of(cases.binaryOrNumbers(required(outcome, "--outcome"), positive, rows));
            case GAUSSIAN -> Response.of(cases.numbers(required(outcome, "--outcome"), rows));
        };
        if (weights != null) {
            response = response.weighted(cases.numbers(weights, rows));
        }
        return offset == null ? response : response.offset(cases.numbers(offset, rows));
    }

    private FoldAssignment folds(StatsTable cases, Family chosen, int[] rows) {
        if (foldsFrom != null) {
            double[] labels = Files.exists(Path.of(foldsFrom))
                    ? cases.joined(Path.of(foldsFrom), "fold", rows, "fold")
                    : cases.numbers(foldsFrom, rows);
            for (double label : labels) {
                if (label != Math.rint(label)) {
                    throw StatsTable.refused(FitProblem.FOLDS, foldsFrom, String.valueOf(label), "a whole number in every row",
                            "number the folds");
                }
            }
            return FoldAssignment.given(Arrays.stream(labels).mapToInt(label -> (int) label).toArray());
        }
        if (method.equalsIgnoreCase("lassocv") && group == null) {
            return FoldAssignment.contiguous(rows.length, foldCount);
        }
        int[] classes = switch (chosen) {
            case BINOMIAL -> toInts(cases.binaryOrNumbers(required(outcome, "--outcome"), positive, rows));
            case COX -> toInts(cases.numbers(required(event, "--event"), rows));
            case GAUSSIAN -> new int[rows.length];
        };
        SplittableRandom random = new RandomStreams(seed).stream("folds");
        return group == null
                ? FoldAssignment.stratified(classes, foldCount, random)
                : FoldAssignment.grouped(cases.labels(group, rows), classes, foldCount, random);
    }

    private static int[] toInts(double[] values) {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }

    private Set<String> used() {
        Set<String> used = new HashSet<>(columns.used());
        Stream.of(outcome, time, event, group, weights, offset, foldsFrom)
                .filter(Objects::nonNull)
                .forEach(used::add);
        return used;
    }
}
