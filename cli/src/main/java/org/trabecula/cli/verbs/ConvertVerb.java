package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FileOutput;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.dicom.segmentation.NewSegment;
import org.trabecula.dicom.segmentation.PatientCopy;
import org.trabecula.dicom.segmentation.ProbabilityMap;
import org.trabecula.dicom.segmentation.SegmentationWriter;
import org.trabecula.extraction.region.NumberedMap;
import org.trabecula.extraction.region.Region;
import org.trabecula.extraction.region.RegionChoice;
import org.trabecula.extraction.region.SegmentExport;
import org.trabecula.image.Grid;
import org.trabecula.image.GridComparison;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.NonFiniteVoxels;
import org.trabecula.image.Placement;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `convert`: reads an image, or one label of a map or of a DICOM mask, and writes it as NIfTI or NRRD; or labels as DICOM SEG.
@Command(
        name = "convert",
        addMethodSubcommands = false,
        header = "Convert DICOM, NIfTI and NRRD to NIfTI, NRRD or DICOM SEG.",
        description = {
            "",
            "Use it to change the kind of a file, to take one segment out of a .seg.nrrd or DICOM SEG or one region out of an RTSTRUCT"
                    + " (--label, --reference), to see where an image lies (--json), or to give a place to a file that states none"
                    + " (--assume-lps).",
            "A name that ends in .dcm gives a DICOM SEG on the frames of the series that --reference names: a segment for each label (one"
                    + " with --label), or probabilities (--fractional).",
            "Voxels and their type are kept; a NIfTI scaling is applied and gives 32-bit floats. Orientation is kept.",
            ""
        },
        footer = {
            "",
            "Example:  trabecula convert conformance/data/nifti-nrrd/nifti/int16-le.nii -o int16.nrrd --json",
            "          trabecula convert mask.nii.gz --reference CT-FOLDER -o mask.dcm",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 input refused."
        })
public final class ConvertVerb extends Verb {
    @Parameters(
            index = "0",
            paramLabel = "IN",
            description = "NIfTI (.nii, .nii.gz, .hdr or .img), NRRD (.nrrd, .nhdr), or DICOM: a folder with one series, or one of its"
                    + " files; with --label a SEG or RTSTRUCT.")
    @Nullable Path in;

    @Mixin
    FileOutput output = new FileOutput("What to write: .nii, .nii.gz, .nrrd, or .dcm for a DICOM SEG.", List.of());

    @Option(
            names = "--label",
            paramLabel = "NAME|NUMBER",
            description = "Write this label alone, as 0 and 1 in 8 bits. Default: the image as it is; with --reference every label by its"
                    + " number, in a DICOM SEG every label.")
    @Nullable String label;

    @Option(
            names = "--reference",
            paramLabel = "IMAGE",
            description = "The image that the mask was drawn on: labels are written on its voxels. Contours (RTSTRUCT) need it."
                    + " A DICOM SEG needs its series. Default: a mask's own voxels.")
    @Nullable Path reference;

    @Option(
            names = "--fractional",
            description = "The values are probabilities from 0 to 1, such as a heat map: write them as a fractional DICOM SEG in steps of"
                    + " 1/255.")
    boolean fractional;

    @Option(
            names = "--keep-patient",
            description = "Copy the patient's name, number, dates and sex from the series into the DICOM SEG. Default: they are left"
                    + " empty; a PACS needs them, others do not.")
    boolean keepPatient;

    @Mixin
    SchemeFlag scheme = new SchemeFlag();

    @Option(
            names = "--assume-lps",
            description = "Accept a file without orientation: its axes run to the left, the back and the head. Only if you know"
                    + " that they do.")
    boolean assumeLps;

    @Mixin
    Json json = new Json();

    @Override
    public Integer call() throws IOException {
        Path from = required(in, "an image or a label map");
        Path to = output.required();
        boolean segmentation = String.valueOf(to.getFileName()).toLowerCase(Locale.ROOT).endsWith(SegmentationWriter.ENDING);
        if (!segmentation) {
            ReadFormats.ALL.refuseEnding(to, List.of(SegmentationWriter.ENDING));
        }
        refuseFlags(segmentation);
        output.check(inputs(from));
        Placement placement = assumeLps ? Placement.ASSUME_LPS : Placement.STATED;
        List<String> notes = new ArrayList<>();
        if (segmentation) {
            return written(from, to, placement, notes);
        }
        Written written = label == null && reference == null
                ? image(from, to, placement, notes)
                : labels(from, to, placement, notes);
        NonFiniteVoxels nonFinite = written.nonFinite;
        for (String note : notes) {
            progress().note(note);
        }
        if (nonFinite.any()) {
            progress().note(nonFinite.nan() + " voxels are NaN, " + nonFinite.infinite() + " infinite; written as they are");
        }
        if (json.asked()) {
            out().println(GeometryJson.of(from, to, written.grid, written.type, notes, nonFinite));
        } else {
            out().println(to);
        }
        return ExitCode.DONE;
    }

    /// What is told of what was written.
    private record Written(Grid grid, VoxelType type, NonFiniteVoxels nonFinite) {}

    /// Writes the image as it is, while it is read: a volume may be larger than the memory.
    private static Written image(Path from, Path to, Placement placement, List<String> notes) throws IOException {
        ImageFile image = ReadFormats.ALL.open(from, placement);
        notes.addAll(image.notes());
        NonFiniteVoxels[] seen = {NonFiniteVoxels.NONE};
        ReadFormats.ALL.write(image, to, (_, slice) -> seen[0] = seen[0].and(NonFiniteVoxels.in(slice)));
        return new Written(image.grid(), image.type(), seen[0]);
    }

    private Written labels(Path from, Path to, Placement placement, List<String> notes) throws IOException {
        Volume volume = label == null
                ? numbered(from, required(reference, "an image"), placement, notes)
                : labelled(from, label, placement, notes);
        ReadFormats.ALL.write(volume, to);
        return new Written(volume.grid(), volume.type(), NonFiniteVoxels.in(volume));
    }

    private void refuseFlags(boolean segmentation) {
        if (!segmentation && (fractional || keepPatient)) {
            throw new UsageException("--fractional and --keep-patient are of a DICOM SEG: end the name of -o in .dcm");
        }
        if (segmentation && reference == null) {
            throw new UsageException("a DICOM SEG is drawn on a series: add --reference with its folder");
        }
    }

    /// Labels or probabilities as a DICOM SEG on the series.
    private int written(Path from, Path to, Placement placement, List<String> notes) throws IOException {
        Path series = required(reference, "a series");
        ImageFile image = ReadFormats.ALL.open(series, placement);
        SegmentationWriter writer = SegmentationWriter.on(image, keepPatient ? PatientCopy.KEPT : PatientCopy.LEFT_OUT);
        String where = "mask " + from + " on image " + series;
        notes.addAll(image.notes());
        List<SegmentationJson.Segment> segments = new ArrayList<>();
        if (fractional) {
            ImageFile map = ReadFormats.ALL.open(from, placement);
            notes.addAll(map.notes());
            String name = Optional.ofNullable(label).orElse("probability");
            notes.addAll(writer.write(name, ProbabilityMap.of(map.read(), image.grid(), where), to));
            segments.add(new SegmentationJson.Segment(1, name, null));
        } else {
            LabelFile labels = ReadFormats.ALL.labels(from, placement, image);
            List<NewSegment> drawn = new SegmentExport(scheme.choice()).segments(
                    labels, Optional.ofNullable(label), image.grid(), where, notes::add);
            notes.addAll(labels.notes());
            notes.addAll(writer.write(drawn, to));
            drawn.forEach(one -> segments.add(new SegmentationJson.Segment(segments.size() + 1, one.label(), one.mask().voxelCount())));
        }
        notes.forEach(progress()::note);
        out().println(json.asked() ? SegmentationJson.of(from, series, to, segments, notes) : to.toString());
        return ExitCode.DONE;
    }

    /// Every label with its number, on the voxels of the reference.
    private static Volume numbered(Path from, Path on, Placement placement, List<String> notes) throws IOException {
        ImageFile image = ReadFormats.ALL.open(on, placement);
        LabelFile labels = ReadFormats.ALL.labels(from, placement, image);
        notes.addAll(image.notes());
        notes.addAll(labels.notes(labels.labels()));
        notes.add("labels: " + labels.labels().stream().map(Label::text).collect(Collectors.joining(", ")));
        return NumberedMap.of(labels, image.grid(), "mask " + from + " on image " + on);
    }

    /// One label, on the voxels of the reference where one is named.
    private Volume labelled(Path from, String wanted, Placement placement, List<String> notes) throws IOException {
        Optional<ImageFile> image = reference == null ? Optional.empty() : Optional.of(ReadFormats.ALL.open(reference, placement));
        LabelFile labels = image.isPresent()
                ? ReadFormats.ALL.labels(from, placement, image.get())
                : ReadFormats.ALL.labels(from, placement);
        List<String> said = new ArrayList<>();
        Region region = RegionChoice.of(scheme.choice()).region(labels, Optional.of(wanted), said::add);
        image.ifPresent(one -> notes.addAll(one.notes()));
        notes.addAll(labels.notes(region.labels()));
        notes.addAll(said);
        Mask mask = region.mask();
        return image.isPresent()
                ? GridComparison.place(mask, image.get().grid(), "mask " + from + " on image " + reference).toVolume()
                : mask.toVolume();
    }

    /// A header may have its voxels in a file beside it.
    private List<Path> inputs(Path from) {
        List<Path> all = new ArrayList<>(List.of(from));
        String pair = from.toString().replaceFirst("(?i)\\.hdr(\\.gz)?$", ".img$1");
        if (!pair.equals(from.toString())) {
            all.add(Path.of(pair));
        }
        if (reference != null) {
            all.add(reference);
        }
        return all;
    }
}
