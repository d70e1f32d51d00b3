package org.trabecula.study.written;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.trabecula.core.AtomicFile;
import org.trabecula.report.Report;
import org.trabecula.study.folder.RunFolder;

/// `figures/`: the drawn figures of the report, one SVG each, named as the report's links name them.
public final class FigureFiles {
    private static final String FOLDER = "figures";
    private static final String ENDING = ".svg";

    private FigureFiles() {}

    /// What an earlier run left there and this report has not is taken away.
    public static void write(RunFolder run, Report report) throws IOException {
        Map<String, String> drawings = report.drawings();
        Path folder = run.at(FOLDER);
        Files.createDirectories(folder);
        for (Map.Entry<String, String> drawing : drawings.entrySet()) {
            AtomicFile.writeText(folder.resolve(drawing.getKey() + ENDING), drawing.getValue());
        }
        try (DirectoryStream<Path> there = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : there) {
                String name = file.getFileName().toString();
                if (!drawings.containsKey(name.substring(0, name.length() - ENDING.length()))) {
                    Files.delete(file);
                }
            }
        }
    }
}
