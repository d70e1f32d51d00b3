package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.ExitCode;
import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.RandomStreams;
import org.trabecula.figures.nomogram.NomogramCalculator;
import org.trabecula.figures.nomogram.NomogramFigure;
import org.trabecula.figures.nomogram.NomogramSheet;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.glm.BootstrapValidation;
import org.trabecula.stats.glm.Concordance;
import org.trabecula.stats.glm.CoxFit;
import org.trabecula.stats.glm.CoxRegression;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.LogisticRegression;
import org.trabecula.stats.glm.ModelTerms;
import org.trabecula.stats.glm.Term;
import org.trabecula.stats.glm.Ties;
import org.trabecula.stats.glm.ValidationIndex;
import org.trabecula.stats.glm.Variable;
import org.trabecula.stats.nomogram.NomogramModel;
import org.trabecula.stats.nomogram.TickLabel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// `nomogram`: fits a small model and draws it.
@Command(
        name = "nomogram",
        header = "Fit and draw a nomogram.",
        description = {
            "",
            "Use it for a few clinical variables and a score: logistic regression (--firth where terms separate the",
            "classes) or Cox's model (--time, --event, --at), scaled as rms draws it. -o DIR writes nomogram.json,",
            "nomogram.svg for print and nomogram.html, a calculator that works offline.",
            ""
        },
        footer = {
            "",
            "Example:  trabecula nomogram conformance/data/stats-nomogram/inputs/clinical.csv.gz \\",
            "            --outcome outcome --terms \"rcs(age,4),sex,score\" -o nomogram",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 input refused, 130 interrupted."
        })
public final class NomogramVerb extends Verb {
    @Parameters(index = "0", paramLabel = "F", description = "Table of cases (CSV, gzip or not).")
    @Nullable Path table;

    @Option(names = "--outcome", paramLabel = "Y", description = "Column to explain: 0/1 or two names.")
    @Nullable String outcome;

    @Option(names = "--positive", paramLabel = "NAME", description = "The name that counts as 1 (default: acute).")
    @Nullable String positive;

    @Option(
            names = "--terms",
            paramLabel = "TERMS",
            description = "Comma separated: age, rcs(age,4), factor(grade). Columns of text are categorical.")
    @Nullable String terms;

    @Option(names = "--firth", description = "Firth's penalised likelihood.")
    boolean firth;

    @Option(names = "--time", paramLabel = "COL", description = "Cox: time to event or censoring.")
    @Nullable String time;

    @Option(names = "--event", paramLabel = "COL", description = "Cox: 1 event, 0 censored.")
    @Nullable String event;

    @Option(names = "--at", paramLabel = "TIME", description = "Cox: survival at this time, in the unit of --time.")
    double at = Double.NaN;

    @Option(names = "--ties", paramLabel = "RULE", description = "Cox: efron (default) or breslow.")
    Ties ties = Ties.EFRON;

    @Option(names = "--group", paramLabel = "COL", description = "Patients: standard errors and limits robust to clusters.")
    @Nullable String group;

    @Option(names = "--predict", paramLabel = "NEW", description = "Table of new cases (default: the fitted ones).")
    @Nullable Path predict;

    @Option(names = "--validate", paramLabel = "B", description = "Optimism from B bootstrap resamples (default: 0, none).")
    int validate;

    @Option(names = "--title", paramLabel = "TEXT", description = "Title of the drawing (default: the outcome's name).")
    @Nullable String title;

    @Option(names = "--id", paramLabel = "COL", description = "Column that names the cases (default: case_id).")
    String id = "case_id";

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the resamples (default: 1).")
    long seed = 1;

    @Option(names = "--jobs", paramLabel = "N", description = "Threads (default: all). The result does not depend on it.")
    int jobs = defaultJobs();

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    @Option(names = {"-o", "--out"}, paramLabel = "DIR", description = "Write nomogram.json, .svg and .html there.")
    @Nullable Path output;

    @Option(names = "--force", description = "Overwrite files in DIR.")
    boolean force;

    @Override
    public Integer call() throws IOException {
        StatsTable cases = StatsTable.read(required(table, "a table of cases"), id);
        Map<String, Variable> columns = cases.variables();
        List<String> texts = split(required(terms, "--terms"));
        int[] rows = completeRows(cases, texts);
        ModelTerms model = ModelTerms.learn(texts, restricted(columns, rows));
        Matrix x = model.encode(columns, rows);
        int[] clusters = group == null ? new int[0] : StatsTable.codes(cases.labels(group, rows));
        NomogramJson document = time != null || event != null
                ? cox(cases, columns, model, x, rows, clusters)
                : logistic(cases, columns, model, x, rows, clusters);
        addPredictions(document, cases, columns, rows);
        show(document);
        return ExitCode.DONE;
    }

    private NomogramJson logistic(
            StatsTable cases, Map<String, Variable> columns, ModelTerms model, Matrix x, int[] rows, int[] clusters) {
        if (!Double.isNaN(at)) {
            throw new UsageException("--at belongs to Cox's model: give --time and --event, or leave it out");
        }
        double[] y = cases.binaryOrNumbers(required(outcome, "--outcome"), positive, rows);
        LogisticFit fit = firth ? LogisticRegression.fitFirth(x, y) : LogisticRegression.fit(x, y);
        if (fit.separated()) {
            throw StatsTable.refused(FitProblem.SEPARATION, "the terms " + String.join(", ", model.variables()),
                    "cases fitted to within 1e-8 of their class, and coefficients that still grow",
                    "classes that overlap in every combination of the terms",
                    "add --firth, whose estimates are finite, or leave a term out");
        }
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        double c = Concordance.binary(y, fit.linearPredictor(x), ones);
        Optional<double[][]> robust =
                clusters.length == 0 ? Optional.empty() : Optional.of(fit.robustCovariance(x, clusters));
        double[][] covariance = robust.orElseGet(fit::covariance);
        NomogramModel drawn =
                new NomogramModel(model, new NomogramModel.Fitted.Logistic(fit), covariance, columns, rows);
        NomogramSheet sheet = NomogramSheet.of(title(required(outcome, "--outcome")), "Probability", drawn,
                drawn.nomogram(), covariance);
        NomogramJson document = new NomogramJson(sheet);
        document.logistic(fit, robust, c);
        if (validate > 0) {
            document.validation(validation(x, y, clusters), validate);
        }
        return document;
    }

    private List<ValidationIndex> validation(Matrix x, double[] y, int[] clusters) {
        if (firth) {
            throw new UsageException("--validate judges maximum-likelihood fits; leave out --firth or --validate");
        }
        var random = new RandomStreams(seed).stream("validate");
        List<int[]> resamples = clusters.length == 0
                ? BootstrapValidation.resamples(y.length, validate, random)
                : BootstrapValidation.clusterResamples(clusters, validate, random);
        return BootstrapValidation.of(x, y, resamples, jobs);
    }

    private NomogramJson cox(
            StatsTable cases, Map<String, Variable> columns, ModelTerms model, Matrix x, int[] rows, int[] clusters) {
        if (firth || outcome != null || validate > 0) {
            throw new UsageException("Cox's model takes --time, --event and --at; --outcome, --firth and --validate belong to"
                    + " logistic regression");
        }
        double[] times = cases.numbers(required(time, "--time"), rows);
        double[] events = cases.numbers(required(event, "--event"), rows);
        if (Double.isNaN(at)) {
            throw new UsageException("missing: --at, the time of the survival to draw");
        }
        CoxFit.requireHorizon(at, times);
        CoxFit fit = CoxRegression.fit(x, times, events, ties);
        Optional<double[][]> robust = clusters.length == 0 ? Optional.empty() : Optional.of(fit.robustCovariance(clusters));
        NomogramModel drawn = new NomogramModel(
                model, new NomogramModel.Fitted.Cox(fit, at), robust.orElseGet(fit::covariance), columns, rows);
        NomogramSheet sheet = new NomogramSheet(title(required(event, "--event")), "Survival at " + TickLabel.of(at), drawn,
                drawn.nomogram(), List.of());
        NomogramJson document = new NomogramJson(sheet);
        document.cox(fit, robust, at);
        return document;
    }

    private String title(String fallback) {
        return title == null ? fallback : title;
    }

    /// Rows with an outcome, a group and every term.
    private int[] completeRows(StatsTable cases, List<String> texts) {
        List<String> needed = new ArrayList<>();
        Stream.of(outcome, time, event, group).filter(Objects::nonNull).forEach(needed::add);
        texts.stream().map(Term::variableOf).forEach(needed::add);
        int[] rows = cases.rowsWith(needed);
        if (rows.length < cases.rows()) {
            progress().note((cases.rows() - rows.length) + " of " + cases.rows()
                    + " rows are left out: outcome, group or a term is missing");
        }
        return rows;
    }

    /// The columns over the fitted rows alone, so that levels and knots come from these.
    private static Map<String, Variable> restricted(Map<String, Variable> columns, int[] rows) {
        Map<String, Variable> restricted = new java.util.LinkedHashMap<>();
        columns.forEach((name, column) -> restricted.put(name, switch (column) {
            case Variable.Numbers numbers -> new Variable.Numbers(
                    name, Arrays.stream(rows).mapToDouble(row -> numbers.values()[row]).toArray());
            case Variable.Labels labels -> new Variable.Labels(
                    name, Arrays.stream(rows).mapToObj(labels.values()::get).toList());
        }));
        return restricted;
    }

    private void addPredictions(NomogramJson document, StatsTable cases, Map<String, Variable> columns, int[] rows) {
        if (predict == null) {
            document.predictions(cases.ids(rows), columns, rows, List.of());
            return;
        }
        StatsTable fresh = StatsTable.read(predict, id);
        Map<String, Variable> values = fresh.variables();
        int[] complete = document.sheet().model().terms().completeRows(values);
        List<Integer> known = Arrays.stream(complete).boxed().toList();
        List<String> incomplete = new ArrayList<>();
        for (int row = 0; row < fresh.rows(); row++) {
            if (!known.contains(row)) {
                incomplete.add(fresh.ids().get(row));
            }
        }
        document.predictions(fresh.ids(complete), values, complete, incomplete);
    }

    private void show(NomogramJson document) throws IOException {
        ObjectNode whole = document.document();
        String text = new ObjectMapper().writeValueAsString(whole);
        if (output != null) {
            Path[] files = Stream.of("nomogram.json", "nomogram.svg", "nomogram.html").map(output::resolve).toArray(Path[]::new);
            OutputFiles.requireFree(force, files);
            AtomicFile.writeText(files[0], text + "\n");
            AtomicFile.writeText(files[1], NomogramFigure.draw(document.sheet()));
            AtomicFile.writeText(files[2], NomogramCalculator.page(document.sheet()));
        }
        if (json) {
            out().println(text);
        } else {
            out().print(NomogramText.of(whole));
        }
    }

    /// Splits at commas outside parentheses.
    static List<String> split(String text) {
        return Arrays.stream(text.split(",(?![^(]*\\))")).map(String::strip).filter(term -> !term.isEmpty()).toList();
    }
}
