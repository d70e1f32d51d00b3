package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FileOutput;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.extraction.region.Region;
import org.trabecula.extraction.region.RegionChoice;
import org.trabecula.image.GridComparison;
import org.trabecula.image.ImageFile;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.NonFiniteVoxels;
import org.trabecula.image.Placement;
import org.trabecula.image.Volume;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `convert`: reads an image, or one label of a map or of a DICOM mask, and writes it as NIfTI or NRRD.
@Command(
        name = "convert",
        header = "Convert DICOM, NIfTI and NRRD to NIfTI or NRRD.",
        description = {
            "",
            "Use it to change the kind of a file, to take one segment out of a .seg.nrrd or DICOM SEG or one region out of an RTSTRUCT"
                    + " (--label, --reference), to see where an image lies (--json), or to give a place to a file that states none"
                    + " (--assume-lps).",
            "Voxels and their type are kept; a NIfTI scaling is applied and gives 32-bit floats. Orientation is kept.",
            ""
        },
        footer = {
            "",
            "Example:  trabecula convert conformance/data/nifti-nrrd/nifti/int16-le.nii -o int16.nrrd --json",
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
    FileOutput output = new FileOutput("What to write: .nii, .nii.gz or .nrrd.", List.of());

    @Option(
            names = "--label",
            paramLabel = "NAME|NUMBER",
            description = "Write this label alone, as 0 and 1 in 8 bits. Default: the image as it is.")
    @Nullable String label;

    @Option(
            names = "--reference",
            paramLabel = "IMAGE",
            description = "The image that the mask was drawn on: the label is written on its voxels. Contours (RTSTRUCT) need it."
                    + " Default: a mask's own voxels.")
    @Nullable Path reference;

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
        ReadFormats.ALL.refuseEnding(to);
        if (reference != null && label == null) {
            throw new UsageException("--reference goes with --label: it is the image that a mask was drawn on");
        }
        output.check(inputs(from));
        Placement placement = assumeLps ? Placement.ASSUME_LPS : Placement.STATED;
        List<String> notes = new ArrayList<>();
        Volume volume;
        if (label == null) {
            ImageFile image = ReadFormats.ALL.open(from, placement);
            notes.addAll(image.notes());
            volume = image.read();
        } else {
            volume = labelled(from, label, placement, notes);
        }
        ReadFormats.ALL.write(volume, to);
        NonFiniteVoxels nonFinite = NonFiniteVoxels.in(volume);
        for (String note : notes) {
            progress().note(note);
        }
        if (nonFinite.any()) {
            progress().note(nonFinite.nan() + " voxels are NaN, " + nonFinite.infinite() + " infinite; written as they are");
        }
        if (json.asked()) {
            out().println(GeometryJson.of(from, to, volume, notes, nonFinite));
        } else {
            out().println(to);
        }
        return ExitCode.DONE;
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
