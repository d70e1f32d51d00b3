package org.trabecula.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The whole site: every page below `docs`, their pictures, search, and Javadoc if wanted.
public final class Site {
    private static final String FIRST = "docs/README.md";
    private static final List<String> FILES = List.of("site.css", "site.js");

    private final Path root;
    private final Optional<Path> jars;

    /// @param root the repository
    /// @param jars where the libraries of the radiomics engine lie, if its Javadoc is to stand beside the pages
    public Site(Path root, Optional<Path> jars) {
        this.root = root;
        this.jars = jars;
    }

    /// Writes the site. A folder that is there is replaced, if it is a site.
    ///
    /// @throws IOException if a page links to what is not there, or the folder holds something else
    public void write(Path folder) throws IOException {
        Map<String, Page> bySource = pages();
        Page first = Optional.ofNullable(bySource.get(FIRST)).orElseThrow(() -> new IOException("no " + FIRST + " in " + root));
        Contents contents = Contents.of(first, bySource);
        Links links = new Links(root, bySource);
        bySource.values().forEach(links::rewrite);
        if (!links.broken().isEmpty()) {
            throw new IOException("links to what is not there:\n  " + String.join("\n  ", links.broken()));
        }
        clear(folder);
        PageHtml html = new PageHtml(contents, jars.isPresent());
        for (Page page : bySource.values()) {
            Path file = folder.resolve(page.target());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, html.of(page));
        }
        for (String picture : links.files()) {
            Path copy = folder.resolve(picture.substring("docs/".length()));
            Files.createDirectories(copy.toAbsolutePath().getParent());
            Files.copy(root.resolve(picture), copy, StandardCopyOption.REPLACE_EXISTING);
        }
        for (String name : FILES) {
            try (InputStream in = Site.class.getResourceAsStream(name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
        if (jars.isPresent()) {
            ApiPages.write(root, jars.get(), folder.resolve("api"));
        }
        // last: whoever looks for it finds a whole site
        Files.writeString(folder.resolve("index.js"), SearchIndex.script(bySource.values()));
    }

    private Map<String, Page> pages() throws IOException {
        Map<String, Page> pages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".md")).toList()) {
                String source = root.relativize(file).toString().replace('\\', '/');
                String target = source.equals(FIRST) ? "index.html" : source.replaceFirst("^docs/", "").replaceFirst("\\.md$", ".html");
                pages.put(source, PageReader.read(source, target, Files.readString(file)));
            }
        }
        return pages;
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent() && !Files.exists(folder.resolve("site.js"))) {
                throw new IOException(folder + " holds something else");
            }
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
