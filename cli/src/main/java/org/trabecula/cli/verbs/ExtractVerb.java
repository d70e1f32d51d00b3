package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.Output;
import org.trabecula.cli.frame.TableOutput;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.core.Shown;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.cases.Shard;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.feature.CaseWatcher;
import org.trabecula.extraction.feature.Extracted;
import org.trabecula.extraction.feature.ExtractedRows;
import org.trabecula.extraction.feature.HandCrafted;
import org.trabecula.extraction.feature.IbsiRows;
import org.trabecula.extraction.feature.IntermediateImages;
import org.trabecula.extraction.feature.ManifestExtraction;
import org.trabecula.extraction.feature.OneImage;
import org.trabecula.extraction.feature.PyRadiomicsRows;
import org.trabecula.extraction.feature.RegionRows;
import org.trabecula.extraction.maps.FeatureMaps;
import org.trabecula.extraction.maps.MadeMaps;
import org.trabecula.extraction.maps.MapSettings;
import org.trabecula.extraction.part.ExtractedPart;
import org.trabecula.extraction.part.PartFile;
import org.trabecula.extraction.part.PartMerge;
import org.trabecula.extraction.part.ShardExtraction;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.MaskPlacement;
import org.trabecula.extraction.region.RegionChoice;
import org.trabecula.extraction.region.SeveralSteps;
import org.trabecula.radiomics.ibsi.IbsiConfiguration;
import org.trabecula.radiomics.parameters.NotedSettings;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.radiomics.settings.KernelSettings;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.table.FeatureTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `extract`.
@Command(
        name = "extract",
        addMethodSubcommands = false,
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
            "          trabecula extract ct.nii.gz labels.nii.gz --label 29 --voxel-wise --png -o l3-maps",
            "          trabecula extract cases.csv --shard 3/16 -o parts/part3.parquet      on one of 16 machines",
            "          trabecula extract --merge parts/*.parquet -o features.csv",
            "",
            "With a manifest, finished cases are kept in a hidden folder beside the table under the hash of image, mask,",
            "settings and program, so that an interrupted run goes on where it stopped; when all cases are done the folder",
            "goes. Cases that fail are listed in failures.csv beside the table, and the others are kept for the next run.",
            "As many cases run side by side as --jobs and the memory allow.",
            "",
            "--shard K/N takes whole scans by their place in the manifest, as many cases a shard as can be, the same on every",
            "machine. A part holds its rows and its failures; --merge writes table and failures.csv to the same bytes as one run",
            "over the whole manifest, and refuses parts of other settings, programs or manifests, missing ones and double ones.",
            "Exit codes: 0 done, 2 wrong usage, 3 input refused, 4 done but some cases failed, 130 interrupted."
        })
public final class ExtractVerb extends Verb {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "IMAGE|CASES",
            description = "CT (NIfTI, NRRD, a DICOM folder), or a manifest (.csv).")
    @Nullable Path image;

    @Parameters(index = "1", arity = "0..1", paramLabel = "MASK", description = "Label file of the CT.")
    @Nullable Path mask;

    @Parameters(index = "2..*", hidden = true, description = "More parts, with --merge.")
    List<Path> more = List.of();

    @Mixin
    TableOutput output = new TableOutput("Table: .csv, .csv.gz, .tsv or .parquet. Default: CSV on stdout. With --voxel-wise: a folder.");

    @Mixin
    RegionFlags region = new RegionFlags();

    @Option(names = "--preset", paramLabel = "NAME", description = "Settings by name (default: ${DEFAULT-VALUE}).")
    String preset = "original";

    @Option(
            names = "--configuration",
            paramLabel = "A..E",
            description = "With --preset ibsi: one of the standard's configurations, or DIGITAL for its phantom.")
    @Nullable IbsiConfiguration configuration;

    @Option(names = "--params", paramLabel = "FILE", description = "PyRadiomics parameter file, YAML or JSON.")
    @Nullable Path params;

    @Mixin
    ShardFlags shards = new ShardFlags();

    @Option(
            names = "--save-intermediate",
            paramLabel = "DIR",
            description = "Write the image, the mask and each filtered image as they are measured, as NRRD, a folder a case.")
    @Nullable Path intermediate;

    @Mixin
    VoxelWiseFlags voxelWise = new VoxelWiseFlags();

    @Mixin
    Jobs jobs = new Jobs();

    @Mixin
    Json json = new Json();

    @Option(names = "--dry-run", description = "Read headers and masks, say what would be computed, and write nothing.")
    boolean dryRun;

    @Override
    public Integer call() throws IOException {
        List<Path> parts = ShardFlags.parts(
                region.merge, Stream.concat(Stream.of(image, mask).filter(Objects::nonNull), more.stream()).toList());
        if (!parts.isEmpty()) {
            return merge(parts);
        }
        Path first = required(image, "an image or a manifest");
        if (voxelWise.asked() && shards.shard != null) {
            throw new UsageException("--shard makes parts of a table; with --voxel-wise give each machine a manifest of its own cases");
        }
        Optional<Shard> shard = shards.of(output);
        if (shard.isPresent() && mask != null) {
            throw new UsageException("--shard takes a manifest, not one case");
        }
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
        voxelWise.check(ibsi, intermediate);
        if (ibsi) {
            Path drawn = required(mask, "a mask: --preset ibsi takes one case at a time");
            RegionChoice choice = region.choice(Optional.empty());
            CaseOpener opener = new CaseOpener(ReadFormats.ALL, choice, MaskPlacement.AS_DRAWN, oneNotes(choice));
            return single(first, drawn, opener, new IbsiRows(required(configuration, "a configuration"), opener, jobs.count()));
        }
        NotedSettings noted = settings();
        Settings settings = noted.settings();
        RegionChoice choice = region.choice(labelOf(settings));
        MaskPlacement placement = MaskPlacement.of(settings.preparation());
        if (voxelWise.asked()) {
            MapSettings maps = new MapSettings(
                    settings, noted.kernel(), voxelWise.format(), voxelWise.pictures(), output.force(), jobs.count());
            return maps(first, maps, new CaseOpener(ReadFormats.ALL, choice, placement, notes(new CaseNotes(progress()))));
        }
        if (!noted.kernel().isDefault()) {
            progress().note("voxelSetting is about feature maps (--voxel-wise) and changes nothing here");
        }
        CaseWatcher watcher = intermediate == null ? CaseWatcher.NOBODY : new IntermediateImages(intermediate);
        if (mask == null) {
            return manifest(first, shard, settings, new CaseOpener(ReadFormats.ALL, choice, placement, notes(new CaseNotes(progress()))), watcher);
        }
        CaseOpener opener = SeveralSteps.opener(
                new CaseOpener(ReadFormats.ALL, choice, placement, notes(oneNotes(choice))), settings.preparation());
        return single(first, mask, opener, new PyRadiomicsRows(settings, opener, watcher, jobs.count()));
    }

    private NotedSettings settings() {
        if (params == null) {
            return new NotedSettings(Preset.named(preset).settings(), KernelSettings.DEFAULTS, List.of());
        }
        NotedSettings file = ParameterFile.open(params);
        file.notes().forEach(progress()::note);
        return file;
    }

    /// The label that the settings name.
    private static Optional<String> labelOf(Settings settings) {
        return settings.label().isPresent() ? Optional.of(Integer.toString(settings.label().getAsInt())) : Optional.empty();
    }

    private CaseNotes oneNotes(RegionChoice choice) {
        return choice.severalRows() ? new CaseNotes(progress()) : CaseNotes.ofOne(progress());
    }

    /// A dry run reads no voxels, so that it checks nothing.
    private CaseNotes notes(CaseNotes all) {
        return dryRun ? all : all.besideChecks();
    }

    private int single(Path imageFile, Path maskFile, CaseOpener opener, RegionRows rows) throws IOException {
        requireOutputs(List.of(imageFile, maskFile));
        OneImage one = OneImage.open(opener, imageFile, maskFile);
        if (dryRun) {
            List<CaseFailure> failures = one.plan(rows, out()::println);
            CaseFailures.tell(failures, err());
            return CaseFailures.exitCode(failures, one.regions() - failures.size());
        }
        if (configuration == null) { // the standard's phantoms are no vertebrae
            one.sayWhatIsOdd();
        }
        return finish(one.extract(rows), false, one.regions());
    }

    private int merge(List<Path> parts) throws IOException {
        if (shards.shard != null || dryRun || params != null || configuration != null || intermediate != null || voxelWise.asked() || !region.labels.isEmpty()) {
            throw new UsageException("--merge takes parts and -o, and nothing else: the parts say how they were made");
        }
        requireOutputs(parts);
        ExtractedRows merged = PartMerge.of(parts);
        return finish(merged.table(), true, merged.rows().size() + merged.failures().size());
    }

    private int manifest(Path file, Optional<Shard> shard, Settings settings, CaseOpener opener, CaseWatcher watcher) throws IOException {
        ManifestCases all = all(file);
        ManifestCases cases = shard.isPresent() ? all.of(shard.get()) : all;
        cases.cohort().notes().forEach(progress()::note);
        requireOutputs(all.inputs(file));
        try (StageStore store = dryRun ? KeptBeside.found(output) : KeptBeside.table(output)) {
            ManifestExtraction extraction =
                    new ManifestExtraction(cases, settings, store, opener, watcher, jobs.count(), progress());
            if (dryRun) {
                return tell(extraction.plan(), extraction.rows());
            }
            ExtractedRows done;
            int exit;
            if (shard.isPresent()) {
                ExtractedPart part = new ShardExtraction(store.hashes().of(file), all, shard.get()).part(extraction);
                done = part.extracted();
                exit = finish(part);
            } else {
                done = extraction.extractRows();
                exit = finish(done.table(), true, extraction.rows());
            }
            if (done.failures().isEmpty()) {
                store.removeAll();
            }
            return exit;
        }
    }

    private static ManifestCases all(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)")) {
            throw new UsageException("one case needs IMAGE and MASK; a manifest ends in .csv");
        }
        return ManifestCases.read(file, Optional.empty());
    }

    /// Feature maps into a folder.
    private int maps(Path first, MapSettings settings, CaseOpener opener) throws IOException {
        Path folder = output.required();
        if (output.toStdout()) {
            throw new UsageException("-o - is for one table on stdout; maps are several files: -o DIR");
        }
        Optional<ManifestCases> manifest = mask == null ? Optional.of(all(first)) : Optional.empty();
        manifest.ifPresent(cases -> cases.cohort().notes().forEach(progress()::note));
        List<Path> inputs = new ArrayList<>(manifest.isPresent() ? manifest.get().inputs(first) : List.of(first, required(mask, "a mask")));
        if (params != null) {
            inputs.add(params);
        }
        if (dryRun) {
            FeatureMaps maps = new FeatureMaps(settings, StageStore.none(), opener, progress());
            List<CaseFailure> failures = manifest.isPresent()
                    ? maps.planManifest(manifest.get(), out()::println)
                    : maps.planImage(OneImage.open(opener, first, required(mask, "a mask")), out()::println);
            CaseFailures.tell(failures, err());
            return CaseFailures.exitCode(failures, 1);
        }
        Output.requireWritable(folder);
        CaseFailures.requireApart(folder, inputs);
        MadeMaps made;
        try (StageStore lock = KeptBeside.within(folder)) {
            try {
                FeatureMaps maps = new FeatureMaps(settings, lock, opener, progress());
                made = manifest.isPresent()
                        ? maps.ofManifest(manifest.get(), folder)
                        : maps.ofImage(OneImage.open(opener, first, required(mask, "a mask")), first, folder);
            } finally {
                lock.removeAll(); // the maps themselves are what a stopped run goes on with
            }
        }
        CaseFailures.tell(made.failures(), err());
        if (manifest.isPresent() || !made.failures().isEmpty()) {
            CaseFailures.write(folder, made.failures());
        }
        if (json.asked()) {
            out().println(FeatureMapsText.document(made));
        } else {
            made.regions().forEach(region -> out().println(FeatureMapsText.line(region)));
        }
        return CaseFailures.exitCode(made.failures(), made.regions().size());
    }

    /// Everything that can be said about outputs is said before hours of work.
    private void requireOutputs(Collection<Path> inputs) throws IOException {
        if (dryRun) {
            return;
        }
        List<Path> all = new ArrayList<>(inputs);
        if (params != null) {
            all.add(params);
        }
        output.check(all);
        if (!output.toStdout()) {
            CaseFailures.requireApart(folder(), all);
        }
        if (intermediate != null) {
            Files.createDirectories(intermediate);
        }
    }

    private int tell(HandCrafted.Plan plan, int rows) {
        CaseFailures.tell(plan.failures(), err());
        String table = output.toStdout() ? "a table on stdout" : output.file().toString();
        out().println("would write " + table + ": " + Shown.count(rows, "case") + ", " + plan.finished() + " of them finished already, "
                + plan.failures().size() + " that would fail");
        out().println("about " + (plan.mostBytes() >> 20) + " MiB for the largest case, "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MiB in all, " + jobs.count() + " threads");
        return CaseFailures.exitCode(plan.failures(), rows - plan.failures().size());
    }

    /// Writes a part, in which its failures are.
    private int finish(ExtractedPart part) throws IOException {
        ExtractedRows done = part.extracted();
        CaseFailures.tell(done.failures(), err());
        PartFile.write(part, output.file());
        if (json.asked()) {
            out().println(FeatureTableJson.of(done.table().table()));
        } else {
            out().println(output.file() + ": shard " + part.share() + ", " + Shown.count(done.rows().size(), "row") + ", "
                    + Shown.count(done.failures().size(), "failure"));
        }
        return done.failures().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED; // the part is there, with or without rows
    }

    /// Writes and prints what was extracted, and lists what was not.
    ///
    /// @param many whether of a manifest, of which failures are listed where there are none, too
    private int finish(Extracted done, boolean many, int rows) throws IOException {
        CaseFailures.tell(done.failures(), err());
        boolean toFile = !output.toStdout();
        if (toFile && (many || !done.failures().isEmpty())) {
            Path folder = folder();
            List<CaseFailure> listed = new ArrayList<>(done.failures());
            listed.addAll(done.undefined());
            CaseFailures.write(folder, listed);
            if (!done.failures().isEmpty()) {
                err().println(done.failures().size() + " of " + rows + " cases failed, listed in "
                        + folder.resolve("failures.csv"));
            }
        }
        if (done.table().rows() > 0) {
            print(done.table());
        }
        return CaseFailures.exitCode(done.failures(), done.table().rows());
    }

    private Path folder() {
        return required(output.file().toAbsolutePath().getParent(), "a folder for the table");
    }

    private void print(FeatureTable table) throws IOException {
        boolean toFile = !output.toStdout();
        if (toFile || !json.asked()) {
            Tables.write(table, output, out());
        }
        if (json.asked()) {
            out().println(FeatureTableJson.of(table));
        } else if (toFile) {
            out().println(output.file() + ": " + table.rows() + (table.rows() == 1 ? " row, " : " rows, ")
                    + Shown.count(table.names().size(), "feature"));
        }
    }
}
