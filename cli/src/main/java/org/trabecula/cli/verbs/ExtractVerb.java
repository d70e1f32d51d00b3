package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.ExitCode;
import org.trabecula.cli.UsageException;
import org.trabecula.cli.Verb;
import org.trabecula.cli.Version;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.GridComparison;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.VolumeFile;
import org.trabecula.radiomics.FeatureRow;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.ibsi.IbsiConfiguration;
import org.trabecula.radiomics.ibsi.IbsiFamily;
import org.trabecula.radiomics.ibsi.IbsiProfile;
import org.trabecula.radiomics.ibsi.IbsiValue;
import org.trabecula.radiomics.settings.ParameterFile;
import org.trabecula.radiomics.settings.Preset;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.radiomics.settings.SettingsText;
import org.trabecula.study.input.CaseFailure;
import org.trabecula.study.input.CaseImages;
import org.trabecula.study.input.HandCrafted;
import org.trabecula.study.input.StudyInputs;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.FeatureTableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `extract`.
@Command(
        name = "extract",
        header = "Extract radiomics features.",
        description = {
            "",
            "PyRadiomics' features, names and numbers from one CT and its mask, or from a manifest of many.",
            "Presets: original (107 features, no resampling), paper1648 (the study's 1,648: resampled to 1 mm,",
            "19 images), full (2,060), lbp3d; or --params with a PyRadiomics parameter file. --preset ibsi with",
            "--configuration C computes the standard's features as the standard's benchmark does."
        },
        footer = {
            "",
            "Example:  trabecula extract ct.nii.gz labels.nii.gz --label 29 -o l3.csv",
            "          trabecula extract cases.csv --preset paper1648 -o features.csv.gz",
            "",
            "With a manifest, finished cases are kept in a folder beside the output, so that an interrupted run goes on",
            "where it stopped, and cases that fail are listed in failures.csv beside it.",
            "Exit codes: 0 done, 2 wrong usage, 3 input refused, 4 done but some cases failed, 130 interrupted."
        })
public final class ExtractVerb extends Verb {
    @Parameters(index = "0", paramLabel = "IMAGE|CASES", description = "CT (NIfTI, NRRD), or a manifest (.csv).")
    @Nullable Path image;

    @Parameters(index = "1", arity = "0..1", paramLabel = "MASK", description = "Label file of the CT.")
    @Nullable Path mask;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Table: .csv or .csv.gz.")
    @Nullable Path out;

    @Mixin
    RegionChoice choice = new RegionChoice();

    @Option(names = "--preset", paramLabel = "NAME", description = "Settings by name (default: ${DEFAULT-VALUE}).")
    String preset = "original";

    @Option(
            names = "--configuration",
            paramLabel = "A..E",
            description = "With --preset ibsi: one of the standard's configurations, or DIGITAL for its phantom.")
    @Nullable IbsiConfiguration configuration;

    @Option(names = "--params", paramLabel = "FILE", description = "PyRadiomics parameter file, YAML or JSON.")
    @Nullable Path params;

    @Option(names = "--jobs", paramLabel = "N", description = "Threads (default: all processors). No number depends on it.")
    int jobs = defaultJobs();

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    @Option(names = "--force", description = "Replace FILE.")
    boolean force;

    @Override
    public Integer call() throws IOException {
        Path first = required(image, "an image or a manifest");
        boolean ibsi = params == null && preset.equals("ibsi");
        if (ibsi == (configuration == null)) {
            throw new UsageException(
                    ibsi
                            ? "--preset ibsi needs --configuration A, B, C, D, E or DIGITAL: the standard has no default"
                            : "--configuration goes with --preset ibsi");
        }
        if (out == null && !json) {
            throw new UsageException("missing: a table to write (-o FILE), or --json");
        }
        if (out != null && Files.exists(out) && !force) {
            throw new InputException(new Problem(
                    ImageProblem.OUTPUT_EXISTS, out.toString(), "a file", "a new name",
                    "name another file, or give --force to replace this one"));
        }
        if (ibsi) {
            Path drawn = required(mask, "a mask: --preset ibsi takes one case at a time");
            return single(first, drawn, OptionalInt.empty(), this::ibsiRow);
        }
        Settings settings = params == null ? Preset.named(preset).settings() : ParameterFile.read(params);
        return mask == null
                ? manifest(first, settings)
                : single(first, mask, settings.label(), (name, ct, region) -> pyradiomicsRow(name, ct, region, settings));
    }

    /// One region's row.
    @FunctionalInterface
    private interface Rows {
        FeatureTable row(String name, ImageFile image, Mask region) throws IOException;
    }

    private FeatureTable pyradiomicsRow(String name, ImageFile ct, Mask region, Settings settings) throws IOException {
        FeatureRow row = Radiomics.with(settings).jobs(jobs).extract(ct, region);
        row.notes().forEach(note -> err().println("note: " + note));
        return HandCrafted.table(name, row);
    }

    private FeatureTable ibsiRow(String name, ImageFile ct, Mask region) throws IOException {
        Mask placed = GridComparison.place(region, ct.grid(), "mask on image " + ct.path().getFileName());
        List<IbsiValue> values = IbsiProfile.extract(
                ct, placed, required(configuration, "a configuration").settings(), EnumSet.allOf(IbsiFamily.class), jobs);
        double[][] columns = new double[values.size()][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = new double[] {values.get(column).value()};
        }
        values.forEach(value -> value.whyUndefined().ifPresent(why -> err().println("note: " + value.column() + ": " + why)));
        return new FeatureTable(List.of(name), values.stream().map(IbsiValue::column).toList(), columns);
    }

    private int single(Path imageFile, Path maskFile, OptionalInt label, Rows how) throws IOException {
        ImageFile ct = VolumeFile.open(imageFile);
        LabelFile labelFile = LabelFile.open(maskFile);
        String name = imageFile.getFileName().toString().replaceFirst("(\\.nii)?(\\.gz)?(\\.nrrd)?$", "");
        List<FeatureTable> rows = new ArrayList<>();
        for (Map.Entry<String, Mask> region : choice.regions(labelFile, name, label).entrySet()) {
            rows.add(how.row(region.getKey(), ct, region.getValue()));
        }
        return finish(HandCrafted.stacked(rows));
    }

    private int manifest(Path file, Settings settings) throws IOException {
        if (!file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)")) {
            throw new UsageException("one case needs IMAGE and MASK; a manifest ends in .csv");
        }
        if (choice.isGiven()) {
            throw new UsageException("--label and --merge are for one case; a manifest has a column label");
        }
        Path table = required(out, "a table to write: -o FILE");
        Cohort cohort = ManifestFile.read(file, Optional.empty());
        cohort.notes().forEach(progress()::note);
        String key = SettingsText.of(settings) + "\n" + Version.text();
        Path kept = table.resolveSibling("." + table.getFileName() + ".cases");
        Files.createDirectories(kept); // an unwritable place is told before hours of work, not once a case
        Optional<String> label = settings.label().isPresent()
                ? Optional.of(Integer.toString(settings.label().getAsInt()))
                : Optional.empty();
        HandCrafted.Result result = new HandCrafted(
                        settings, key, kept, (vertebra, drawn) -> CaseImages.asDrawn(vertebra, drawn, label))
                .extract("features", cohort.included(), StudyInputs::maskOf, jobs, progress());
        CaseFailures.tell(result.failures(), err());
        List<CaseFailure> listed = new ArrayList<>(result.failures());
        listed.addAll(result.undefined());
        Path folder = required(table.toAbsolutePath().getParent(), "a folder for the table");
        CaseFailures.write(folder, listed);
        if (!result.failures().isEmpty()) {
            err().println(result.failures().size() + " of " + cohort.included().size() + " cases failed, listed in "
                    + folder.resolve("failures.csv"));
        }
        if (result.table().rows() == 0) {
            return ExitCode.REFUSED;
        }
        finish(result.table());
        return result.failures().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private int finish(FeatureTable table) throws IOException {
        if (out != null) {
            FeatureTableFile.write(table, out);
            if (!json) {
                out().println(out + ": " + table.rows() + (table.rows() == 1 ? " row, " : " rows, ") + table.names().size()
                        + " features");
            }
        }
        if (json) {
            out().println(FeatureTableJson.of(table));
        }
        return ExitCode.DONE;
    }
}
