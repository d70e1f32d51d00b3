package org.trabecula.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// The kinds of images that are known where it is passed in.
///
/// What a file holds decides how it is read: the first format that recognises it opens it.
///
/// @param formats in the order in which they are asked
public record ImageFormats(List<ImageFormat> formats) {
    public ImageFormats {
        formats = List.copyOf(formats);
    }

    /// These and one more, which is asked last.
    public ImageFormats with(ImageFormat another) {
        List<ImageFormat> more = new ArrayList<>(formats);
        more.add(another);
        return new ImageFormats(more);
    }

    /// What people call them, in one phrase for refusals.
    String titles() {
        return formats.stream().map(ImageFormat::title).collect(Collectors.joining(" or "));
    }

    /// Whether a file that begins so is of one of these kinds.
    boolean recognise(FileStart start) {
        return formats.stream().anyMatch(format -> format.recognises(start));
    }

    /// Opens an image that says where in the patient it lies.
    ///
    /// @throws InputException if it is missing, of no known kind, damaged, hostile or without orientation
    public ImageFile open(Path file) throws IOException {
        return open(file, Placement.STATED);
    }

    /// @param placement what to do with a file that does not say where it lies
    public ImageFile open(Path file, Placement placement) throws IOException {
        return formatOf(file).open(file, placement);
    }

    /// Opens and scans a label map.
    ///
    /// @throws InputException as [#open(Path)]; MSK-001 if there is no label; MSK-004 if a value is no whole number
    public LabelFile labels(Path file) throws IOException {
        return labels(file, Placement.STATED);
    }

    /// @param placement what to do with a file that does not say where it lies
    public LabelFile labels(Path file, Placement placement) throws IOException {
        return LabelFile.of(file, formatOf(file).openLabels(file, placement));
    }

    /// The label map of an image, on which contours are drawn.
    ///
    /// @throws InputException as [#labels(Path)], and if the file says that it belongs to another image
    public LabelFile labels(Path file, Placement placement, ImageFile image) throws IOException {
        return LabelFile.of(file, formatOf(file).openLabels(file, placement, image));
    }

    /// Writes the voxels that `volume` holds, on a grid cropped to them; the file is complete or absent. The name decides
    /// how. An existing file is replaced.
    ///
    /// @throws InputException IMG-005 for a name that ends in none of the endings that are written
    public void write(Volume volume, Path file) throws IOException {
        refuseEnding(file, List.of());
        writerOf(file).orElseThrow().write(volume, file);
    }

    /// Writes a whole image while it is read, with memory for a slice or a few; the file is complete or absent.
    ///
    /// @param seen looks at each slice too, before it is written
    /// @throws InputException as [#write(Volume, Path)], and whatever reading refuses
    public void write(ImageFile image, Path file, ImageFile.SliceVisitor seen) throws IOException {
        refuseEnding(file, List.of());
        writerOf(file).orElseThrow().write(image, file, seen);
    }

    /// @param others endings that whoever asks writes otherwise
    /// @throws InputException IMG-005 if [#write] would not know what to write; to be asked before long work
    public void refuseEnding(Path file, List<String> others) {
        if (writerOf(file).isEmpty()) {
            List<String> endings =
                    Stream.concat(formats.stream().flatMap(format -> format.writtenEndings().stream()), others.stream()).toList();
            throw new InputException(new Problem(
                    ImageProblem.UNKNOWN_ENDING,
                    file.toString(),
                    "a name that ends in none of the endings that are written",
                    String.join(" or ", endings),
                    "choose a name with one of these endings"));
        }
    }

    private Optional<ImageFormat> writerOf(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return formats.stream()
                .filter(format -> format.writtenEndings().stream().anyMatch(name::endsWith))
                .findFirst();
    }

    /// @throws InputException IMG-001 or IMG-002 if the file is of none of these kinds
    ImageFormat formatOf(Path file) throws IOException {
        FileStart start = FileStart.of(file);
        for (ImageFormat format : formats) {
            if (format.recognises(start)) {
                return format;
            }
        }
        if (start.isFolder() || start.hasAt(128, "DICM")) {
            throw new InputException(new Problem(
                    ImageProblem.DICOM,
                    file.toString(),
                    start.isFolder() ? "a folder" : "a DICOM file",
                    titles(),
                    "convert the series to NIfTI (trabecula convert FOLDER -o OUT.nii.gz) and name that file"));
        }
        long bytes = Files.size(file);
        throw new InputException(new Problem(
                ImageProblem.UNKNOWN_FORMAT,
                file.toString(),
                bytes == 0 ? "an empty file" : bytes + " bytes that begin as none of the kinds that are read",
                titles(),
                "export the image as one of these"));
    }
}
