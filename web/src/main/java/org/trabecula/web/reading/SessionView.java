package org.trabecula.web.reading;

import java.util.Optional;
import java.util.OptionalInt;

/// A session as the page lists it.
///
/// @param title     in words
/// @param reader    a role
/// @param isBegun   whether there is one; what follows is empty where there is none
/// @param cases     in all
/// @param answered  of them
/// @param patients  whose cases they are
/// @param drawn     from whom and how
/// @param pauseDays asked for after the first outline; empty where no pause is
/// @param earliest  the first day on which that pause is over; empty where no pause is
/// @param waits     whether today is earlier, and nobody waived it
/// @param waived    the day on which somebody waived the pause
/// @param withModel whether the model is shown
/// @param prepared  cases of which the model's answer is there
/// @param file      where it is kept
public record SessionView(
        ReadingKind kind, String title, String reader, boolean isBegun, int cases, int answered, int patients, Optional<String> begun,
        Optional<Long> seed, String drawn, OptionalInt pauseDays, Optional<String> earliest, boolean waits, Optional<String> waived,
        boolean withModel, int prepared, String file) {}
