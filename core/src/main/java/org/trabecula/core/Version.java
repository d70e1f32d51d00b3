package org.trabecula.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Which program this is: for people by its name in the jar's manifest or the module's descriptor, for finished work by the code itself.
public final class Version {
    private static final Map<Path, String> CODE = new ConcurrentHashMap<>();
    private static final int DIGITS = 16;

    private Version() {}

    /// Such as `0.1.0-SNAPSHOT`; `development` when not run from a jar.
    public static String text() {
        ModuleDescriptor module = Version.class.getModule().getDescriptor();
        String version = module == null // on the class path: a module's manifest is not read
                ? Version.class.getPackage().getImplementationVersion()
                : module.rawVersion().orElse(null);
        return version == null ? "development" : version;
    }

    /// Names the code that computes something: [#text] and a hash of the classes of the modules that the given classes
    /// belong to. A program built again from the same sources has the same; one built from others has another, also where
    /// its name has not changed (two builds of one snapshot).
    ///
    /// @param ofEach one class of each module that decides the result
    public static String ofCode(Class<?>... ofEach) {
        return text() + " " + Arrays.stream(ofEach)
                .map(Version::source)
                .distinct()
                .map(source -> CODE.computeIfAbsent(source, Version::hash).substring(0, DIGITS))
                .collect(Collectors.joining(" "));
    }

    /// The jar or the folder of classes that a class comes from. It is told by where the class's file lies, for the code source of a class
    /// that was loaded from an ahead-of-time cache has no location (JDK 25).
    private static Path source(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        URL url = type.getResource("/" + file);
        if (url == null) {
            throw new IllegalStateException(type.getName() + " comes from no file");
        }
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            return Path.of(new URI(url.toString().substring(0, url.toString().length() - file.length())));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("a class path entry that is no file: " + url, e);
        }
    }

    private static String hash(Path source) {
        MessageDigest digest = Hash.digest();
        try {
            if (Files.isDirectory(source)) {
                addFolder(source, digest);
            } else {
                addJar(source, digest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Hash.hex(digest.digest());
    }

    private static void addFolder(Path folder, MessageDigest digest) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : sorted) {
                digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
    }

    /// Names and checksums stand in the jar's directory, so nothing is unpacked; times of entries do not count.
    private static void addJar(Path jar, MessageDigest digest) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(entry.getCrc()).array());
            }
        }
    }
}
