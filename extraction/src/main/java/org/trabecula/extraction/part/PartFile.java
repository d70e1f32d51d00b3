package org.trabecula.extraction.part;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.extraction.feature.RowStack;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.NotedTable;
import org.trabecula.table.NotedTableFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One file a part: an ordinary Parquet table of features, and in its notes what merging has to know (of which extraction, which
/// cases, which failed and why). So a part cannot be torn from its failures, and parts lie in one folder without a clash.
public final class PartFile {
    private static final String NOTE = "trabecula.part";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private PartFile() {}

    /// Writes atomically. Same part, same bytes.
    public static void write(ExtractedPart part, Path file) throws IOException {
        AtomicFile.write(file, out -> write(part, out));
    }

    /// The same to a stream, which stays open.
    public static void write(ExtractedPart part, OutputStream out) throws IOException {
        FeatureTable table = RowStack.table(part.rows().stream().map(PlacedRow::row).toList());
        String note = JSON.writeValueAsString(PartNote.of(part, table));
        NotedTableFile.write(new NotedTable(table, Map.of(NOTE, note)), out);
    }

    /// @throws InputException TAB-001 if the file is damaged, PRT-001 if it is no part
    public static ExtractedPart read(Path file) throws IOException {
        return read(file, new RowStack());
    }

    /// @param stack of the rows of all parts that are read together
    static ExtractedPart read(Path file, RowStack stack) throws IOException {
        NotedTable table = NotedTableFile.read(file);
        PartNote note = note(file, table.notes());
        try {
            return note.part(table.table(), stack);
        } catch (IndexOutOfBoundsException e) {
            throw noPart(file, "a note that does not fit its table: " + e.getMessage(), e);
        }
    }

    /// What a part holds; its numbers are not read.
    ///
    /// @throws InputException as [#read]
    public static PartOutline outline(Path file) throws IOException {
        return note(file, NotedTableFile.notes(file)).outline();
    }

    private static PartNote note(Path file, Map<String, String> notes) {
        String text = notes.get(NOTE);
        if (text == null) {
            throw noPart(file, "a table that says of no manifest that it is a part of it", null);
        }
        try {
            PartNote note = JSON.readValue(text, PartNote.class);
            if (note.version() != PartNote.VERSION) {
                throw noPart(file, "a part of form " + note.version() + "; this program knows " + PartNote.VERSION, null);
            }
            return note;
        } catch (JacksonException e) {
            throw noPart(file, "a note that cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static InputException noPart(Path file, String found, @Nullable Exception cause) {
        Problem problem = new Problem(
                PartProblem.NO_PART, file.toString(), found, "a file that extract --shard wrote",
                "name the parts alone, such as parts/*.parquet; make a damaged one again with extract --shard");
        return cause == null ? new InputException(problem) : new InputException(problem, cause);
    }
}
