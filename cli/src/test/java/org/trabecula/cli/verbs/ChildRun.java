package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.cli.Main;

/// A command line in a process of its own, for what cannot be tried in this one: little memory, a sudden end.
final class ChildRun {
    private ChildRun() {}

    /// @param folder where the process' output is kept
    /// @param heap   such as `-Xmx512m`
    static Process start(Path folder, String heap, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap, "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
    }

    static String log(Path folder) throws IOException {
        return Files.readString(folder.resolve("child.log"));
    }
}
