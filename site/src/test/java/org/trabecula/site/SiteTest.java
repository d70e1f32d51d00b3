package org.trabecula.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.testkit.Reference;

/// The site of this repository: every link leads somewhere, every page can be reached and found.
class SiteTest {
    private static final Pattern LINK = Pattern.compile(" (?:href|src)=\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile(" id=\"([^\"]*)\"");

    @TempDir
    static Path folder;

    private static Path site;

    @BeforeAll
    static void make() throws IOException {
        site = folder.resolve("a site");
        new Site(Reference.root(), Optional.empty()).write(site);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static List<String> all(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file)).results().map((MatchResult match) -> match.group(1)).toList();
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int followed = 0;
        for (Path page : pages()) {
            for (String link : all(LINK, page)) {
                if (link.matches("(?i)[a-z]+:.*")) {
                    continue;
                }
                String[] parts = link.split("#", 2);
                Path to = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
                followed++;
                if (!Files.isRegularFile(to) || parts.length == 2 && !all(NAME, to).contains(parts[1])) {
                    broken.add(site.relativize(page) + ": " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(followed).isGreaterThan(500);
    }

    @Test
    void everyPageOfTheRepositoryIsAPageAndStandsInTheContents() throws IOException {
        TreeSet<String> linked = new TreeSet<>(all(LINK, site.resolve("index.html")));
        for (Path page : pages()) {
            assertThat(linked).contains(site.relativize(page).toString().replace('\\', '/'));
        }
        try (Stream<Path> sources = Files.walk(Reference.root().resolve("docs"))) {
            assertThat(pages()).hasSize((int) sources.filter(file -> file.toString().endsWith(".md")).count());
        }
    }

    /// README and its like are no pages, but they link to them.
    @Test
    void linksBesideThePagesLeadSomewhereToo() throws IOException {
        Map<String, Page> bySource = new TreeMap<>();
        Path root = Reference.root();
        try (Stream<Path> inDocs = Files.walk(root.resolve("docs")); Stream<Path> atTop = Files.list(root)) {
            for (Path file : Stream.concat(inDocs, atTop).filter(one -> one.toString().endsWith(".md")).toList()) {
                String source = root.relativize(file).toString().replace('\\', '/');
                bySource.put(source, PageReader.read(source, source, Files.readString(file)));
            }
        }
        assertThat(bySource).containsKeys("README.md", "CONTRIBUTING.md", "docs/library.md");
        Links links = new Links(root, bySource);
        bySource.values().forEach(links::rewrite);
        assertThat(links.broken()).isEmpty();
    }

    @Test
    void aLinkToNothingIsAnError(@TempDir Path repository) throws IOException {
        Path docs = Files.createDirectories(repository.resolve("docs"));
        Files.writeString(docs.resolve("README.md"), "# A\n\n[x](gone.md) [y](b.md#gone) [z](b.md#there) [file](../pom.xml)\n");
        Files.writeString(docs.resolve("b.md"), "# B\n\n## There\n");
        Files.writeString(repository.resolve("pom.xml"), "");
        Site made = new Site(repository, Optional.empty());
        assertThatThrownBy(() -> made.write(repository.resolve("out")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("docs/README.md: gone.md\n")
                .hasMessageContaining("docs/README.md: b.md#gone")
                .hasMessageNotContaining("b.md#there");
        assertThat(repository.resolve("out")).doesNotExist();
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("thesis.txt"), "ten years");
        assertThatThrownBy(() -> new Site(Reference.root(), Optional.empty()).write(other)).hasMessageContaining("something else");
        assertThat(other.resolve("thesis.txt")).hasContent("ten years");
    }

    @Test
    void theSameTextGivesTheSameBytes(@TempDir Path again) throws IOException {
        Path second = again.resolve("site");
        new Site(Reference.root(), Optional.empty()).write(second);
        for (Path page : pages()) {
            assertThat(second.resolve(site.relativize(page))).hasSameBinaryContentAs(page);
        }
        assertThat(second.resolve("index.js")).hasSameBinaryContentAs(site.resolve("index.js"));
    }

    /// In a browser, opened as a file: what a reader types, and the page that has to be among what is shown; empty for nothing.
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "rescale intercept, dicom.html",
        "obuchowski dicomdir, ''",
        "mask_inter second outlines, study.html",
        "coin area, reading-a-report.html",
        "calibration slope, evaluation.html",
        "GEO-001, errors.html",
        "module path jlink, library.html",
    })
    void searchFindsWordsOfThePages(String words, String expected) throws IOException, InterruptedException {
        Path chromium = Path.of("/usr/bin/chromium");
        assumeTrue(Files.isExecutable(chromium), "no browser");
        String shown = shown(chromium, site.resolve("classifiers.html").toUri() + "?q=" + words.replace(" ", "%20"));
        String found = shown.substring(shown.indexOf("<div id=\"found\""), shown.indexOf("<div class=\"columns\""));
        List<String> links = LINK.matcher(found).results().map(match -> match.group(1).replaceFirst("#.*", "")).toList();
        if (expected.isEmpty()) {
            assertThat(links).isEmpty();
            assertThat(found).contains("Nothing found");
        } else {
            assertThat(links).contains(expected);
            assertThat(found).contains("<mark>");
        }
    }

    private static String shown(Path chromium, String page) throws IOException, InterruptedException {
        Path out = folder.resolve("dom.html");
        Process browser = new ProcessBuilder(
                        chromium.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000",
                        "--user-data-dir=" + folder.resolve("profile"), "--dump-dom", page)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(browser.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
