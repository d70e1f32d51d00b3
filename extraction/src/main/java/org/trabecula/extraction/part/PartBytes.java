package org.trabecula.extraction.part;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.trabecula.extraction.feature.RowStack;
import org.trabecula.table.FeatureTable;
import tools.jackson.databind.json.JsonMapper;

/// A part on its way from one process of a run to another, as bytes that any way of sending can carry. Bytes of this program for
/// this program: what is kept is a [PartFile].
///
/// ```
/// gzip( length of the head (4 bytes)  head, JSON  doubles by column )
/// ```
public final class PartBytes {
    private static final JsonMapper JSON = JsonMapper.shared();

    private PartBytes() {}

    /// @param names of the features
    private record Head(PartNote note, List<String> caseIds, Map<String, List<String>> texts, List<String> names) {}

    public static byte[] of(ExtractedPart part) {
        FeatureTable table = RowStack.table(part.rows().stream().map(PlacedRow::row).toList());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            byte[] head = JSON.writeValueAsBytes(new Head(PartNote.of(part, table), table.caseIds(), table.texts(), table.names()));
            out.writeInt(head.length);
            out.write(head);
            for (int column = 0; column < table.names().size(); column++) {
                for (double value : table.column(column)) {
                    out.writeDouble(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory alone is written to
        }
        return bytes.toByteArray();
    }

    /// @param stack of the rows of all parts that are put together
    public static ExtractedPart part(byte[] bytes, RowStack stack) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            Head head = JSON.readValue(in.readNBytes(in.readInt()), Head.class);
            double[][] columns = new double[head.names.size()][head.caseIds.size()];
            for (double[] column : columns) {
                for (int row = 0; row < column.length; row++) {
                    column[row] = in.readDouble();
                }
            }
            FeatureTable table = new FeatureTable(
                    head.caseIds, head.texts, head.names, columns);
            return head.note.part(table, stack);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes that no part is made of", e);
        }
    }
}
