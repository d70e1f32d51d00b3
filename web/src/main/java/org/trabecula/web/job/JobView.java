package org.trabecula.web.job;

import java.util.List;
import java.util.Optional;
import org.trabecula.web.server.RefusalDocument;

/// A job as the page sees it at one moment.
///
/// @param what     it does, in words
/// @param position in the queue, 1 for the next; 0 once it runs
/// @param step     the part of the work that is under way; empty before the first
/// @param done     items of the step
/// @param items    in all; 0 when unknown
/// @param notes    what was assumed
/// @param result   of a job that is done
/// @param problems of one that was refused
public record JobView(
        String id, String what, JobState state, int position, String step, int done, int items, List<String> notes,
        Optional<Object> result, List<RefusalDocument.Told> problems) {
    public JobView {
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }
}
