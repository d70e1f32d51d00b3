package org.trabecula.web.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A session as it is kept, beside the manifest: cases by their ids, readers by their roles, nobody by name.
///
/// @param begun        the day
/// @param seed         of patients and order
/// @param patients     whose cases are read
/// @param drawn        from whom and how, in words
/// @param pauseDays    between the first outline and the same reader's second; 0 for other sessions
/// @param withoutPause the day on which somebody waived the pause; empty where nobody did
/// @param model        checksum of the model that is shown; empty where none is
/// @param items        in the order in which they are read
public record ReadingRecord(
        ReadingKind kind, String begun, long seed, int patients, String drawn, int pauseDays, Optional<String> withoutPause,
        Optional<String> model, List<ReadingItem> items) {
    public ReadingRecord {
        items = List.copyOf(items);
    }

    ReadingStep step(int place) {
        return items.get(place).step(kind, model.isPresent());
    }

    int answered() {
        return (int) IntStream.range(0, items.size()).filter(place -> step(place) == ReadingStep.DONE).count();
    }

    boolean isComplete() {
        return answered() == items.size();
    }

    /// The first case that waits for something.
    OptionalInt next() {
        return IntStream.range(0, items.size()).filter(place -> step(place) != ReadingStep.DONE).findFirst();
    }

    ReadingRecord with(int place, ReadingItem item) {
        List<ReadingItem> changed = new ArrayList<>(items);
        changed.set(place, item);
        return new ReadingRecord(kind, begun, seed, patients, drawn, pauseDays, withoutPause, model, changed);
    }

    ReadingRecord waived(String day) {
        return new ReadingRecord(kind, begun, seed, patients, drawn, pauseDays, Optional.of(day), model, items);
    }
}
