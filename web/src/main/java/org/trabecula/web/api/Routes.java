package org.trabecula.web.api;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.trabecula.core.InputException;
import org.trabecula.core.Printable;
import org.trabecula.core.Problem;
import org.trabecula.web.server.Reply;
import org.trabecula.web.server.Asked;
import org.trabecula.web.server.Replies;
import org.trabecula.web.server.WebProblem;

/// Finds the route of a request: the page's own files, or one of the list.
public final class Routes implements Replies {
    private static final String API = "/api/";

    private final List<Route> routes;
    private final PageFiles files;

    Routes(List<Route> routes, PageFiles files) {
        this.routes = List.copyOf(routes);
        this.files = files;
    }

    @Override
    public Reply to(Asked asked) throws IOException, InterruptedException {
        if (!asked.path().startsWith(API)) {
            return files.answer(asked);
        }
        TreeSet<String> methods = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> names = names(route, asked.path());
            if (names.isPresent()) {
                if (route.method().equals(asked.method())) {
                    return route.handling().handle(new Call(asked, names.get()));
                }
                methods.add(route.method());
            }
        }
        if (!methods.isEmpty()) {
            throw new InputException(new Problem(
                    WebProblem.METHOD, Printable.line(asked.path()), asked.method(), String.join(" or ", methods), "look at /api/openapi.json"));
        }
        throw nothing(asked.path());
    }

    static InputException nothing(String path) {
        return new InputException(new Problem(
                WebProblem.NOTHING_HERE, Printable.line(path), "nothing", "an address of /api/openapi.json, or the page itself", "begin at /"));
    }

    @Override
    public String pattern(String method, String path) {
        if (!path.startsWith(API)) {
            return files.isKnown(path) ? path : "(no such page)";
        }
        for (Route route : routes) {
            if (route.method().equals(method) && fits(route, path)) {
                return route.path();
            }
        }
        return "(no such route)";
    }

    private static boolean fits(Route route, String path) {
        String[] wanted = route.path().split("/", -1);
        String[] given = path.split("/", -1);
        boolean fits = wanted.length == given.length;
        for (int n = 0; fits && n < wanted.length; n++) {
            fits = wanted[n].startsWith("{") ? !given[n].isEmpty() : wanted[n].equals(given[n]);
        }
        return fits;
    }

    /// What stands for the names of the route's path; empty if the path is not the route's.
    private static Optional<Map<String, String>> names(Route route, String path) {
        if (!fits(route, path)) {
            return Optional.empty();
        }
        String[] wanted = route.path().split("/", -1);
        String[] given = path.split("/", -1);
        Map<String, String> names = new HashMap<>();
        for (int n = 0; n < wanted.length; n++) {
            if (wanted[n].startsWith("{")) {
                names.put(wanted[n].substring(1, wanted[n].length() - 1), Asked.decoded(given[n]));
            }
        }
        return Optional.of(names);
    }
}
