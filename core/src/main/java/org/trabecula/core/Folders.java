package org.trabecula.core;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// What is done with whole folders.
public final class Folders {
    private Folders() {}

    /// Removes a folder with everything in it. One that is not there, or that another removes meanwhile, is no fault; links are removed, not
    /// followed.
    ///
    /// @throws IOException if a file in it cannot be removed
    public static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return removed(file);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                return ifGone(why);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, IOException why) throws IOException {
                return why == null ? removed(inner) : ifGone(why);
            }
        });
    }

    private static FileVisitResult removed(Path one) throws IOException {
        Files.deleteIfExists(one);
        return FileVisitResult.CONTINUE;
    }

    private static FileVisitResult ifGone(IOException why) throws IOException {
        if (why instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw why;
    }
}
