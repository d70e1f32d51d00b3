package org.trabecula.web.run;

import java.util.List;
import java.util.Optional;

/// A finished study as the page tells of it.
///
/// @param title     the folder's name
/// @param preset    that its settings began with
/// @param train     how many cases trained it
/// @param test      how many were kept apart
/// @param positive  what outcome 1 is called
/// @param negative  what outcome 0 is called
/// @param models    in the order of `scores.csv`, once for every kind of score
/// @param synthetic whether its patients are made up
/// @param warning   why it is not for new patients; empty where it may be
/// @param notes     of the run
/// @param report    where the report is found; empty where the folder holds none
public record RunView(
        String title, String preset, int train, int test, String positive, String negative, List<ScoredModel> models, boolean synthetic,
        Optional<String> warning, List<String> notes, Optional<String> report) {
    public RunView {
        models = List.copyOf(models);
        notes = List.copyOf(notes);
    }
}
