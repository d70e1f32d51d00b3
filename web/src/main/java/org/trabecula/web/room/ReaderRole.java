package org.trabecula.web.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.trabecula.table.ColumnRole;

/// Who draws: a role in a reading, never a name.
public enum ReaderRole {
    READER_1("reader 1", Optional.of(ColumnRole.MASK)),
    /// A second outline after a pause.
    READER_1_AGAIN("reader 1 again", Optional.of(ColumnRole.MASK_INTRA)),
    READER_2("reader 2", Optional.of(ColumnRole.MASK_INTER)),
    CONSENSUS("consensus", Optional.of(ColumnRole.MASK)),
    OTHER("other", Optional.empty());

    private final String label;
    private final Optional<ColumnRole> column;

    ReaderRole(String label, Optional<ColumnRole> column) {
        this.label = label;
        this.column = column;
    }

    /// Of a manifest, that names this reader's outlines.
    Optional<ColumnRole> column() {
        return column;
    }

    @JsonValue
    public String label() {
        return label;
    }
}
