package org.trabecula.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What is done with whole folders.
public final class Folders {
    private Folders() {}

    /// Removes a folder with everything in it. One that is not there, or that another removes meanwhile, is no fault; links are removed, not
    /// followed.
    ///
    /// @throws IOException if a file in it cannot be removed
    public static void remove(Path folder) throws IOException {
        List<Path> inmostFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            inmostFirst = all.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException e) {
            return;
        }
        for (Path one : inmostFirst) {
            Files.deleteIfExists(one);
        }
    }
}
