package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The code that a result is kept under: that of the jar or the folder which a class comes from, wherever that lies.
class VersionTest {
    private static final String FILE = Probe.class.getName().replace('.', '/') + ".class";

    /// A class that needs no other.
    static final class Probe {}

    private static byte[] bytes() throws IOException {
        try (InputStream in = Probe.class.getResourceAsStream("/" + FILE)) {
            return in.readAllBytes();
        }
    }

    private static Path jar(Path file, String more) throws IOException {
        Files.createDirectories(file.getParent());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(FILE));
            out.write(bytes());
            out.putNextEntry(new ZipEntry("more.txt"));
            out.write(more.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static String code(Path source) throws IOException, ClassNotFoundException {
        try (URLClassLoader classes = new URLClassLoader(new URL[] {source.toUri().toURL()}, null)) {
            return Version.ofCode(classes.loadClass(Probe.class.getName()));
        }
    }

    @Test
    void aJarIsKnownByWhatIsInIt(@TempDir Path folder) throws IOException, ClassNotFoundException {
        String here = code(jar(folder.resolve("a.jar"), "one"));
        assertThat(code(jar(folder.resolve("Ärzte 1/b.jar"), "one"))).as("elsewhere").isEqualTo(here);
        assertThat(code(jar(folder.resolve("c.jar"), "two"))).as("other content").isNotEqualTo(here);
    }

    @Test
    void aFolderIsKnownByWhatIsInIt(@TempDir Path folder) throws IOException, ClassNotFoundException {
        for (String name : new String[] {"a", "Ärzte 1"}) {
            Path file = folder.resolve(name).resolve(FILE);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes());
        }
        String here = code(folder.resolve("a"));
        assertThat(code(folder.resolve("Ärzte 1"))).isEqualTo(here);
        Path other = folder.resolve("b").resolve(FILE);
        Files.createDirectories(other.getParent());
        Files.write(other, bytes());
        Files.writeString(folder.resolve("b/more.txt"), "one");
        assertThat(code(folder.resolve("b"))).as("other content").isNotEqualTo(here);
    }

    @Test
    void classesOfOneSourceNameItOnce() {
        assertThat(Version.ofCode(Version.class, Problem.class)).isEqualTo(Version.ofCode(Version.class));
    }
}
