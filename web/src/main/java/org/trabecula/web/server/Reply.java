package org.trabecula.web.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// What goes back to the browser.
public sealed interface Reply {
    /// As HTTP numbers it.
    int status();

    /// A body in memory.
    ///
    /// @param type such as `application/json`
    record Content(int status, String type, byte[] body) implements Reply {
        public static Content json(int status, String text) {
            return new Content(status, "application/json", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// A file as it lies on the disk.
    ///
    /// @param savedAs the name under which a browser saves it; empty for what the page itself reads
    record OfFile(String type, Path file, Optional<String> savedAs) implements Reply {
        @Override
        public int status() {
            return 200;
        }
    }

    /// A page with scripts of its own, such as a report: shown, and kept away from the room.
    record PageApart(Path file) implements Reply {
        @Override
        public int status() {
            return 200;
        }
    }

    /// Server-sent events for as long as there are any.
    record Events(EventSource source) implements Reply {
        @Override
        public int status() {
            return 200;
        }
    }

    /// To another address of the room.
    record Elsewhere(String location) implements Reply {
        @Override
        public int status() {
            return 303;
        }
    }

    /// Done, and nothing to say.
    record Nothing() implements Reply {
        @Override
        public int status() {
            return 204;
        }
    }

    /// Writes events until there are no more.
    @FunctionalInterface
    interface EventSource {
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }
}
