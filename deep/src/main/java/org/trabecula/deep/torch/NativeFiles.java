package org.trabecula.deep.torch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.javacpp.Loader;

/// Where native libraries can lie: in jars of the class path, as Maven brings them, or as files in folders, as the distribution unpacks them.
///
/// @param classes     finds what is in the jars
/// @param libraryPath folders, as in the property `java.library.path`
/// @param platform    JavaCPP's name of this machine, such as `linux-x86_64`
record NativeFiles(ClassLoader classes, String libraryPath, String platform) {
    /// libtorch's folder in a jar; its build for CUDA has one of its own.
    private static final String FOLDER = "org/bytedeco/pytorch/";

    static NativeFiles ofThisProgram() {
        return new NativeFiles(
                NativeFiles.class.getClassLoader(), System.getProperty("java.library.path", ""), Loader.Detector.getPlatform());
    }

    /// Whether a part of libtorch is there, by its name without system's beginning and ending. Nothing is loaded.
    boolean hold(String library) {
        String file = System.mapLibraryName(library);
        return classes.getResource(FOLDER + platform + "/" + file) != null
                || classes.getResource(FOLDER + platform + "-gpu/" + file) != null
                || Arrays.stream(libraryPath.split(File.pathSeparator))
                        .anyMatch(folder -> !folder.isEmpty() && Files.isRegularFile(Path.of(folder, file)));
    }
}
