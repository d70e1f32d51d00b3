package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FolderOutput;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.core.AtomicFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `select`: penalised regression, or redundancy alone.
@Command(
        name = "select",
        addMethodSubcommands = false,
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

    @Mixin
    SelectColumns columns = new SelectColumns();

    @Mixin
    FolderOutput output = new FolderOutput("Also write the document, tables and figures there.");

    @Mixin
    Jobs jobs = new Jobs();

    @Mixin
    Json json = new Json();

    @ArgGroup(validate = false, heading = "%nPenalised regression (the default):%n")
    PenalisedFlags penalised = new PenalisedFlags();

    @ArgGroup(validate = false, heading = "%nRedundancy:%n")
    RedundancyFlags redundancy = new RedundancyFlags();

    @ArgGroup(validate = false, heading = "%nOne feature at a time:%n")
    UnivariateFlags univariate = new UnivariateFlags();

    @ArgGroup(validate = false, heading = "%nPrincipal components:%n")
    ComponentsFlags components = new ComponentsFlags();

    @ArgGroup(validate = false, heading = "%nHarmonisation of centres (ComBat):%n")
    HarmoniseFlags harmonisation = new HarmoniseFlags();

    @Override
    public Integer call() throws IOException {
        SelectMode mode = mode();
        Path file = required(table, "a table of features");
        mode.require(columns);
        List<Path> inputs = new ArrayList<>(mode.inputs());
        inputs.add(file);
        output.check(List.of("select.json"), inputs);
        SelectResult result = mode.result(new SelectCases(
                StatsTable.read(file, columns.id), columns, mode, jobs.count(), output.path().isPresent(), progress()));
        String document = JsonMapper.shared().writeValueAsString(result.document());
        if (output.path().isPresent()) {
            write(output.required(), document, result, inputs);
        }
        if (json.asked()) {
            out().println(document);
        } else {
            words().print(result.text());
        }
        return ExitCode.DONE;
    }

    /// Which of the modes is asked for; the regression without any.
    private SelectMode mode() {
        Map<String, SelectMode> asked = new LinkedHashMap<>();
        if (redundancy.above != null) {
            asked.put("--redundancy", redundancy);
        }
        if (univariate.test != null) {
            asked.put("--univariate", univariate);
        }
        if (components.wanted != null) {
            asked.put("--pca", components);
        }
        if (harmonisation.combat != null) {
            asked.put("--combat", harmonisation);
        }
        if (asked.size() > 1) {
            throw new UsageException("give one of --redundancy, --univariate, --pca and --combat");
        }
        return asked.isEmpty() ? penalised.drawing(redundancy.correlation) : asked.values().iterator().next();
    }

    private void write(Path folder, String document, SelectResult result, List<Path> inputs) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("select.json", document + "\n");
        files.putAll(result.files());
        output.check(files.keySet(), inputs);
        for (Map.Entry<String, String> one : files.entrySet()) {
            AtomicFile.writeText(folder.resolve(one.getKey()), one.getValue());
        }
    }
}
