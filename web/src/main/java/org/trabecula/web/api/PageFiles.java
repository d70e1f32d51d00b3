package org.trabecula.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.web.server.Reply;
import org.trabecula.web.server.Asked;
import org.trabecula.web.server.WebProblem;

/// The files of the page: those of this list, out of the program's own jar, and no others.
final class PageFiles {
    private static final String FOLDER = "/org/trabecula/web/page";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /// Paths and their types.
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("/index.html", "text/html; charset=utf-8"),
            Map.entry("/room.css", "text/css; charset=utf-8"),
            Map.entry("/room.js", SCRIPT),
            Map.entry("/service.js", SCRIPT),
            Map.entry("/worklist.js", SCRIPT),
            Map.entry("/viewer.js", SCRIPT),
            Map.entry("/outline.js", SCRIPT),
            Map.entry("/pacs.js", SCRIPT),
            Map.entry("/prediction.js", SCRIPT),
            Map.entry("/nomogram.js", SCRIPT),
            Map.entry("/session.js", SCRIPT),
            Map.entry("/session-results.js", SCRIPT),
            Map.entry("/words.js", SCRIPT),
            Map.entry("/study.js", SCRIPT),
            Map.entry("/icon.svg", "image/svg+xml"),
            Map.entry("/vendor/niivue-0.69.0.umd.js", SCRIPT),
            Map.entry("/vendor/niivue-LICENSE.txt", "text/plain; charset=utf-8"));

    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    private static String named(String path) {
        return path.equals("/") ? "/index.html" : path;
    }

    boolean isKnown(String path) {
        return TYPES.containsKey(named(path));
    }

    /// @throws InputException WEB-004 for other paths, WEB-005 for other methods than GET and HEAD
    Reply answer(Asked asked) throws IOException {
        String file = named(asked.path());
        @Nullable String type = TYPES.get(file);
        if (type == null) {
            throw Routes.nothing(asked.path());
        }
        if (!asked.method().equals("GET") && !asked.method().equals("HEAD")) {
            throw new InputException(new Problem(WebProblem.METHOD, file, asked.method(), "GET", "open it in a browser"));
        }
        byte @Nullable [] bytes = read.get(file);
        if (bytes == null) {
            bytes = resource(file);
            read.put(file, bytes);
        }
        return new Reply.Content(200, type, bytes);
    }

    private static byte[] resource(String file) throws IOException {
        try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + file + " is not in the program");
            }
            return in.readAllBytes();
        }
    }
}
