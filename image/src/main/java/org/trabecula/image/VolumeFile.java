package org.trabecula.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.nifti.NiftiFile;
import org.trabecula.image.nifti.NiftiWriter;
import org.trabecula.image.nrrd.NrrdFile;
import org.trabecula.image.nrrd.NrrdWriter;
import org.trabecula.image.stored.FileHead;

/// Opens and writes images of any known kind.
///
/// What a file holds decides how it is read; its name decides only where the content cannot (the voxels of a `.hdr`/`.img`
/// pair).
public final class VolumeFile {
    private static final int HEAD_BYTES = 352;

    /// The kinds of files that are told apart.
    enum Kind {
        NIFTI,
        NRRD
    }

    private VolumeFile() {}

    /// Opens an image that says where in the patient it lies.
    ///
    /// @throws InputException if it is missing, of no known kind, damaged, hostile or without orientation
    public static ImageFile open(Path file) throws IOException {
        return open(file, Placement.STATED);
    }

    /// @param placement what to do with a file that does not say where it lies
    public static ImageFile open(Path file, Placement placement) throws IOException {
        return switch (kindOf(file)) {
            case NIFTI -> NiftiFile.open(file, placement);
            case NRRD -> NrrdFile.open(file, placement).image();
        };
    }

    /// Writes the voxels that `volume` holds, on a grid cropped to them; the file is complete or absent.
    ///
    /// The name decides: `.nii`, `.nii.gz` or `.nrrd` (compressed with gzip). An existing file is replaced.
    ///
    /// @throws InputException IMG-005 for another ending
    public static void write(Volume volume, Path file) throws IOException {
        refuseEnding(file);
        if (ending(file).endsWith(".nrrd")) {
            NrrdWriter.write(volume, file, NrrdWriter.Encoding.GZIP);
        } else {
            NiftiWriter.write(volume, file);
        }
    }

    /// @throws InputException IMG-005 if [#write] would not know what to write; to be asked before long work
    public static void refuseEnding(Path file) {
        String name = ending(file);
        if (!name.endsWith(".nii") && !name.endsWith(".nii.gz") && !name.endsWith(".nrrd")) {
            throw new InputException(new Problem(
                    ImageProblem.UNKNOWN_ENDING,
                    file.toString(),
                    "a name that ends in none of the endings that are written",
                    ".nii, .nii.gz or .nrrd",
                    "choose a name with one of these endings"));
        }
    }

    private static String ending(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /// @throws InputException IMG-… if the file is none of them
    static Kind kindOf(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw dicom(file, "a folder");
        }
        FileHead.refuseUnreadable(file);
        String name = ending(file);
        byte[] head = head(file);
        if (isDicom(head)) {
            throw dicom(file, "a DICOM file");
        }
        if (name.endsWith(".img") || name.endsWith(".img.gz") || NiftiFile.begins(head)) {
            return Kind.NIFTI;
        }
        if (NrrdFile.begins(head) && !FileHead.isGzip(file)) {
            return Kind.NRRD;
        }
        throw new InputException(new Problem(
                ImageProblem.UNKNOWN_FORMAT,
                file.toString(),
                head.length == 0 ? "an empty file" : Files.size(file) + " bytes that begin with " + shown(head),
                "NIfTI (.nii, .nii.gz, .hdr with .img) or NRRD (.nrrd, .nhdr)",
                "export the image as NIfTI or NRRD"));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = FileHead.open(file)) {
            return in.readNBytes(HEAD_BYTES);
        } catch (EOFException | ZipException e) {
            throw new InputException(
                    new Problem(
                            ImageProblem.UNREADABLE,
                            file.toString(),
                            "damaged gzip data: " + e.getMessage(),
                            "a whole gzip stream",
                            "copy or export the file again; this copy is not complete"),
                    e);
        }
    }

    private static boolean isDicom(byte[] head) {
        return head.length >= 132 && new String(head, 128, 4, StandardCharsets.ISO_8859_1).equals("DICM");
    }

    private static InputException dicom(Path file, String found) {
        return new InputException(new Problem(
                ImageProblem.DICOM,
                file.toString(),
                found,
                "a NIfTI or NRRD file; reading a DICOM folder is not built yet",
                "convert the series to NIfTI (dcm2niix -z y -o OUT FOLDER) and name that file"));
    }

    private static String shown(byte[] head) {
        StringBuilder text = new StringBuilder("\"");
        for (int n = 0; n < Math.min(8, head.length); n++) {
            char c = (char) (head[n] & 0xff);
            text.append(c >= ' ' && c < 0x7f ? String.valueOf(c) : String.format(Locale.ROOT, "\\x%02x", (int) c));
        }
        return text.append('"').toString();
    }
}
