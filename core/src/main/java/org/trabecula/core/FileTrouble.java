package org.trabecula.core;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/// What the operating system refused, in words for a refusal's "found".
public final class FileTrouble {
    private FileTrouble() {}

    public static String words(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "nothing there, or no folder to put it in";
            case AccessDeniedException _ -> "no permission";
            case FileAlreadyExistsException _ -> "a file, where a folder is needed";
            case NotDirectoryException _ -> "a file, where a folder is needed";
            case FileSystemException system when system.getReason() != null ->
                system.getReason().toLowerCase(Locale.ROOT);
            default -> String.valueOf(failure.getMessage());
        };
    }
}
