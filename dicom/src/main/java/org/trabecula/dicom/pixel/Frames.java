package org.trabecula.dicom.pixel;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.PixelElement;

/// The frames of a file, as stored values: decompressed, masked to the stored bits, signed. Nothing is inverted for
/// MONOCHROME1, which is about display, and nothing is rescaled.
///
/// Frames are decoded on demand, each by itself; several threads may ask.
public final class Frames {
    /// The smallest frame that can be compressed beyond [#MOST_SAMPLES_PER_BYTE] to one: a blank radiograph.
    private static final int ALWAYS_BELIEVED_SAMPLES = 1 << 22;
    private static final long MOST_SAMPLES_PER_BYTE = 10_000;

    private final DicomFile file;
    private final PixelElement element;
    private final PixelLayout layout;
    private final Optional<FrameCodec> codec;
    private final boolean signContradicted;
    private @Nullable FrameRanges ranges;

    private Frames(
            DicomFile file, PixelElement element, PixelLayout layout, Optional<FrameCodec> codec, boolean signContradicted) {
        this.file = file;
        this.element = element;
        this.layout = layout;
        this.codec = codec;
        this.signContradicted = signContradicted;
    }

    /// Checks the pixel data of a file; reads none of them, but the first frame where its codestream states a sign.
    ///
    /// @throws InputException DCM-002 for a header that makes no grey frames; DCM-003 if the pixel data are missing or shorter
    /// than their header says; DCM-004, naming the transfer syntax, if `codecs` has nothing for it; DCM-005 for fragments
    /// that are cut; IMG-004 for a frame that is too large
    public static Frames of(DicomFile file, FrameCodecs codecs) throws IOException {
        return of(file, codecs, PixelLayout.of(file.data(), false));
    }

    /// The same of a file whose samples are no grey values but numbers of something, which a palette may give colours.
    ///
    /// @throws InputException as [#of]
    public static Frames ofIndices(DicomFile file, FrameCodecs codecs) throws IOException {
        return of(file, codecs, PixelLayout.of(file.data(), true));
    }

    private static Frames of(DicomFile file, FrameCodecs codecs, PixelLayout layout) throws IOException {
        PixelElement element = file.pixels().orElseThrow(() -> refusal(file, "none", "frames of pixel data"));
        if (element.kind() != PixelElement.Kind.INTEGERS) {
            throw refusal(file, "pixel data as floating point numbers", "whole numbers, which CT has");
        }
        Optional<FrameCodec> codec = codecs.of(file.syntax());
        if (codec.isEmpty() && !file.syntax().isNative()) {
            throw new InputException(new Problem(
                    DicomProblem.TRANSFER_SYNTAX,
                    file.source().name(),
                    file.syntax().title(),
                    "a transfer syntax that is decoded: see docs/dicom.md",
                    "convert the file to Explicit VR Little Endian, for instance with dcmconv, dcmdjpeg or gdcmconv --raw"));
        }
        if (codec.isPresent()) {
            if (element.length().isPresent()) {
                throw refusal(
                        file, element.length().get() + " bytes in one piece", "fragments, as " + file.syntax().title() + " has them");
            }
            Frames frames = new Frames(file, element, layout, codec, false);
            frames.findRanges();
            return frames.isSignedByCodestream() ? frames.asSigned() : frames;
        }
        long wanted = Math.ceilDiv(layout.frames() * layout.bitsPerFrame(), 8);
        long stated = element.length().orElseThrow(() -> refusal(
                file, "fragments", wanted + " bytes in one piece, as " + file.syntax().title() + " has them"));
        long there = Math.min(stated, file.bytesFrom(element.offset()));
        if (there < wanted) {
            throw refusal(
                    file,
                    there + " bytes",
                    wanted + " bytes: " + layout.frames() + (layout.frames() == 1 ? " frame of " : " frames of ")
                            + layout.shape().columns() + " × " + layout.shape().rows() + " samples of "
                            + layout.shape().bitsAllocated() + " bits");
        }
        return new Frames(file, element, layout, codec, false);
    }

    /// Whether the first codestream says that samples are signed where the data set says that they are not. A codestream that cannot
    /// tell is refused when its frame is read.
    private boolean isSignedByCodestream() throws IOException {
        if (layout.shape().signed() || codec.isEmpty() || !codec.get().knowsSign()) {
            return false;
        }
        try {
            return codec.get().statesSigned(ranges().read(file, 0));
        } catch (DamagedFrameException | EOFException | ZipException | InputException e) {
            return false;
        }
    }

    private Frames asSigned() throws IOException {
        Frames signed = new Frames(file, element, layout.asSigned(), codec, true);
        signed.findRanges();
        return signed;
    }

    /// Whether fragments end with their delimiter, as they should; true for frames that are no fragments.
    public synchronized boolean delimited() {
        return ranges == null || ranges.fragments().delimited();
    }

    public int count() {
        return layout.frames();
    }

    /// As the data set says, but signed where [#signContradicted].
    public FrameShape shape() {
        return layout.shape();
    }

    /// Whether the codestream holds signed samples although Pixel Representation (0028,0103) says unsigned; they are taken as
    /// signed, since an encoder that was told of negative values has them.
    public boolean signContradicted() {
        return signContradicted;
    }

    /// Reads every frame in rising order. What is not compressed is read in one pass, so that a deflated data set is inflated once and not
    /// once a frame.
    ///
    /// @throws InputException as [#read]
    public void each(FrameVisitor visitor) throws IOException {
        if (codec.isEmpty() && NativeFrames.oneByOne(file, element, layout)) {
            try {
                new NativeFrames(file, element, layout).each(visitor);
                return;
            } catch (DamagedFrameException | EOFException | ZipException e) {
                throw damaged(file.source().name(), e);
            }
        }
        for (int frame = 0; frame < count(); frame++) {
            visitor.frame(frame, read(frame));
        }
    }

    /// Who looks at the frames of [#each].
    @FunctionalInterface
    public interface FrameVisitor {
        /// @param frame   counted from 0
        /// @param samples stored values, row by row; used again for the next frame
        void frame(int frame, int[] samples) throws IOException;
    }

    /// The stored values of one frame, row by row.
    ///
    /// @param frame counted from 0
    /// @throws InputException DCM-005 if the frame does not decode, DCM-003 if its data end early
    public int[] read(int frame) throws IOException {
        if (frame < 0 || frame >= count()) {
            throw new IllegalArgumentException("frame " + frame + " of " + count());
        }
        try {
            return codec.isPresent() ? decoded(codec.get(), frame) : new NativeFrames(file, element, layout).read(frame);
        } catch (DamagedFrameException | EOFException | ZipException e) {
            throw damaged(frame, e);
        }
    }

    /// Whether samples are uncompressed cells of 16 bits, so that [#readWords] reads them; nearly all CT is stored so.
    public boolean areWords() {
        return codec.isEmpty() && layout.shape().bitsAllocated() == Short.SIZE;
    }

    /// Reads the cells of one frame as they are; [#cellBits] makes values of them.
    ///
    /// @param frame counted from 0
    /// @param at    where the frame begins in `cells`
    /// @throws InputException as [#read]
    public void readWords(int frame, short[] cells, int at) throws IOException {
        try {
            new NativeFrames(file, element, layout).readWords(frame, cells, at);
        } catch (DamagedFrameException | EOFException | ZipException e) {
            throw damaged(frame, e);
        }
    }

    /// Where the stored value lies in an uncompressed cell.
    public StoredBits cellBits() {
        return layout.cellBits();
    }

    private int[] decoded(FrameCodec known, int frame) throws IOException {
        byte[] codestream = ranges().read(file, frame);
        FrameShape shape = layout.shape();
        if (shape.samples() > ALWAYS_BELIEVED_SAMPLES && shape.samples() / Math.max(1, codestream.length) > MOST_SAMPLES_PER_BYTE) {
            throw new DamagedFrameException(codestream.length + " bytes, which cannot hold them");
        }
        int[] samples = known.decode(codestream, shape);
        if (samples.length != shape.samples()) {
            throw new IllegalStateException(
                    known.getClass().getSimpleName() + " gave " + samples.length + " samples for " + shape.samples());
        }
        (known.givesCells() ? layout.cellBits() : layout.sampleBits()).take(samples);
        return samples;
    }

    private synchronized FrameRanges ranges() throws IOException {
        if (ranges == null) {
            ranges = FrameRanges.of(file, element.offset(), count());
        }
        return ranges;
    }

    /// Looks for the fragments, so that a file that ends early is refused before anybody asks for voxels.
    private void findRanges() throws IOException {
        try {
            ranges();
        } catch (DamagedFrameException | EOFException | ZipException e) {
            throw damaged(file.source().name(), e);
        }
    }

    private InputException damaged(int frame, IOException e) {
        return damaged(count() == 1 ? file.source().name() : file.source().name() + ", frame " + (frame + 1), e);
    }

    private InputException damaged(String where, IOException e) {
        return new InputException(
                new Problem(
                        codec.isPresent() ? DicomProblem.CODESTREAM : DicomProblem.PIXEL_DATA,
                        where,
                        e.getMessage() + " (" + file.syntax().title() + ")",
                        layout.shape().columns() + " × " + layout.shape().rows() + " samples of " + layout.shape().bitsStored()
                                + " bits",
                        "copy or export the file again; this copy does not decode"),
                e);
    }

    private static InputException refusal(DicomFile file, String found, String expected) {
        return new InputException(new Problem(
                DicomProblem.PIXEL_DATA, file.source().name(), found, expected, "copy or export the file again; this copy is not complete"));
    }
}
