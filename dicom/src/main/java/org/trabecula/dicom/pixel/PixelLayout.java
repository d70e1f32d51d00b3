package org.trabecula.dicom.pixel;

import java.util.OptionalInt;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.image.ImageProblem;

/// How the pixel data of a data set are laid out, checked before anything is read.
///
/// @param shape   of every frame
/// @param frames  at least 1
/// @param highBit the highest of the stored bits in an uncompressed sample
record PixelLayout(FrameShape shape, int frames, int highBit) {
    /// 8192 × 8192: more than any CT or radiograph has.
    private static final int MOST_SAMPLES = 1 << 26;
    private static final int MOST_FRAMES = 1 << 20;

    /// @throws InputException DCM-002 for an element that is missing or not usable, colour among it; IMG-004 for a frame that
    /// is too large
    ///
    /// @param indices whether samples are numbers of something, so that a palette gives them colours for display alone
    static PixelLayout of(DataSet data, boolean indices) {
        int samples = data.whole(Tag.SAMPLES_PER_PIXEL).orElse(1);
        String photometric = data.text(Tag.PHOTOMETRIC_INTERPRETATION).orElse("MONOCHROME2");
        boolean palette = indices && photometric.equals("PALETTE COLOR");
        if (samples != 1 || !(palette || photometric.startsWith("MONOCHROME"))) {
            throw data.refusal(
                    Tag.PHOTOMETRIC_INTERPRETATION,
                    photometric + " with " + samples + " samples a pixel",
                    "one grey sample a pixel (MONOCHROME2 or MONOCHROME1): colour is not CT");
        }
        int rows = required(data, Tag.ROWS, 1, 65_535);
        int columns = required(data, Tag.COLUMNS, 1, 65_535);
        if ((long) rows * columns > MOST_SAMPLES) {
            throw new InputException(new Problem(
                    ImageProblem.TOO_LARGE,
                    data.where(),
                    columns + " columns × " + rows + " rows in one frame",
                    "at most " + MOST_SAMPLES + " pixels a frame",
                    "look at the header: a damaged one claims more than a scanner makes"));
        }
        int frames = data.whole(Tag.NUMBER_OF_FRAMES).orElse(1);
        if (frames < 1 || frames > MOST_FRAMES) {
            throw data.refusal(Tag.NUMBER_OF_FRAMES, Integer.toString(frames), "1 to " + MOST_FRAMES);
        }
        int allocated = required(data, Tag.BITS_ALLOCATED, 1, 64);
        if (allocated != 1 && allocated != 8 && allocated != 16 && allocated != 32) {
            throw data.refusal(Tag.BITS_ALLOCATED, Integer.toString(allocated), "1, 8, 16 or 32");
        }
        int stored = data.whole(Tag.BITS_STORED).orElse(allocated);
        if (stored < 1 || stored > allocated) {
            throw data.refusal(Tag.BITS_STORED, Integer.toString(stored), "1 to Bits Allocated, " + allocated);
        }
        int high = data.whole(Tag.HIGH_BIT).orElse(stored - 1);
        if (high < stored - 1 || high >= allocated) {
            throw data.refusal(Tag.HIGH_BIT, Integer.toString(high), "Bits Stored - 1 = " + (stored - 1) + ", below " + allocated);
        }
        OptionalInt representation = data.whole(Tag.PIXEL_REPRESENTATION);
        boolean signed = representation.orElse(0) == 1;
        if (stored == 32 && !signed) {
            throw data.refusal(Tag.BITS_STORED, "32, unsigned", "at most 31 bits, or 32 signed ones");
        }
        return new PixelLayout(new FrameShape(rows, columns, allocated, stored, signed), frames, high);
    }

    private static int required(DataSet data, Tag tag, int least, int most) {
        int value = data.whole(tag).orElseThrow(() -> data.refusal(tag, "no value", least + " to " + most));
        if (value < least || value > most) {
            throw data.refusal(tag, Integer.toString(value), least + " to " + most);
        }
        return value;
    }

    /// The same layout with samples in two's complement.
    PixelLayout asSigned() {
        return new PixelLayout(shape.asSigned(), frames, highBit);
    }

    /// Bits of an uncompressed frame; frames of single bits are packed without gaps between them.
    long bitsPerFrame() {
        return (long) shape.samples() * shape.bitsAllocated();
    }

    /// Of an uncompressed cell.
    StoredBits cellBits() {
        return StoredBits.of(highBit, shape.bitsStored(), shape.signed());
    }

    /// Of a sample as codecs give it, its stored bits down at bit 0.
    StoredBits sampleBits() {
        return StoredBits.of(shape.bitsStored() - 1, shape.bitsStored(), shape.signed());
    }
}
