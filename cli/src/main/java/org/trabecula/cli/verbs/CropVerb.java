package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FolderOutput;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.Verb;
import org.trabecula.cohort.Cohort;
import org.trabecula.core.Progress;
import org.trabecula.core.Shown;
import org.trabecula.core.StageStore;
import org.trabecula.deep.crop.ContactSheet;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.deep.crop.GreyPicture;
import org.trabecula.deep.network.PictureTensor;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.failure.CaseFileName;
import org.trabecula.extraction.network.Crops;
import org.trabecula.table.TextTableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `crop`.
@Command(
        name = "crop",
        addMethodSubcommands = false,
        header = "Write the network's crops as pictures.",
        description = {
            "Cuts the sagittal slice where a vertebra's mask is largest, resampled to a square: head up,",
            "front to the left. Use it to look at what the network will see before training one.",
            "",
            "DIR gets one PNG a case as the network sees it, contact-sheet.png in the patient's",
            "proportions, crops.csv, the numbers as crops.safetensors (for embed --tensor), and",
            "failures.csv."
        },
        footerHeading = "%n",
        footer = {
            "Example:  trabecula crop cases.csv -o crops",
            "          trabecula crop ct.nii.gz labels.nii.gz --label 29 -o crops",
            "Exit:     0 done, 2 wrong usage, 3 input refused, 4 some cases failed (failures.csv)"
        })
public final class CropVerb extends Verb {
    @Mixin
    CaseSource cases = new CaseSource();

    @Mixin
    CropOptions crop = new CropOptions();

    @Mixin
    FolderOutput output = new FolderOutput("Folder to write into.");

    @Option(names = "--dry-run", description = "Say what would be read and written, and write nothing.")
    boolean dryRun;

    @Mixin
    Json json = new Json();

    @Mixin
    Jobs jobs = new Jobs();

    @Override
    public Integer call() throws IOException {
        Path out = output.required();
        CropSettings settings = crop.settings();
        ManifestCases found = cases.read();
        Cohort cohort = found.cohort();
        if (dryRun) {
            out().println("would crop " + Shown.count(cohort.included().size(), "case") + " of " + cohort.source() + " into " + out + ": "
                    + crop.sizePixels + " x " + crop.sizePixels + " pixels, " + settings.channels() + " channel(s)");
            return ExitCode.DONE;
        }
        output.check(List.of("contact-sheet.png", "crops.csv", "crops.safetensors"), cases.inputs(found));
        CaseFailures.requireApart(out, cases.inputs(found));
        cohort.notes().forEach(progress()::note);
        Progress progress = progress();
        Crops crops = Crops.of(found, settings, StageStore.none(), cases.opener(progress), jobs.count(), progress);
        CaseFailures.tell(crops.failures(), err());
        CaseFailures.write(out, crops.failures());
        write(crops, CaseSource.described(cohort), out);
        if (json.asked()) {
            out().println(document(crops, out));
        }
        return CaseFailures.exitCode(crops.failures(), crops.all().size());
    }

    private void write(Crops crops, String source, Path out) throws IOException {
        if (crops.all().isEmpty()) {
            return;
        }
        List<ContactSheet.Tile> tiles = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, Crop> entry : crops.all().entrySet()) {
            Crop one = entry.getValue();
            String picture = CaseFileName.of(entry.getKey()) + ".png";
            GreyPicture.write(out.resolve(picture), GreyPicture.of(one));
            tiles.add(ContactSheet.Tile.of(one, entry.getKey()));
            rows.add(List.of(
                    entry.getKey(),
                    picture,
                    Integer.toString(one.sliceIndex()),
                    Double.toString(one.widthMm()),
                    Double.toString(one.heightMm())));
        }
        String title = String.format(
                Locale.ROOT, "%s: %d crops, head up, front left, %.0f ... %.0f HU", source, tiles.size(), crop.windowHu[0], crop.windowHu[1]);
        GreyPicture.write(out.resolve("contact-sheet.png"), ContactSheet.of(List.of(title), tiles));
        TextTableFile.write(
                out.resolve("crops.csv"), List.of("case_id", "picture", "sagittal_slice", "width_mm", "height_mm"), rows);
        List<String> ids = List.copyOf(crops.all().keySet());
        new PictureTensor(crops.pixels(ids), crop.settings().channels(), crop.sizePixels, crop.sizePixels, ids)
                .write(out.resolve("crops.safetensors"));
    }

    private static String document(Crops crops, Path out) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        ArrayNode list = document.putArray("crops");
        crops.all().forEach((id, one) -> list.addObject()
                .put("case_id", id)
                .put("picture", out.resolve(CaseFileName.of(id) + ".png").toString())
                .put("sagittal_slice", one.sliceIndex())
                .put("width_mm", one.widthMm())
                .put("height_mm", one.heightMm()));
        ArrayNode failed = document.putArray("failures");
        crops.failures().forEach(failure -> failure.problems().forEach(problem -> failed.addObject()
                .put("case_id", failure.caseId())
                .put("code", problem.code().code())
                .put("where", problem.where())
                .put("found", problem.found())));
        return JsonMapper.shared().writeValueAsString(document);
    }
}
