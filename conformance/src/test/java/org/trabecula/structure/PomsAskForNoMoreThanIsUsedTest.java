package org.trabecula.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.testkit.Reference;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Each dependency of a pom is used by a class of that module: one for main by a class of main, one for tests by a test.
class PomsAskForNoMoreThanIsUsedTest {
    /// Where the classes of a library live. A library that is missing here fails the test until it has its line.
    private static final Map<String, String> PACKAGE_OF = Map.ofEntries(
            Map.entry("picocli", "picocli"),
            Map.entry("spark-core_2.13", "org.apache.spark"),
            Map.entry("hadoop-client-api", "org.apache.hadoop"),
            Map.entry("s3proxy", "org.gaul.s3proxy"),
            Map.entry("scala-library", "scala"),
            Map.entry("jackson-databind", "tools.jackson"),
            Map.entry("jackson-annotations", "com.fasterxml.jackson.annotation"),
            Map.entry("jackson-dataformat-yaml", "tools.jackson.dataformat.yaml"),
            Map.entry("snakeyaml-engine", "org.snakeyaml"),
            Map.entry("hardwood-core", "dev.hardwood"),
            Map.entry("fastcsv", "de.siegmar.fastcsv"),
            Map.entry("pdfbox", "org.apache.pdfbox"),
            Map.entry("ejml-ddense", "org.ejml"),
            Map.entry("commons-statistics-distribution", "org.apache.commons.statistics"),
            Map.entry("commons-numbers-gamma", "org.apache.commons.numbers.gamma"),
            Map.entry("libsvm", "libsvm"),
            Map.entry("xgboost4j_2.12", "ml.dmlc.xgboost4j"),
            Map.entry("lightgbm4j", "io.github.metarank.lightgbm4j"),
            Map.entry("javacpp", "org.bytedeco.javacpp"),
            Map.entry("pytorch", "org.bytedeco.pytorch"),
            Map.entry("commonmark", "org.commonmark.parser"),
            Map.entry("commonmark-ext-gfm-tables", "org.commonmark.ext.gfm.tables"),
            Map.entry("jmh-core", "org.openjdk.jmh"),
            Map.entry("junit-jupiter", "org.junit.jupiter"),
            Map.entry("jazzer-junit", "com.code_intelligence.jazzer"),
            Map.entry("selenium-chrome-driver", "org.openqa.selenium"),
            Map.entry("assertj-core", "org.assertj"),
            Map.entry("archunit", "com.tngtech.archunit"));

    /// Libraries that are loaded by another library and named by no class of ours, and by which.
    private static final Map<String, String> LOADED_BY = Map.of(
            "snappy-java", "hardwood-core, where a Parquet file is packed with Snappy",
            "hadoop-aws", "Hadoop, where an address begins with s3a",
            "s3-transfer-manager", "hadoop-aws, which asks for all of Amazon's library",
            "apache-client", "hadoop-aws, to speak HTTP",
            "sts", "hadoop-aws, for its list of who may know a key",
            "openblas", "pytorch, whose native library links it",
            "slf4j-nop", "archunit and lightgbm4j, which log through slf4j");

    /// Rooms whose compiled classes a module reads without naming one.
    private static final Map<String, Set<String>> READ_FROM_OUTSIDE =
            Map.of("conformance", Set.of("cli", "spark", "benchmarks", "site")); // the structure tests read their compiled classes

    /// What the root's dependencyManagement gives the scope `test`.
    private static final Set<String> MANAGED_FOR_TESTS = new HashSet<>(
            elements(Reference.root().resolve("pom.xml"), "dependency").stream()
                    .filter(element -> text(element, "scope").equals("test"))
                    .map(element -> text(element, "artifactId"))
                    .toList());

    private record Dependency(String artifact, boolean test, boolean natives) {}

    static List<String> modules() {
        return elements(Reference.root().resolve("pom.xml"), "module").stream().map(Element::getTextContent).toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyDependencyIsUsed(String module) throws IOException {
        Path folder = Reference.root().resolve(module);
        Set<String> main = packagesUsedByMain(module);
        String tests = importsOf(folder.resolve("src/test/java"));
        List<String> unused = new ArrayList<>();
        for (Dependency dependency : dependencies(folder.resolve("pom.xml"))) {
            String name = dependency.artifact;
            if (dependency.natives || LOADED_BY.containsKey(name)
                    || READ_FROM_OUTSIDE.getOrDefault(module, Set.of()).contains(name.replace("trabecula-", ""))) {
                continue;
            }
            String home = name.startsWith("trabecula-")
                    ? "org.trabecula." + name.substring("trabecula-".length())
                    : PACKAGE_OF.get(name);
            if (home == null) {
                throw new AssertionError("PACKAGE_OF has no line for " + name);
            }
            boolean used = Stream.of(home.split("\\|")).anyMatch(prefix -> dependency.test
                    ? tests.contains(prefix + ".")
                    : main.stream().anyMatch(one -> (one + ".").startsWith(prefix + ".")));
            if (!used) {
                unused.add(name + (dependency.test ? " (test)" : ""));
            }
        }
        assertThat(unused).as("dependencies in " + module + "/pom.xml that no class uses").isEmpty();
    }

    private static Set<String> packagesUsedByMain(String module) {
        Set<String> packages = new HashSet<>();
        for (JavaClass type : House.CLASSES) {
            if (House.room(type.getPackageName()).equals(module)) {
                type.getDirectDependenciesFromSelf().forEach(use -> packages.add(use.getTargetClass().getPackageName()));
            }
        }
        return packages;
    }

    /// The tests' sources as one text: only the classes of main are compiled where this test runs.
    private static String importsOf(Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static List<Dependency> dependencies(Path pom) {
        return elements(pom, "dependency").stream()
                .filter(element -> !element.getParentNode().getParentNode().getNodeName().equals("dependencyManagement"))
                .map(element -> {
                    String artifact = text(element, "artifactId");
                    boolean test = text(element, "scope").equals("test") || MANAGED_FOR_TESTS.contains(artifact);
                    return new Dependency(artifact, test, !text(element, "classifier").isEmpty());
                })
                .toList();
    }

    private static List<Element> elements(Path pom, String name) {
        try {
            NodeList found = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(Files.readString(pom))))
                    .getElementsByTagName(name);
            List<Element> elements = new ArrayList<>();
            for (int n = 0; n < found.getLength(); n++) {
                elements.add((Element) found.item(n));
            }
            return elements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(pom + " is no XML", e);
        }
    }

    private static String text(Element element, String child) {
        NodeList found = element.getElementsByTagName(child);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
