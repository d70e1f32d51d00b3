package org.trabecula.web.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.web.server.WebProblem;
import tools.jackson.core.JacksonException;

/// Where sessions are kept: `cases.readings/` beside `cases.csv`, a file a session.
///
/// @param folder made when something is kept
record ReadingFiles(Path folder) {
    /// What is kept.
    ///
    /// @throws InputException WEB-010 if a file is none of ours: answers are never thrown away unasked
    Map<ReadingKind, ReadingRecord> read() throws IOException {
        Map<ReadingKind, ReadingRecord> records = new EnumMap<>(ReadingKind.class);
        for (ReadingKind kind : ReadingKind.values()) {
            Path file = file(kind);
            if (Files.exists(file)) {
                records.put(kind, read(file));
            }
        }
        return records;
    }

    private static ReadingRecord read(Path file) throws IOException {
        try {
            return StudyJson.read(Files.readString(file), ReadingRecord.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new InputException(
                    new Problem(
                            WebProblem.NOT_YET, file.toString(), "a file that is no reading session of this version", "what the room has kept",
                            "move it elsewhere; its answers stay in it"),
                    e);
        }
    }

    Path file(ReadingKind kind) {
        return folder.resolve(kind.label() + ".json");
    }

    /// Keeps a session: on disk when this returns.
    void write(ReadingRecord record) throws IOException {
        AtomicFile.writeText(file(record.kind()), StudyJson.text(record));
    }
}
