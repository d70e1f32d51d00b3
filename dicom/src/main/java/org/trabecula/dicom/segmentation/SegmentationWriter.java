package org.trabecula.dicom.segmentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.dataset.NewDataSet;
import org.trabecula.dicom.dataset.NewDicomFile;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.dicom.segmentation.NewSegmentation.Frame;
import org.trabecula.dicom.segmentation.NewSegmentation.Pixels;
import org.trabecula.dicom.series.SeriesImage;
import org.trabecula.image.Box;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;

/// Writes regions, or a map of probabilities, as DICOM Segmentation Storage on the frames of a series.
///
/// The same contents give the same bytes: UIDs are made of what is written, and no clock is read.
///
/// @param image   the series
/// @param patient whether the patient's identity is written
public record SegmentationWriter(SeriesImage image, PatientCopy patient) {
    /// The ending of file names that means it.
    public static final String ENDING = ".dcm";

    private static final int LONGEST_LABEL = 64;
    private static final int LONGEST_DESCRIPTION = 1024;
    private static final int MOST_SEGMENTS = 65_535;
    private static final String UNKNOWN_ALGORITHM = "not stated by the source";
    /// Hues of neighbouring segments: the golden angle, which comes near none before.
    private static final double HUE_STEP = Math.PI * (3 - Math.sqrt(5));
    private static final double LIGHTNESS = 65;
    private static final double CHROMA = 60;

    /// The writer for an image that a segmentation can be drawn on.
    ///
    /// @throws InputException DCM-017 if it is no DICOM series
    public static SegmentationWriter on(ImageFile image, PatientCopy patient) {
        if (image instanceof SeriesImage series) {
            return new SegmentationWriter(series, patient);
        }
        throw new InputException(new Problem(
                DicomProblem.NO_SERIES_TO_DRAW_ON,
                image.path().toString(),
                "an image that has no series and no frame of reference",
                "the DICOM series that the mask was drawn on: its UIDs and positions stand in every segmentation",
                "add --reference with the folder of the series, or write the mask as .nii.gz or .nrrd"));
    }

    /// Writes regions, one segment each, a bit a voxel. The file is complete or absent.
    ///
    /// @param segments at least one, on the grid of the series
    /// @return what was assumed, one sentence each
    /// @throws InputException IMG-004 for more pixels than a file can hold
    public List<String> write(List<NewSegment> segments, Path file) throws IOException {
        if (segments.isEmpty() || segments.size() > MOST_SEGMENTS) {
            throw new IllegalArgumentException(segments.size() + " segments");
        }
        List<Frame> frames = new ArrayList<>();
        List<NewDataSet> items = new ArrayList<>();
        for (int n = 0; n < segments.size(); n++) {
            if (!segments.get(n).mask().grid().size().equals(image.grid().size())) {
                throw new IllegalArgumentException("a region on " + segments.get(n).mask().grid().size() + " voxels, the series has " + image.grid().size());
            }
            items.add(item(n + 1, segments.get(n).label(), segments.get(n).description()));
            for (int k : slices(segments.get(n).mask())) {
                frames.add(new Frame(n + 1, k));
            }
        }
        byte[] bits = new byte[bytes(file, frames.size(), 1)];
        long perFrame = perFrame();
        for (int n = 0; n < frames.size(); n++) {
            paint(segments.get(frames.get(n).segment() - 1).mask(), frames.get(n).k(), n * perFrame, bits);
        }
        return write(items, frames, Pixels.binary(overlap(segments)), bits, file);
    }

    /// Writes a map of probabilities, 8 bits a voxel, slices without any left out. The file is complete or absent.
    ///
    /// @return what was assumed, one sentence each
    /// @throws InputException MSK-001 if every value is nearer to 0 than to 1/255, IMG-004 for more pixels than a file can hold
    public List<String> write(String label, ProbabilityMap map, Path file) throws IOException {
        List<Frame> frames = map.slices().stream().map(k -> new Frame(1, k)).toList();
        byte[] samples = new byte[bytes(file, frames.size(), Byte.SIZE)];
        for (int n = 0; n < frames.size(); n++) {
            map.copySlice(frames.get(n).k(), samples, (int) (n * perFrame()));
        }
        return write(List.of(item(1, label, "")), frames, Pixels.probability(ProbabilityMap.MOST), samples, file);
    }

    private List<String> write(List<NewDataSet> items, List<Frame> frames, Pixels pixels, byte[] stored, Path file) throws IOException {
        List<String> notes = new ArrayList<>();
        NewDataSet data = new NewSegmentation(image, items, frames).attributes(pixels, patient, notes);
        NewDicomFile object = new NewDicomFile(NewSegmentation.SEGMENTATION_STORAGE, data, stored);
        data.text(Tag.SERIES_INSTANCE_UID, object.uid("series"));
        String instance = object.uid("instance");
        AtomicFile.write(file, out -> object.write(instance, out));
        return notes;
    }

    private long perFrame() {
        return (long) image.grid().size().i() * image.grid().size().j();
    }

    private int bytes(Path file, int frames, int bits) {
        long bytes = Math.ceilDiv(Math.multiplyExact(frames, perFrame()) * bits, (long) Byte.SIZE);
        long most = Math.min(Integer.MAX_VALUE - 16L, Runtime.getRuntime().maxMemory() / 2);
        if (bytes > most) {
            throw new InputException(new Problem(
                    ImageProblem.TOO_LARGE,
                    file.toString(),
                    frames + " frames, " + bytes + " bytes of pixels",
                    "at most " + most + " (2 GiB, or half of Java's heap)",
                    "write fewer labels a file (--label)"));
        }
        return (int) bytes;
    }

    /// The slices that hold voxels.
    private static List<Integer> slices(Mask mask) {
        Box box = mask.box();
        boolean[] inside = mask.toFlags();
        Size size = box.size();
        int perSlice = size.i() * size.j();
        List<Integer> slices = new ArrayList<>();
        for (int k = 0; k < size.k(); k++) {
            boolean any = false;
            for (int n = k * perSlice; n < (k + 1) * perSlice && !any; n++) {
                any = inside[n];
            }
            if (any) {
                slices.add(box.kMin() + k);
            }
        }
        return slices;
    }

    /// Frames follow each other without a gap, the lowest bit of a byte first (PS3.5 8.1.1).
    private void paint(Mask mask, int k, long from, byte[] bits) {
        Box box = mask.box();
        for (int j = box.jMin(); j <= box.jMax(); j++) {
            for (int i = box.iMin(); i <= box.iMax(); i++) {
                if (mask.at(i, j, k)) {
                    long at = from + (long) j * image.grid().size().i() + i;
                    bits[(int) (at >> 3)] |= (byte) (1 << (at & 7));
                }
            }
        }
    }

    private static boolean overlap(List<NewSegment> segments) {
        for (int a = 0; a < segments.size(); a++) {
            for (int b = a + 1; b < segments.size(); b++) {
                if (segments.get(a).overlaps(segments.get(b))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static NewDataSet item(int number, String label, String description) {
        String name = printable(label, LONGEST_LABEL);
        NewDataSet item = new NewDataSet()
                .whole(Tag.SEGMENT_NUMBER, number)
                .text(Tag.SEGMENT_LABEL, name.isEmpty() ? "segment " + number : name)
                .text(Tag.SEGMENT_ALGORITHM_TYPE, "SEMIAUTOMATIC") // who drew it is not known: neither by hand alone nor by a program alone
                .text(Tag.SEGMENT_ALGORITHM_NAME, UNKNOWN_ALGORITHM)
                .whole(Tag.RECOMMENDED_DISPLAY_CIELAB_VALUE, colour(number))
                .item(Tag.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE, PropertyCode.categoryOf(label).toItem())
                .item(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE, PropertyCode.typeOf(label).toItem());
        String words = printable(description, LONGEST_DESCRIPTION);
        return words.isEmpty() ? item : item.text(Tag.SEGMENT_DESCRIPTION, words);
    }

    /// Backslashes part values and control characters have no meaning in a label (PS3.5 6.2).
    private static String printable(String text, int longest) {
        String clean = text.replace('\\', '/').replaceAll("\\p{Cntrl}", " ").strip();
        return clean.codePointCount(0, clean.length()) <= longest
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, longest)).strip();
    }

    /// L*, a*, b* as 16 bits each (PS3.3 C.10.7.1.1).
    private static int[] colour(int number) {
        double hue = number * HUE_STEP;
        return new int[] {
            (int) Math.rint(LIGHTNESS / 100 * 65_535),
            (int) Math.rint((CHROMA * Math.cos(hue) + 128) / 255 * 65_535),
            (int) Math.rint((CHROMA * Math.sin(hue) + 128) / 255 * 65_535)
        };
    }
}
