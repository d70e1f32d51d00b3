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
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.extraction.feature.IntermediateImages;
import org.trabecula.extraction.region.MaskPlacement;
import org.trabecula.image.GridComparison;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.Mask;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.radiomics.FeatureRow;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.ibsi.IbsiConfiguration;
import org.trabecula.radiomics.ibsi.IbsiFamily;
import org.trabecula.radiomics.ibsi.IbsiProfile;
import org.trabecula.radiomics.ibsi.IbsiValue;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.feature.HandCrafted;
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
            "With a manifest, finished cases are kept in a folder beside the output under the hash of image, mask and",
            "settings, so that an interrupted run goes on where it stopped; cases that fail are listed in failures.csv",
            "beside it. As many cases run side by side as --jobs and the memory allow.",
            "Exit codes: 0 done, 2 wrong usage, 3 input refused, 4 done but some cases failed, 130 interrupted."
        })
public final class ExtractVerb extends Verb {
    @Parameters(index = "0", paramLabel = "IMAGE|CASES", description = "CT (NIfTI, NRRD), or a manifest (.csv).")
    @Nullable Path image;

    @Parameters(index = "1", arity = "0..1", paramLabel = "MASK", description = "Label file of the CT.")
    @Nullable Path mask;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Table: .csv, .csv.gz or .parquet.")
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

    @Option(
            names = "--save-intermediate",
            paramLabel = "DIR",
            description = "Write the image, the mask and each filtered image as they are measured, as NRRD, a folder a case.")
    @Nullable Path intermediate;

    @Option(names = "--jobs", paramLabel = "N", description = "Threads (default: all processors). No number depends on it.")
    int jobs = defaultJobs();

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    @Option(names = "--force", description = "Replace FILE. Finished cases of a manifest are still used.")
    boolean force;

    @Option(names = "--dry-run", description = "Read headers and masks, say what would be computed, and write nothing.")
    boolean dryRun;

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
        if (ibsi && intermediate != null) {
            throw new UsageException("--save-intermediate writes the images of the pyradiomics profile, not those of --preset ibsi");
        }
        if (out == null && !json && !dryRun) {
            throw new UsageException("missing: a table to write (-o FILE), or --json");
        }
        if (out != null && Files.exists(out) && !force && !dryRun) {
            throw new InputException(new Problem(
                    ImageProblem.OUTPUT_EXISTS, out.toString(), "a file", "a new name",
                    "name another file, or give --force to replace this one"));
        }
        if (ibsi) {
            Path drawn = required(mask, "a mask: --preset ibsi takes one case at a time");
            return single(first, drawn, Optional.empty(), this::ibsiRow);
        }
        Settings settings = params == null ? Preset.named(preset).settings() : ParameterFile.read(params);
        if (intermediate != null && !dryRun) {
            Files.createDirectories(intermediate); // an unwritable place is told before hours of work, not once a case
        }
        return mask == null
                ? manifest(first, settings)
                : single(first, mask, labelOf(settings), (name, ct, region) -> pyradiomicsRow(name, ct, region, settings));
    }

    /// The label that the settings name.
    static Optional<String> labelOf(Settings settings) {
        return settings.label().isPresent() ? Optional.of(Integer.toString(settings.label().getAsInt())) : Optional.empty();
    }

    /// One region's row.
    @FunctionalInterface
    private interface Rows {
        FeatureTable row(String name, ImageFile image, RegionChoice.Region region) throws IOException;
    }

    private FeatureTable pyradiomicsRow(String name, ImageFile ct, RegionChoice.Region region, Settings settings)
            throws IOException {
        Mask placed = MaskPlacement.place(
                region.mask(), ct, settings.preparation(), files(region, ct), note -> progress().note(note));
        Radiomics radiomics = Radiomics.with(settings).jobs(jobs);
        if (dryRun) {
            out().println("would measure " + name + ": " + placed.voxelCount() + " voxels of " + region.file().path()
                    + ", about " + (radiomics.estimatedBytes(ct.grid(), placed) >> 20) + " MiB");
            return new FeatureTable(List.of(name), List.of(), new double[0][]);
        }
        FeatureRow row = radiomics
                .watchedBy(intermediate == null ? Radiomics.Watcher.NOBODY : new IntermediateImages(intermediate).of(name))
                .extract(ct, placed);
        row.notes().forEach(progress()::note);
        row.undefined().forEach(why -> progress().note(name + ": no value for " + why.where() + ": " + why.found()));
        return HandCrafted.table(name, row);
    }

    private static String files(RegionChoice.Region region, ImageFile ct) {
        return "mask " + region.file().path().getFileName() + " on image " + ct.path().getFileName();
    }

    private FeatureTable ibsiRow(String name, ImageFile ct, RegionChoice.Region region) throws IOException {
        Mask placed = GridComparison.place(region.mask(), ct.grid(), files(region, ct));
        if (dryRun) {
            out().println("would measure " + name + ": " + placed.voxelCount() + " voxels of " + region.file().path());
            return new FeatureTable(List.of(name), List.of(), new double[0][]);
        }
        List<IbsiValue> values = IbsiProfile.extract(
                ct, placed, required(configuration, "a configuration").settings(), EnumSet.allOf(IbsiFamily.class), jobs);
        double[][] columns = new double[values.size()][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = new double[] {values.get(column).value()};
        }
        values.forEach(value -> value.whyUndefined().ifPresent(why -> progress().note(value.column() + ": " + why)));
        return new FeatureTable(List.of(name), values.stream().map(IbsiValue::column).toList(), columns);
    }

    /// One image: a row a region. With several regions, one that is refused does not stop the others.
    private int single(Path imageFile, Path maskFile, Optional<String> label, Rows how) throws IOException {
        ImageFile ct = StandardFormats.ALL.open(imageFile);
        String name = imageFile.getFileName().toString().replaceFirst("(\\.nii)?(\\.gz)?(\\.nrrd)?$", "");
        Map<String, RegionChoice.Region> regions = choice.regions(StandardFormats.ALL.labels(maskFile), name, label);
        List<FeatureTable> rows = new ArrayList<>();
        List<CaseFailure> failures = new ArrayList<>();
        for (Map.Entry<String, RegionChoice.Region> region : regions.entrySet()) {
            try {
                rows.add(how.row(region.getKey(), ct, region.getValue()));
            } catch (InputException e) {
                if (regions.size() == 1) {
                    throw e;
                }
                failures.add(CaseFailure.of(region.getKey(), e.at(region.getKey())));
            }
        }
        if (dryRun) {
            CaseFailures.tell(failures, err());
            return CaseFailures.exitCode(failures, rows.size());
        }
        return finish(new HandCrafted.Result(HandCrafted.stacked(rows), failures), regions.size());
    }

    private int manifest(Path file, Settings settings) throws IOException {
        if (!file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)")) {
            throw new UsageException("one case needs IMAGE and MASK; a manifest ends in .csv");
        }
        Path table = required(out, "a table to write: -o FILE");
        Optional<IntermediateImages> images = Optional.ofNullable(intermediate).map(IntermediateImages::new);
        ManifestExtraction extraction = new ManifestExtraction(settings, choice, table, images, jobs, progress());
        if (dryRun) {
            return tell(extraction.plan(file), table);
        }
        Files.createDirectories(ManifestExtraction.keptBeside(table)); // an unwritable place is told before hours of work
        HandCrafted.Result result = extraction.extract(file);
        return finish(result, result.table().rows() + result.failures().size());
    }

    private int tell(ManifestExtraction.Plan plan, Path table) {
        CaseFailures.tell(plan.failures(), err());
        out().println("would write " + table + ": " + plan.cases() + " cases, " + plan.finished() + " of them finished already, "
                + plan.failures().size() + " that would fail");
        out().println("about " + (plan.mostBytes() >> 20) + " MiB for the largest case, "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MiB in all, " + jobs + " threads");
        return CaseFailures.exitCode(plan.failures(), plan.cases() - plan.failures().size());
    }

    /// Writes and prints what was extracted, and lists what was not.
    private int finish(HandCrafted.Result result, int cases) throws IOException {
        CaseFailures.tell(result.failures(), err());
        FeatureTable table = result.table();
        if (out != null && (mask == null || !result.failures().isEmpty())) {
            List<CaseFailure> listed = new ArrayList<>(result.failures());
            listed.addAll(result.undefined());
            Path folder = required(out.toAbsolutePath().getParent(), "a folder for the table");
            CaseFailures.write(folder, listed);
            if (!result.failures().isEmpty()) {
                err().println(result.failures().size() + " of " + cases + " cases failed, listed in "
                        + folder.resolve("failures.csv"));
            }
        }
        if (table.rows() > 0 && out != null) {
            FeatureTableFile.write(table, out);
            if (!json) {
                out().println(out + ": " + table.rows() + (table.rows() == 1 ? " row, " : " rows, ") + table.names().size()
                        + " features");
            }
        }
        if (table.rows() > 0 && json) {
            out().println(FeatureTableJson.of(table));
        }
        return CaseFailures.exitCode(result.failures(), table.rows());
    }
}
