package org.trabecula.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;

/// Files beside a manifest on any file system that Hadoop knows. Hadoop's paths are written out in full here, Java's are short.
///
/// @param folder        where relative names begin
/// @param configuration of Hadoop
record RemoteFiles(org.apache.hadoop.fs.Path folder, Configuration configuration) {
    private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

    /// Relative to the folder of `file`.
    static RemoteFiles beside(String file, Configuration configuration) {
        org.apache.hadoop.fs.Path parent = new org.apache.hadoop.fs.Path(file).getParent();
        return new RemoteFiles(parent == null ? new org.apache.hadoop.fs.Path("/") : parent, configuration);
    }

    /// @throws IllegalArgumentException for a name that is no path
    org.apache.hadoop.fs.Path path(String name) {
        return WITH_SCHEME.matcher(name).matches()
                ? new org.apache.hadoop.fs.Path(name)
                : new org.apache.hadoop.fs.Path(folder, name);
    }

    /// The file or folder `name` where Java can read it: itself on a local disk, else a copy in `into`. Of a pair of files (`.hdr`
    /// and `.img`) both halves come.
    ///
    /// @throws FileNotFoundException if it is not there
    Path local(String name, Path into) throws IOException {
        org.apache.hadoop.fs.Path remote = path(name);
        FileSystem system = remote.getFileSystem(configuration);
        if (system instanceof LocalFileSystem) {
            Path here = Path.of(remote.toUri().getPath());
            if (!Files.exists(here)) {
                throw new FileNotFoundException(here.toString());
            }
            return here;
        }
        FileStatus status = system.getFileStatus(remote);
        Path copy = Files.createDirectories(into).resolve(remote.getName());
        copy(system, status.getPath(), copy);
        if (name.endsWith(".hdr") || name.endsWith(".img")) {
            String stem = remote.getName().substring(0, remote.getName().length() - 4);
            String other = stem + (name.endsWith(".hdr") ? ".img" : ".hdr");
            org.apache.hadoop.fs.Path half = new org.apache.hadoop.fs.Path(remote.getParent(), other);
            if (system.exists(half)) {
                copy(system, half, into.resolve(other));
            }
        }
        return copy;
    }

    /// Without Hadoop's own check sums beside the copy.
    private static void copy(FileSystem system, org.apache.hadoop.fs.Path from, Path to) throws IOException {
        system.copyToLocalFile(false, from, new org.apache.hadoop.fs.Path(to.toUri()), true);
    }

    /// Names of the files in [#folder] that match, sorted; none where there is no such folder.
    List<String> names(Pattern wanted) throws IOException {
        FileSystem system = folder.getFileSystem(configuration);
        List<String> names = new ArrayList<>();
        try {
            for (FileStatus status : system.listStatus(folder)) {
                if (wanted.matcher(status.getPath().getName()).matches()) {
                    names.add(status.getPath().getName());
                }
            }
        } catch (FileNotFoundException _) {
            return List.of();
        }
        names.sort(null);
        return names;
    }
}
