package org.trabecula.web.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.table.ColumnRole;
import org.trabecula.web.room.ReaderRole;

/// What is read in a session, and by which role. Of each there is one session a work list.
public enum ReadingKind {
    OUTLINE_SAME_READER("outline-same-reader", "Second outlines, same reader", "reader A", ColumnRole.MASK_INTRA),
    OUTLINE_OTHER_READER("outline-other-reader", "Second outlines, other reader", "reader B", ColumnRole.MASK_INTER),
    LABELS_A("labels-reader-a", "Labels, first reader", "reader A", ColumnRole.READER_1),
    LABELS_B("labels-reader-b", "Labels, second reader", "reader B", ColumnRole.READER_2),
    CONSENSUS("consensus", "Labels, consensus", "readers A and B", ColumnRole.OUTCOME),
    DOCTOR("doctor", "Doctor, without and with the model", "doctor", ColumnRole.DOCTOR);

    private final String label;
    private final String title;
    private final String reader;
    private final ColumnRole column;

    ReadingKind(String label, String title, String reader, ColumnRole column) {
        this.label = label;
        this.title = title;
        this.reader = reader;
        this.column = column;
    }

    /// As addresses and files spell it.
    @JsonValue
    public String label() {
        return label;
    }

    public static Optional<ReadingKind> labelled(String label) {
        return Stream.of(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    public String title() {
        return title;
    }

    /// A role, never a name.
    public String reader() {
        return reader;
    }

    /// Of the manifest, that the session fills.
    ColumnRole column() {
        return column;
    }

    public boolean isOutlining() {
        return this == OUTLINE_SAME_READER || this == OUTLINE_OTHER_READER;
    }

    boolean isLabelling() {
        return this == LABELS_A || this == LABELS_B;
    }

    /// As whom an outline is saved.
    ReaderRole role() {
        return switch (this) {
            case OUTLINE_SAME_READER -> ReaderRole.READER_1_AGAIN;
            case OUTLINE_OTHER_READER -> ReaderRole.READER_2;
            default -> throw new IllegalStateException("nothing is outlined in " + label);
        };
    }

    /// The session that reads the same cases; empty where there is none.
    Optional<ReadingKind> partner() {
        return switch (this) {
            case OUTLINE_SAME_READER -> Optional.of(OUTLINE_OTHER_READER);
            case OUTLINE_OTHER_READER -> Optional.of(OUTLINE_SAME_READER);
            case LABELS_A -> Optional.of(LABELS_B);
            case LABELS_B -> Optional.of(LABELS_A);
            case CONSENSUS, DOCTOR -> Optional.empty();
        };
    }
}
