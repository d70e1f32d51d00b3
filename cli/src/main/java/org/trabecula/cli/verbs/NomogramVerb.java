package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FolderOutput;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.core.Shown;
import org.trabecula.learn.exploration.NomogramFit;
import org.trabecula.stats.Variable;
import org.trabecula.stats.glm.ModelTerms;
import org.trabecula.stats.glm.Term;
import org.trabecula.stats.glm.Ties;
import org.trabecula.stats.nomogram.NomogramModel.Prediction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `nomogram`: fits a model, draws it, predicts.
@Command(
        name = "nomogram",
        addMethodSubcommands = false,
        header = "Fit and draw a nomogram.",
        description = {
            "",
            "Use it to make a logistic or Cox model of a few variables into a drawing and an offline calculator.",
            "Points, axes and knots are those of rms. Rows with a missing value are left out.",
            ""
        },
        footer = {
            "",
            "Example:  trabecula nomogram conformance/data/stats/inputs/clinical.csv.gz \\",
            "            --outcome outcome --terms \"rcs(age,4),sex,score\" --unit age=years -o nomogram",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 input refused, 130 interrupted."
        })
public final class NomogramVerb extends Verb {
    @Parameters(index = "0", paramLabel = "F", description = "Table of cases (CSV, gzip or not).")
    @Nullable Path table;

    @Option(names = "--outcome", paramLabel = "Y", description = "Column to explain: 0/1, or two names.")
    @Nullable String outcome;

    @Option(names = "--positive", paramLabel = "NAME", description = "The name that counts as 1 (default: acute).")
    @Nullable String positive;

    @Option(
            names = "--terms",
            required = true,
            paramLabel = "LIST",
            description = "Variables, comma separated: name, rcs(name,KNOTS), factor(name).")
    String terms = "";

    @Option(names = "--firth", description = "Firth's penalised likelihood (few cases, separated classes).")
    boolean firth;

    @Option(names = "--group", paramLabel = "COL", description = "Patients: cluster-robust standard errors and limits.")
    @Nullable String group;

    @Option(names = "--time", paramLabel = "COL", description = "Cox: time to event or censoring.")
    @Nullable String time;

    @Option(names = "--event", paramLabel = "COL", description = "Cox: 1 event, 0 censored.")
    @Nullable String event;

    @Option(names = "--at", paramLabel = "T", description = "Cox: time of the probability of no event, unit of --time.")
    double at = Double.NaN;

    @Option(names = "--ties", paramLabel = "RULE", description = "Cox: efron (default, as rms) or breslow.")
    Ties ties = Ties.EFRON;

    @Option(names = "--predict", paramLabel = "NEW", description = "Table of cases to predict (default: the fitted ones).")
    @Nullable Path predict;

    @Option(
            names = "--validate",
            paramLabel = "N",
            description = "Also optimism by N bootstrap resamples, whole patients with --group (logistic without --firth).")
    int validate = 0;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the resamples (default: 1).")
    long seed = 1;

    @Mixin
    Jobs jobs = new Jobs();

    @Option(names = "--label", paramLabel = "TEXT", description = "What the last axis says (default: Probability of …).")
    @Nullable String label;

    @Option(
            names = "--unit",
            paramLabel = "COL=UNIT",
            description = "Unit of a variable, written on its axis, such as age=years (repeatable).")
    Map<String, String> units = new LinkedHashMap<>();

    @Option(names = "--synthetic", description = "Say in the calculator that the cases are made up.")
    boolean synthetic;

    @Option(names = "--id", paramLabel = "COL", description = "Column that names the cases (default: case_id or id).")
    @Nullable String id;

    @Mixin
    Json json = new Json();

    @Mixin
    FolderOutput output = new FolderOutput("Write nomogram.json, nomogram.svg, nomogram.pdf and calculator.html there.");

    private final List<String> notes = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        requireFlags();
        Path file = required(table, "a table of cases");
        output.check(NomogramFiles.NAMES, Stream.of(file, predict).filter(Objects::nonNull).toList());
        StatsTable cases = StatsTable.read(file, id);
        Map<String, Variable> columns = cases.variables();
        ModelTerms model = ModelTerms.learn(cases.terms(terms), columns);
        requireTermsApart(model);
        unitsOfTerms(model);
        notes.addAll(cases.notes());
        notes.addAll(cases.notes(model.variables()));
        cases.requireTerms(model.variables());
        cases.requireSquares(model.variables());
        int[] rows = rows(cases, model, columns);
        NomogramFit result = fit(cases, model, columns, rows);
        String document = JsonMapper.shared()
                .writeValueAsString(new NomogramJson(result).document(predictions(result, cases, columns, rows), notes));
        notes.forEach(progress()::note);
        if (output.path().isPresent()) {
            new NomogramFiles(result, axisLabel(), this::axisTitle, synthetic).write(output.required(), document);
        }
        if (json.asked()) {
            out().println(document);
        } else {
            words().print(NomogramText.of(result));
        }
        return ExitCode.DONE;
    }

    private void requireFlags() {
        if (isCox() ? time == null || event == null || Double.isNaN(at) : outcome == null) {
            throw new UsageException(isCox() ? "a Cox model needs --time, --event and --at" : "missing: --outcome");
        }
        if (isCox() && (outcome != null || firth)) {
            throw new UsageException("--outcome and --firth belong to a logistic model, --time and --event to a Cox model");
        }
        if (validate < 0 || validate > 0 && (isCox() || firth)) {
            throw new UsageException("--validate is a number of resamples for a logistic model without --firth");
        }
    }

    /// What is to be explained explains nothing.
    private void requireTermsApart(ModelTerms model) {
        for (String variable : model.variables()) {
            if (Stream.of(outcome, time, event).filter(Objects::nonNull).anyMatch(variable::equals)) {
                throw new UsageException("--terms names '" + variable + "', which is what the model is to explain");
            }
        }
    }

    private int[] rows(StatsTable cases, ModelTerms model, Map<String, Variable> columns) {
        List<String> needed = Stream.of(outcome, time, event).filter(Objects::nonNull).toList();
        int[] present = cases.rowsWith(needed);
        int[] rows = Arrays.stream(model.completeRows(columns))
                .filter(row -> Arrays.binarySearch(present, row) >= 0)
                .toArray();
        if (rows.length < cases.rows()) {
            notes.add(Shown.count(cases.rows() - rows.length, "row") + " with a missing value left out");
        }
        return rows;
    }

    private NomogramFit fit(StatsTable cases, ModelTerms model, Map<String, Variable> columns, int[] rows) {
        NomogramFit.Cases fitted = new NomogramFit.Cases(
                model, columns, rows, group == null ? null : StatsTable.codes(cases.groups(group, rows)));
        if (isCox()) {
            cases.requireSurvival(required(time, "--time"), required(event, "--event"), rows);
        }
        return isCox()
                ? NomogramFit.cox(
                        fitted, cases.numbers(required(time, "--time"), rows), cases.numbers(required(event, "--event"), rows),
                        at, ties)
                : NomogramFit.logistic(
                        fitted, cases.binary(required(outcome, "--outcome"), positive, rows), firth,
                        new NomogramFit.Resamples(validate, seed, jobs.count()));
    }

    private boolean isCox() {
        return time != null || event != null;
    }

    private Map<String, @Nullable Prediction> predictions(
            NomogramFit result, StatsTable cases, Map<String, Variable> columns, int[] rows) {
        StatsTable asked = predict == null ? cases : StatsTable.read(predict, id);
        Map<String, Variable> given = predict == null ? columns : asked.variables();
        if (predict != null) {
            asked.requireNumbers(result.model().terms().variables().stream().filter(name -> columns.get(name) instanceof Variable.Numbers).toList());
        }
        int[] complete = predict == null ? rows : result.model().terms().completeRows(given);
        List<Prediction> found = result.model().predict(result.nomogram(), given, complete);
        Map<String, @Nullable Prediction> predictions = new LinkedHashMap<>();
        for (int row : predict == null ? rows : IntStream.range(0, asked.rows()).toArray()) {
            int place = Arrays.binarySearch(complete, row);
            predictions.put(asked.ids().get(row), place < 0 ? null : found.get(place));
        }
        return predictions;
    }

    private void unitsOfTerms(ModelTerms model) {
        List<String> variables = model.terms().stream().map(Term::variable).toList();
        for (String variable : units.keySet()) {
            if (!variables.contains(variable)) {
                throw new UsageException("--unit names '" + variable + "', which is none of the terms "
                        + String.join(", ", variables));
            }
        }
    }

    /// `age (years)`.
    private String axisTitle(String variable) {
        return units.containsKey(variable) ? variable + " (" + units.get(variable) + ")" : variable;
    }

    private String axisLabel() {
        if (label != null) {
            return label;
        }
        return time != null
                ? "Probability of no event up to " + Double.toString(at).replaceAll("\\.0$", "")
                : "Probability of " + (positive != null ? positive : outcome);
    }
}
