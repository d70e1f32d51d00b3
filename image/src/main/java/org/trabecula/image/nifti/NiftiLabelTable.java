package org.trabecula.image.nifti;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trabecula.image.FileHead;
import org.trabecula.image.LabelLayers.NamedNumber;

/// The names that a header extension gives to labels: the `LabelTable` of Connectome Workbench, which TotalSegmentator
/// writes too (`<Label Key="29" …><![CDATA[vertebrae_L3]]></Label>`).
final class NiftiLabelTable {
    private static final int LONGEST = 1 << 20;
    private static final int MOST_NAMES = 10_000;
    private static final Pattern LABEL = Pattern.compile(
            "<Label\\b[^<>]{0,200}?\\bKey=\"(\\d{1,9})\"[^<>]{0,200}>\\s{0,80}(?:<!\\[CDATA\\[([^\\]<]{1,200})\\]\\]>|([^<]{1,200}))");

    private NiftiLabelTable() {}

    /// The names of a file whose header was found sound; empty where it holds no table.
    static List<NamedNumber> of(Path file) throws IOException {
        byte[] head = FileHead.start(file, NiftiHeader.BYTES_2 + NiftiHeader.FLAG_BYTES).bytes();
        @Nullable NiftiHeader header = NiftiHeader.parse(head);
        if (header == null || !header.onePart() || !header.isExtended(head)) {
            return List.of();
        }
        try (InputStream in = FileHead.open(file)) {
            in.skipNBytes(header.headerBytes());
            in.skipNBytes(NiftiHeader.FLAG_BYTES);
            long left = (long) header.voxOffset() - header.headerBytes() - NiftiHeader.FLAG_BYTES;
            while (left >= 8) {
                byte[] start = in.readNBytes(8);
                int length = start.length < 8 ? 0 : ByteBuffer.wrap(start).order(header.order()).getInt();
                if (length < 8 || length > left) {
                    return List.of();
                }
                byte[] text = in.readNBytes(Math.min(length - 8, LONGEST));
                in.skipNBytes(length - 8 - text.length);
                left -= length;
                List<NamedNumber> names = names(new String(text, StandardCharsets.UTF_8));
                if (!names.isEmpty()) {
                    return names;
                }
            }
            return List.of();
        }
    }

    private static List<NamedNumber> names(String text) {
        List<NamedNumber> names = new ArrayList<>();
        if (text.contains("<LabelTable")) {
            Matcher label = LABEL.matcher(text);
            while (label.find() && names.size() < MOST_NAMES) {
                String name = label.group(2) != null ? label.group(2) : label.group(3);
                int number = Integer.parseInt(label.group(1));
                if (number > 0 && !name.isBlank()) {
                    names.add(new NamedNumber(name.strip(), number, 0));
                }
            }
        }
        return names;
    }
}
