package org.trabecula.learn.boosting;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Loads LightGBM's native library from a folder that nobody else can write to.
///
/// Left alone, lightgbm4j loads whatever lies under `lib_lightgbm.so` in the common temporary folder, whoever put it there, and leaves
/// its own copy behind. It asks where that folder is while its class is made, so it is told another one for that moment.
final class LightgbmLibrary {
    private static final String FOLDER = "java.io.tmpdir";

    private static boolean loaded;

    private LightgbmLibrary() {}

    /// Does nothing from the second time on.
    ///
    /// @throws LinkageError if this machine cannot load it
    static synchronized void load() throws IOException {
        if (loaded) {
            return;
        }
        Path own = Files.createTempDirectory("trabecula-lightgbm"); // for its owner only
        String common = System.getProperty(FOLDER);
        System.setProperty(FOLDER, own.toString());
        try {
            loaded = LGBMBooster.isNativeLoaded();
        } finally {
            System.setProperty(FOLDER, common);
            remove(own);
        }
        if (!loaded) {
            throw new UnsatisfiedLinkError("no LightGBM for " + System.getProperty("os.name") + " on " + System.getProperty("os.arch"));
        }
    }

    /// A library that is loaded needs its file no longer; where it does (Windows), the file goes when the process ends.
    private static void remove(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.toList();
        }
        for (Path path : Stream.concat(files.stream(), Stream.of(folder)).toList()) {
            try {
                Files.delete(path);
            } catch (IOException e) {
                folder.toFile().deleteOnExit(); // the last named goes first
                files.forEach(file -> file.toFile().deleteOnExit());
                return;
            }
        }
    }
}
