package org.trabecula.dicom.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;

/// A DICOM file whose elements up to the pixel data have been read; the pixel data stay where they are.
///
/// Read are Part 10 files, those whose preamble or group length is missing, and bare data sets, which are recognised by
/// their first element.
///
/// @param source where its bytes lie
/// @param meta   the file meta information; empty for a bare data set
/// @param data   the data set
/// @param syntax stated, or for a bare data set what its first element looks like
/// @param pixels where the pixel data lie; absent if there are none
/// @param start  of the data set, in bytes of the source
/// @param notes  what was assumed, one sentence each
public record DicomFile(
        DicomSource source,
        DataSet meta,
        DataSet data,
        TransferSyntax syntax,
        Optional<PixelElement> pixels,
        long start,
        List<String> notes) {
    /// What [#begins] looks at.
    public static final int HEAD_BYTES = 140;

    private static final int PREAMBLE_BYTES = 128;
    private static final int MAGIC_BYTES = 4;

    public DicomFile {
        notes = List.copyOf(notes);
    }

    /// What came of a file: sound, or a refusal with the elements before the damage.
    ///
    /// @param file    absent if it is damaged
    /// @param partly  the elements that were read before the damage; all of them for a sound file
    /// @param problem absent if it is sound
    public record Opened(Optional<DicomFile> file, DataSet partly, Optional<Problem> problem) {
        /// @throws InputException DCM-001 if it is damaged
        public DicomFile orRefuse() {
            return file.orElseThrow(() -> new InputException(problem.orElseThrow()));
        }
    }

    /// Whether a file that begins so is opened: a preamble and `DICM`, file meta information, or a first element.
    public static boolean begins(byte[] head) {
        return hasMagic(head) || Encoding.begins(head);
    }

    private static boolean hasMagic(byte[] head) {
        return head.length >= PREAMBLE_BYTES + MAGIC_BYTES
                && head[128] == 'D' && head[129] == 'I' && head[130] == 'C' && head[131] == 'M';
    }

    /// Reads the elements up to the pixel data of what [#begins] as DICOM does; empty for any other file.
    public static Optional<Opened> openIfBegins(DicomSource source) throws IOException {
        try (ByteInput in = new ByteInput(source.open(), source.length())) {
            return begins(in.peek(HEAD_BYTES)) ? Optional.of(opened(source, in, Set.of())) : Optional.empty();
        }
    }

    /// Reads the elements up to the pixel data.
    public static Opened open(DicomSource source) throws IOException {
        return open(source, Set.of());
    }

    /// The same, with elements that are otherwise passed by, such as the patient's name.
    ///
    /// @param asked those elements
    public static Opened open(DicomSource source, Set<Tag> asked) throws IOException {
        try (ByteInput in = new ByteInput(source.open(), source.length())) {
            return opened(source, in, asked);
        }
    }

    private static Opened opened(DicomSource source, ByteInput in, Set<Tag> asked) throws IOException {
        Map<Tag, Element> elements = new EnumMap<>(Tag.class);
        try {
            DicomFile file = read(source, in, elements, asked);
            return new Opened(Optional.of(file), file.data, Optional.empty());
        } catch (DamagedDataSetException | EOFException | ZipException e) {
            return new Opened(
                    Optional.empty(),
                    new DataSet(source.name(), List.of(), elements),
                    Optional.of(new Problem(
                            DicomProblem.DATA_SET,
                            source.name(),
                            String.valueOf(e.getMessage()),
                            "a whole DICOM data set (PS3.5 7, PS3.10 7)",
                            "copy or export the file again; this copy is damaged")));
        }
    }

    private static DicomFile read(DicomSource source, ByteInput in, Map<Tag, Element> elements, Set<Tag> asked) throws IOException {
        List<String> notes = new ArrayList<>();
        if (hasMagic(in.peek(HEAD_BYTES))) {
            in.skip(PREAMBLE_BYTES + MAGIC_BYTES);
        }
        DataSet meta = new DataSetReader(in, source.name(), Set.of()).readMeta();
        long start = in.at();
        Optional<TransferSyntax> stated = meta.text(Tag.TRANSFER_SYNTAX_UID).map(TransferSyntax::of);
        if (stated.isPresent() && stated.get().isDeflated()) {
            return inflated(source, meta, start, elements, asked);
        }
        Encoding expected = Encoding.of(stated.orElse(TransferSyntax.IMPLICIT_LITTLE));
        Encoding encoding = Encoding.ofFirstElement(in.peek(Encoding.FIRST_BYTES), expected);
        TransferSyntax syntax = stated.orElse(TransferSyntax.of(encoding));
        if (stated.isPresent() && !encoding.equals(expected)) {
            notes.add(source.name() + ": the elements are not written as the transfer syntax " + stated.get().title()
                    + " says; read as they are written");
            syntax = syntax.isNative() ? TransferSyntax.of(encoding) : syntax;
        }
        DataSetReader reader = new DataSetReader(in, source.name(), asked);
        DataSet data = reader.readAll(encoding, elements);
        return new DicomFile(source, meta, data, syntax, reader.pixels(), 0, notes);
    }

    private static DicomFile inflated(DicomSource source, DataSet meta, long start, Map<Tag, Element> elements, Set<Tag> asked)
            throws IOException {
        try (ByteInput in = new ByteInput(inflater(source, start), Long.MAX_VALUE)) {
            DataSetReader reader = new DataSetReader(in, source.name(), asked);
            DataSet data = reader.readAll(Encoding.EXPLICIT_LITTLE, elements);
            return new DicomFile(source, meta, data, TransferSyntax.DEFLATED, reader.pixels(), start, List.of());
        }
    }

    private static InputStream inflater(DicomSource source, long start) throws IOException {
        InputStream in = source.open();
        try {
            in.skipNBytes(start);
            return BoundedInflater.of(in, source.length());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /// The bytes from `offset` on, in which [PixelElement#offset] counts: those of the file, or of the inflated data set.
    public InputStream open(long offset) throws IOException {
        InputStream in = syntax.isDeflated() ? inflater(source, start) : source.open();
        try {
            in.skipNBytes(offset);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /// The same bytes for who takes them in large pieces.
    public ReadableByteChannel channel(long offset) throws IOException {
        return syntax.isDeflated() ? Channels.newChannel(open(offset)) : source.channel(offset);
    }

    /// How many bytes can follow `offset`; only a bound where the data set is deflated.
    public long bytesFrom(long offset) throws IOException {
        return syntax.isDeflated() ? Long.MAX_VALUE : source.length() - offset;
    }

    /// Whether it is the directory of a medium, which names files and holds no image.
    public boolean isDirectory() {
        return data.has(Tag.DIRECTORY_RECORD_SEQUENCE);
    }
}
