package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FolderOutput;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.Hash;
import org.trabecula.core.Version;
import org.trabecula.evaluation.document.JsonText;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.bundle.RecalibratedBundle;
import org.trabecula.study.bundle.Recalibration;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.input.TableStudy;
import org.trabecula.study.predict.Predictor;
import org.trabecula.study.validate.OutcomeOfModel;
import org.trabecula.study.validate.Refitted;
import org.trabecula.study.validate.Validation;
import org.trabecula.study.validate.Validator;
import org.trabecula.study.written.ValidationFiles;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `validate`.
@Command(
        name = "validate",
        addMethodSubcommands = false,
        sortOptions = false,
        header = "A finished model on another cohort whose outcomes are known.",
        description = {
            "",
            "Discrimination, calibration, decision curves and the model's own cut-offs on cases that it never",
            "saw, and what an update would change: the intercept, or intercept and slope, with standard errors.",
            "--update refit fits the coefficients of age, sex and score anew, judged by cross-fitting.",
            "With --update the updated model is written too, and its card says where it comes from.",
            "Cases without an outcome are left out and counted. Not a medical device."
        },
        footer = {
            "",
            "Example:  trabecula phantom -o other --patients 80 --seed 9",
            "          trabecula validate run other/cases.csv -o validation",
            "          trabecula validate run features.csv --outcome Target --update slope -o validation2",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 input refused, 4 done but some cases failed (failures.csv)."
        })
public final class ValidateVerb extends Verb {
    @Parameters(index = "0", paramLabel = "MODEL", description = "Run folder or model.trabecula.")
    @Nullable Path model;

    @Parameters(index = "1", paramLabel = "CASES", description = "Manifest with outcomes, or a table of features with them.")
    @Nullable Path cases;

    @Option(names = "--update", paramLabel = "KIND", 
            description = "none, intercept, slope (intercept and slope) or refit (all coefficients) (default: none).")
    String update = "none";

    @Option(names = "--outcome", paramLabel = "COL", description = "Outcome column of a feature table (default: outcome, or the study's).")
    @Nullable String outcome;

    @Option(names = "--positive", paramLabel = "NAME", description = "Name of the positive class (default: the model's, or 1).")
    @Nullable String positive;

    @Option(names = "--id", paramLabel = "COL", description = "Column that names the rows of a feature table (default: guessed, and said).")
    @Nullable String id;

    @Option(names = "--group", paramLabel = "COL", description = "Patient column of a feature table (default: patient_id, else each row is a patient).")
    @Nullable String group;

    @Option(
            names = "--each-row-a-patient",
            description = "The rows of a feature table are of different patients, whatever a column such as subject looks like.")
    boolean eachRowAPatient;

    @Mixin
    CentreFlag centre = new CentreFlag();

    @Mixin
    SchemeFlag scheme = new SchemeFlag();

    @Mixin
    FolderOutput output = new FolderOutput("Also write results, figures and the updated model as files here.");

    @Mixin
    Jobs jobs = new Jobs();

    @Mixin
    Json json = new Json();

    @Override
    public Integer call() throws IOException {
        Path given = required(model, "a model");
        Path table = required(cases, "a cohort: a manifest or a table of features, with outcomes");
        Optional<Recalibration.Kind> kind = kind();
        if (kind.isPresent() && output.path().isEmpty()) {
            throw new UsageException("--update writes a model: give -o DIR");
        }
        Path file = Files.isDirectory(given) ? given.resolve("model.trabecula") : given;
        List<Path> inputs = List.of(file, table);
        output.check(ValidationFiles.names(kind), inputs);
        PredictVerb.requireModel(given);
        TextTable read = DelimitedText.read(table);
        String sha256 = Hash.sha256Hex(file);
        Bundle bundle = Bundle.read(file);
        output.check(EvaluationFigures.files(bundle.cutoffs().keySet().stream().map(one -> one.label()).toList()), inputs);
        Validator validator = new Validator(bundle, sha256, jobs.count());
        Judged judged = judged(bundle, read, ManifestFile.folderOf(table));
        Validation validation = validator.validate(judged.cohort(), judged.predicted());
        validation.notes().forEach(progress()::note);
        Optional<Refitted> refitted = kind.filter(Recalibration.Kind.REFIT::equals)
                .map(_ -> validator.refit(judged.cohort(), judged.predicted(), validation));
        Optional<Recalibration.Update> updated =
                refitted.map(Refitted::update).or(() -> kind.map(one -> validator.update(validation, one)));
        ValidationFiles files = new ValidationFiles(validation, updated, refitted);
        if (output.path().isPresent()) {
            write(output.path().get(), files, validator, bundle, file);
        }
        if (json.asked()) {
            out().println(JsonText.of(files.object()));
        } else {
            new ValidationText(files).print(words());
        }
        CaseFailures.tell(validation.failures(), err());
        return validation.failures().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private Optional<Recalibration.Kind> kind() {
        if (update.equals("none")) {
            return Optional.empty();
        }
        for (Recalibration.Kind kind : Recalibration.Kind.values()) {
            if (kind.label().equals(update)) {
                return Optional.of(kind);
            }
        }
        throw new UsageException("--update takes none, intercept, slope or refit, got '" + update + "'");
    }

    /// Who was judged, and what the model says of them.
    private record Judged(Cohort cohort, Predictor.Result predicted) {}

    private Judged judged(Bundle bundle, TextTable table, Path folder) {
        Predictor predictor = new Predictor(bundle);
        OutcomeOfModel known = new OutcomeOfModel(bundle.model().classes(), Optional.ofNullable(outcome), Optional.ofNullable(positive));
        if (PredictVerb.predictsColumns(bundle, table)) {
            StudyData read = TableStudy.readOutcomes(
                            table, folder, known.columns(table, Optional.ofNullable(id), Optional.ofNullable(group), eachRowAPatient),
                            predictor.neededFeatures(table.source()))
                    .knownOutcomes();
            StudyData data = read.withCohort(centre.of(read.cohort()));
            tell(data.cohort());
            return new Judged(data.cohort(), predictor.predict(data));
        }
        if (outcome != null || id != null || group != null || eachRowAPatient) {
            throw new UsageException("--outcome, --id, --group and --each-row-a-patient speak of columns of a feature table; " + table.source()
                    + " is a manifest, with columns outcome, case_id and patient_id");
        }
        Cohort cohort = centre.of(ManifestFile.ofNewWithOutcomes(table, folder, known.positive(table)).knownOutcomes());
        tell(cohort);
        return new Judged(
                cohort, predictor.predict(cohort.included(), scheme.choice(), jobs.count(), progress()));
    }

    private void tell(Cohort cohort) {
        cohort.notes().forEach(progress()::note);
    }

    private static void write(Path folder, ValidationFiles files, Validator validator, Bundle bundle, Path original)
            throws IOException {
        files.write(folder);
        Map<String, String> drawn = new EvaluationFigures(
                        files.validation().evaluation(), validator.evaluator(), bundle.model().classes().positive(),
                        bundle.model().classes().negative())
                .all();
        for (Map.Entry<String, String> figure : drawn.entrySet()) {
            AtomicFile.writeText(folder.resolve(figure.getKey()), figure.getValue());
        }
        if (files.update().isPresent()) {
            RecalibratedBundle.write(
                    original, files.update().get(), "Trabecula " + Version.text(), folder.resolve(ValidationFiles.BUNDLE));
        }
    }
}
