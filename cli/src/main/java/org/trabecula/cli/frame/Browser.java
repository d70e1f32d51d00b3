package org.trabecula.cli.frame;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The user's browser, started by the system's own command: a Java without a screen opens nothing.
public final class Browser {
    private Browser() {}

    /// Whether a browser was asked to open the page; it runs on by itself.
    public static boolean open(URI page) {
        List<String> words = new ArrayList<>(command(System.getProperty("os.name")));
        words.add(page.toString());
        try {
            new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static List<String> command(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("win") ? List.of("rundll32", "url.dll,FileProtocolHandler")
                : List.of(name.contains("mac") ? "open" : "xdg-open");
    }
}
