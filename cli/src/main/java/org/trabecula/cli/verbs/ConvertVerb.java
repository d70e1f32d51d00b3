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
import org.trabecula.cli.frame.Verb;
import org.trabecula.extraction.region.RegionChoice;
import org.trabecula.image.ImageFile;
import org.trabecula.image.LabelFile;
import org.trabecula.image.NonFiniteVoxels;
import org.trabecula.image.Placement;
import org.trabecula.image.Volume;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `convert`: reads an image or one label of a map, writes it as NIfTI or NRRD.
@Command(
        name = "convert",
        header = "Convert DICOM, NIfTI and NRRD to NIfTI or NRRD.",
        description = {
            "",
            "Use it to change the kind of a file, to take one segment out of a .seg.nrrd, to see where an image lies"
                    + " (--json), or to give a place to a file that states none (--assume-lps).",
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
                    + " files.")
    @Nullable Path in;

    @Mixin
    FileOutput output = new FileOutput("What to write: .nii, .nii.gz or .nrrd.", List.of());

    @Option(
            names = "--label",
            paramLabel = "NAME|NUMBER",
            description = "Write this label alone, as 0 and 1 in 8 bits. Default: the image as it is.")
    @Nullable String label;

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
        output.check(inputs(from));
        Placement placement = assumeLps ? Placement.ASSUME_LPS : Placement.STATED;
        List<String> notes;
        Volume volume;
        if (label == null) {
            ImageFile image = ReadFormats.ALL.open(from, placement);
            notes = image.notes();
            volume = image.read();
        } else {
            LabelFile labels = ReadFormats.ALL.labels(from, placement);
            List<String> said = new ArrayList<>();
            RegionChoice choice = RegionChoice.of(scheme.choice());
            volume = choice.region(labels, Optional.of(label), said::add).mask().toVolume();
            said.addAll(0, labels.notes());
            notes = said;
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

    /// A header may have its voxels in a file beside it.
    private static List<Path> inputs(Path from) {
        String pair = from.toString().replaceFirst("(?i)\\.hdr(\\.gz)?$", ".img$1");
        return pair.equals(from.toString()) ? List.of(from) : List.of(from, Path.of(pair));
    }
}
