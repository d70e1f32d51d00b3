package org.trabecula.web.room;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Printable;
import org.trabecula.core.Problem;
import org.trabecula.web.server.WebProblem;

/// A file's name as a browser tells it, `folder/sub/IM-0001.dcm`, turned into a harmless one: only letters, digits and `. _ -`, never a dot
/// at the beginning, never out of its folder.
///
/// @param parts folders and the file, each harmless
record UploadName(List<String> parts) {
    private static final int LONGEST_PART = 100;
    private static final int DEEPEST = 12;

    UploadName {
        parts = List.copyOf(parts);
    }

    /// @throws InputException WEB-009 for a name that is absolute, goes up, or is nothing
    static UploadName of(String told) {
        List<String> parts = new ArrayList<>();
        for (String part : told.replace('\\', '/').split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\0') >= 0) {
                throw refused(told);
            }
            parts.add(harmless(part));
        }
        if (parts.size() > DEEPEST || told.matches("[A-Za-z]:.*")) {
            throw refused(told);
        }
        return new UploadName(parts);
    }

    /// The ending stays, by which a header finds the file of its voxels.
    private static String harmless(String part) {
        String plain = part.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "_");
        return plain.length() <= LONGEST_PART ? plain : plain.substring(plain.length() - LONGEST_PART);
    }

    Path in(Path folder) {
        Path at = folder;
        for (String part : parts) {
            at = at.resolve(part);
        }
        if (!at.normalize().startsWith(folder.normalize())) {
            throw refused(String.join("/", parts)); // cannot be; if it ever could, it must not pass
        }
        return at;
    }

    private static InputException refused(String told) {
        return new InputException(new Problem(
                WebProblem.FILE_NAME, "the upload", "'" + Printable.line(told) + "'", "a name such as folder/IM-0001.dcm, inside the upload's folder",
                "drop the folder itself"));
    }
}
