package org.trabecula.web.api;

import java.util.List;
import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.web.run.FinishedRun;
import org.trabecula.web.run.RunCase;
import org.trabecula.web.run.RunView;
import org.trabecula.web.server.Reply;
import org.trabecula.web.server.WebProblem;

/// The routes of a finished study.
///
/// @param run empty in a room without one
record RunRoutes(Optional<FinishedRun> run) {
    List<Route> routes() {
        return List.of(
                Route.get("/api/run", "The finished study", RunView.class, _ -> study().view()),
                Route.get("/api/run/cases", "Its cases with every model's score", RunCase[].class, _ -> study().cases()),
                Route.content("/api/run/cases/{n}/crop.png", "The network's picture of a case", "image/png", call ->
                        new Reply.OfFile("image/png", study().crop(Call.whole("the case", call.name("n"))), Optional.empty())),
                Route.content(FinishedRun.REPORT, "Its report, in a sandbox", "text/html", _ -> new Reply.PageApart(study().report())));
    }

    private FinishedRun study() {
        return run.orElseThrow(() -> new InputException(new Problem(
                WebProblem.NOT_YET, "the room", "no finished study", "a room with one", "start it as trabecula serve RUN")));
    }
}
