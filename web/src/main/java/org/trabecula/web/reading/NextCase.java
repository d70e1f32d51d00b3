package org.trabecula.web.reading;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.image.Mask;
import org.trabecula.web.room.Scan;

/// The case that a session waits for, and nothing of it that would tell who it is or what others said.
///
/// @param place  in the session, from 0
/// @param of     how many there are
/// @param level  which vertebra; may be empty
/// @param step   what it waits for
/// @param scan   opened for this session alone, without the first outline
/// @param where  the first outline, for the middle of its box, by which the vertebra is found; null where there is none
/// @param others what readers A and B said, in a consensus; empty otherwise
/// @param seen   of the model, where it was shown
public record NextCase(
        int place, int of, String level, ReadingStep step, Scan scan, @Nullable Mask where, List<ReadingCall> others, Optional<ModelSeen> seen) {
    public NextCase {
        others = List.copyOf(others);
    }
}
