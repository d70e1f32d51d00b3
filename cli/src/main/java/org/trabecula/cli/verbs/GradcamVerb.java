package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FolderOutput;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.cohort.Cohort;
import org.trabecula.core.InputException;
import org.trabecula.core.Progress;
import org.trabecula.core.Shown;
import org.trabecula.core.StageStore;
import org.trabecula.deep.crop.ContactSheet;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.deep.crop.GreyPicture;
import org.trabecula.deep.gradcam.CamMethod;
import org.trabecula.deep.gradcam.HeatMap;
import org.trabecula.deep.gradcam.HeatPicture;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.dicom.segmentation.PatientCopy;
import org.trabecula.dicom.segmentation.ProbabilityMap;
import org.trabecula.dicom.segmentation.SegmentationWriter;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.failure.CaseFileName;
import org.trabecula.extraction.network.Crops;
import org.trabecula.extraction.network.HeatMaps;
import org.trabecula.extraction.network.MapOnImage;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.image.ImageFile;
import org.trabecula.table.FeatureTableFile;
import org.trabecula.table.TextTableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `gradcam`.
@Command(
        name = "gradcam",
        addMethodSubcommands = false,
        header = "Show on each crop where the network looked.",
        description = {
            "Heat maps by Grad-CAM or Grad-CAM++ over the crops. Use it to see whether a fine-tuned network",
            "looks at the vertebra or beside it; a map says where a network looked, not whether it was",
            "right to.",
            "",
            "DIR gets one PNG a case, montage.png in the patient's proportions (crop and map side by side),",
            "and gradcam.csv. --on-ct adds each map on the voxels of its CT, in the slice of the crop."
        },
        footerHeading = "%n",
        footer = {
            "Example:  trabecula gradcam cohort/cases.csv --weights network/network.safetensors -o gradcam",
            "Exit:     0 done, 2 wrong usage, 3 input refused, 4 some cases failed (failures.csv)"
        })
public final class GradcamVerb extends Verb {
    private static final int KEY_WIDTH = 90;
    private static final int KEY_HEIGHT = 7;

    @Mixin
    CaseSource cases = new CaseSource();

    @Mixin
    NetworkOptions network = new NetworkOptions();

    @Mixin
    CropOptions crop = new CropOptions();

    @Mixin
    FolderOutput output = new FolderOutput("Folder to write into.");

    @Option(names = "--method", paramLabel = "gradcam|gradcam++", description = "Default: ${DEFAULT-VALUE}.")
    String method = "gradcam";

    @Option(
            names = "--layer",
            paramLabel = "1..4",
            description = "Explain by the activations after layer1 to layer4 (VGG: block 2 to 5). A crop of 64 pixels has 16, 8, 4, 2 cells a side"
                    + " there. Default: ${DEFAULT-VALUE}.")
    int layer = 3;

    @Option(
            names = "--class",
            paramLabel = "N",
            description = "Class to explain: 1 positive, 0 negative after finetune. Default: the likelier one of each case.")
    Optional<Integer> explained = Optional.empty();

    @Option(
            names = "--on-ct",
            paramLabel = "nifti|dicom",
            description = "Write each map, 0 to 1, on the voxels of its CT too: CASE.nii.gz, or CASE.dcm, a fractional DICOM SEG on the frames"
                    + " of the DICOM series, without the patient's name. Default: pictures only.")
    Optional<String> onCt = Optional.empty();

    @Mixin
    Json json = new Json();

    @Mixin
    Jobs jobs = new Jobs();

    @Override
    public Integer call() throws IOException {
        CamMethod chosen =
                switch (method) {
                    case "gradcam" -> CamMethod.GRADCAM;
                    case "gradcam++" -> CamMethod.GRADCAM_PLUS_PLUS;
                    default -> throw new UsageException("--method is gradcam or gradcam++, got '" + method + "'");
                };
        if (layer < 1 || layer > 4) {
            throw new UsageException("--layer is 1, 2, 3 or 4, got " + layer);
        }
        if (onCt.isPresent() && !onCt.get().equals("nifti") && !onCt.get().equals("dicom")) {
            throw new UsageException("--on-ct is nifti or dicom, got '" + onCt.get() + "'");
        }
        Path out = output.required();
        CropSettings settings = crop.settings();
        ManifestCases found = cases.read();
        output.check(List.of("montage.png", "gradcam.csv"), network.withWeights(cases.inputs(found)));
        CaseFailures.requireApart(out, cases.inputs(found));
        refuseNoSeries(found.cohort());
        NetworkWeights weights = network.load(err(), quiet());
        Progress progress = progress();
        Cohort cohort = found.cohort();
        cohort.notes().forEach(progress::note);
        NetworkWeights fitting = settings.channels() == 1 ? weights.withOneChannel() : weights;
        HeatMaps.Question question = new HeatMaps.Question(
                chosen, layer, explained.map(OptionalInt::of).orElse(OptionalInt.empty()), network.threads);
        try (StageStore store = KeptBeside.within(out)) {
            Crops crops = Crops.of(found, settings, store, cases.opener(progress), jobs.count(), progress);
            CaseFailures.tell(crops.failures(), err());
            CaseFailures.write(out, crops.failures());
            if (!crops.all().isEmpty()) {
                ExplainedClass classes = new ExplainedClass(fitting.architecture().classes(), cohort.classes());
                Map<String, HeatMap> maps = HeatMaps.of(crops, fitting, question, store, progress);
                write(crops, maps, CaseSource.described(cohort), classes, out, fitting);
                if (onCt.isPresent()) {
                    writeOnCt(maps, found.cohort(), settings, cases.opener(Progress.NONE), classes, out);
                }
            }
            store.removeAll();
            return CaseFailures.exitCode(crops.failures(), crops.all().size());
        }
    }

    /// Before hours of computing: a DICOM SEG can be drawn on a DICOM series alone. What cannot be opened fails with its case.
    private void refuseNoSeries(Cohort cohort) throws IOException {
        if (onCt.filter("dicom"::equals).isEmpty()) {
            return;
        }
        for (Path path : cohort.included().stream().flatMap(vertebra -> vertebra.image().stream()).distinct().toList()) {
            ImageFile image;
            try {
                image = ReadFormats.ALL.open(path);
            } catch (InputException e) {
                continue;
            }
            SegmentationWriter.on(image, PatientCopy.LEFT_OUT);
        }
    }

    private void writeOnCt(
            Map<String, HeatMap> maps, Cohort cohort, CropSettings settings, CaseOpener opener, ExplainedClass classes, Path out) throws IOException {
        for (Map.Entry<String, HeatMap> entry : maps.entrySet()) {
            MapOnImage placed = MapOnImage.of(cohort.find(entry.getKey()), entry.getValue(), settings, opener);
            Path file = out.resolve(CaseFileName.of(entry.getKey()));
            if (onCt.filter("dicom"::equals).isPresent()) {
                if (placed.isZero()) {
                    progress().note("case " + entry.getKey() + ": nothing speaks for the class; no DICOM SEG is written");
                    continue;
                }
                Path seg = file.resolveSibling(file.getFileName() + SegmentationWriter.ENDING);
                SegmentationWriter.on(placed.image(), PatientCopy.LEFT_OUT).write(
                        method + ": " + classes.name(entry.getValue().explained()),
                        ProbabilityMap.of(placed.map(), placed.image().grid(), "map of case " + entry.getKey()), seg);
            } else {
                ReadFormats.ALL.write(placed.map(), file.resolveSibling(file.getFileName() + ".nii.gz"));
            }
        }
    }

    private void write(
            Crops crops, Map<String, HeatMap> heat, String source, ExplainedClass classes, Path out, NetworkWeights weights)
            throws IOException {
        List<ContactSheet.Tile> tiles = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("network", NetworkOptions.described(weights)).put("method", method).put("layer", layer);
        ArrayNode maps = document.putArray("maps");
        for (Map.Entry<String, HeatMap> entry : heat.entrySet()) {
            Crop one = crops.of(entry.getKey());
            HeatMap map = entry.getValue();
            String picture = CaseFileName.of(entry.getKey()) + ".png";
            double probability = map.probability(map.explained());
            GreyPicture.write(out.resolve(picture), HeatPicture.of(one, map));
            tiles.add(ContactSheet.Tile.of(one, entry.getKey()));
            tiles.add(new ContactSheet.Tile(
                    HeatPicture.of(one, map),
                    one.widthMm(),
                    one.heightMm(),
                    List.of(classes.name(map.explained()) + ": " + Shown.fixed(probability, 3))));
            rows.add(List.of(entry.getKey(), picture, Integer.toString(map.explained()), FeatureTableFile.number(probability)));
            maps.addObject()
                    .put("case_id", entry.getKey())
                    .put("picture", out.resolve(picture).toString())
                    .put("class", map.explained())
                    .put("class_name", classes.name(map.explained()))
                    .put("probability", probability);
        }
        if (!tiles.isEmpty()) {
            List<String> title = List.of(
                    source + ": " + method + " at layer" + layer + ", head up, front left",
                    NetworkOptions.described(weights),
                    classes.meaning());
            ContactSheet.ColourKey key =
                    new ContactSheet.ColourKey(HeatPicture.bar(KEY_WIDTH, KEY_HEIGHT), "nothing", "most");
            GreyPicture.write(out.resolve("montage.png"), ContactSheet.of(title, Optional.of(key), tiles));
            TextTableFile.write(out.resolve("gradcam.csv"), List.of("case_id", "picture", "class", "probability"), rows);
        }
        if (json.asked()) {
            out().println(JsonMapper.shared().writeValueAsString(document));
        }
    }
}
