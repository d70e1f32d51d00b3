package org.trabecula.web.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.table.ColumnRole;
import org.trabecula.web.room.FilledCell;
import org.trabecula.web.room.Worklist;

/// The cells of the manifest's copy that follow from the answers: `reader_1`, `reader_2`, `outcome`, `doctor`, `doctor_with_model`.
///
/// A case that a reader could not tell has an empty cell. The outcome is what both readers said, else what their consensus said; where the
/// manifest itself has an outcome, that one stays.
final class CallCells {
    private final Worklist worklist;
    private final ClassNames words;
    private final Map<String, Integer> rows = new HashMap<>();

    CallCells(Worklist worklist) {
        this.worklist = worklist;
        List<VertebraCase> cases = worklist.cases();
        for (int row = 0; row < cases.size(); row++) {
            rows.put(cases.get(row).caseId(), row);
        }
        this.words = words(worklist);
    }

    /// As the manifest writes its outcomes: names, or 1 and 0, which are understood before there is an outcome, too.
    private static ClassNames words(Worklist worklist) {
        boolean named = false;
        for (int row = 0; row < worklist.cases().size(); row++) {
            named |= worklist.said(row, ColumnRole.OUTCOME).filter(cell -> !cell.matches("[01](\\.0*)?")).isPresent();
        }
        return named ? worklist.classes() : new ClassNames("1", "0");
    }

    List<FilledCell> of(Map<ReadingKind, ReadingRecord> records) {
        List<FilledCell> cells = new ArrayList<>();
        for (ReadingKind kind : List.of(ReadingKind.LABELS_A, ReadingKind.LABELS_B, ReadingKind.DOCTOR)) {
            @Nullable ReadingRecord record = records.get(kind);
            if (record != null) {
                record.items().forEach(item -> {
                    item.call().ifPresent(taken -> add(cells, item.caseId(), kind.column(), taken.call()));
                    item.callWithModel().ifPresent(taken -> add(cells, item.caseId(), ColumnRole.DOCTOR_WITH_MODEL, taken.call()));
                });
            }
        }
        outcomes(records).forEach((caseId, call) -> add(cells, caseId, ColumnRole.OUTCOME, call));
        cells.removeIf(cell -> cell.role() == ColumnRole.OUTCOME && worklist.said(cell.row(), ColumnRole.OUTCOME).isPresent());
        return cells;
    }

    private static Map<String, ReadingCall> outcomes(Map<ReadingKind, ReadingRecord> records) {
        @Nullable ReadingRecord a = records.get(ReadingKind.LABELS_A);
        @Nullable ReadingRecord b = records.get(ReadingKind.LABELS_B);
        Map<String, ReadingCall> outcomes = new HashMap<>();
        if (a != null && b != null) {
            Labels labels = Labels.of(a, b);
            labels.first().keySet().forEach(caseId -> labels.agreed(caseId).ifPresent(call -> outcomes.put(caseId, call)));
            Optional.ofNullable(records.get(ReadingKind.CONSENSUS)).map(Labels::calls).ifPresent(outcomes::putAll);
        }
        return outcomes;
    }

    private void add(List<FilledCell> cells, String caseId, ColumnRole role, ReadingCall call) {
        @Nullable Integer row = rows.get(caseId);
        if (row != null) { // a case that the manifest has no longer keeps its answer in the session's file
            cells.add(new FilledCell(row, role, switch (call) {
                case POSITIVE -> words.positive();
                case NEGATIVE -> words.negative();
                case CANNOT_TELL -> "";
            }));
        }
    }
}
