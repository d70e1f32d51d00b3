package org.trabecula.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trabecula.testkit.Reference;

/// Keeps the house as ARCHITECTURE.md draws it: which module may use which, and what only one room may touch.
class ArrowsPointDownTest {
    /// What each module may use, besides itself. The poms must not say more, and the classes must not do more.
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("core", Set.of()),
            Map.entry("image", Set.of("core")),
            Map.entry("table", Set.of("core")),
            Map.entry("stats", Set.of("core")),
            Map.entry("radiomics", Set.of("core", "image")),
            Map.entry("dicom", Set.of("core", "image")),
            Map.entry("deep", Set.of("core", "image")),
            Map.entry("learn", Set.of("core", "stats", "table")),
            Map.entry("cohort", Set.of("core", "table")),
            Map.entry("phantom", Set.of("core", "image")),
            Map.entry("outline", Set.of("core", "image")),
            Map.entry("figures", Set.of("core", "stats")),
            Map.entry("extraction", Set.of("core", "image", "table", "radiomics", "dicom", "deep", "cohort")),
            Map.entry("evaluation", Set.of("core", "stats", "table")),
            Map.entry("report", Set.of("core", "figures")),
            Map.entry(
                    "study",
                    Set.of(
                            "core", "image", "table", "stats", "radiomics", "deep", "learn", "cohort", "figures",
                            "extraction", "evaluation", "report")),
            Map.entry(
                    "web",
                    Set.of("core", "image", "table", "stats", "dicom", "outline", "learn", "cohort", "figures", "extraction", "evaluation", "report", "study")),
            Map.entry(
                    "cli",
                    Set.of(
                            "core", "image", "table", "stats", "radiomics", "dicom", "deep", "learn", "cohort",
                            "phantom", "figures", "extraction", "evaluation", "report", "study", "web")),
            Map.entry("spark", Set.of("core", "image", "table", "radiomics", "dicom", "deep", "cohort", "extraction")),
            Map.entry("benchmarks", Set.of("core", "image", "table", "stats", "radiomics", "deep", "phantom", "outline")),
            Map.entry("site", Set.of()));

    /// Rooms of tests alone, which have no classes of their own here, and what their poms may ask for. No room may ask for them.
    private static final Map<String, Set<String>> TESTS_ONLY = Map.of(
            "conformance", Set.of("cli", "spark", "benchmarks", "site"),
            "fuzz", Set.of("core", "image", "table", "radiomics", "dicom", "deep", "cohort", "extraction", "study"));

    /// Libraries that one module owns; others reach what they do through it.
    private static final Map<String, String> OWNED = Map.of(
            "picocli", "cli",
            "libsvm", "learn",
            "ml.dmlc", "learn",
            "io.github.metarank", "learn",
            "org.bytedeco", "deep",
            "de.siegmar.fastcsv", "table",
            "org.apache.spark", "spark",
            "org.apache.hadoop", "spark",
            "scala", "spark");

    /// Rooms that talk to people directly.
    private static final Set<String> PRINTING = Set.of("cli", "spark", "benchmarks");

    @Test
    void everyRoomIsImported() {
        Set<String> seen = new TreeSet<>();
        House.CLASSES.forEach(type -> seen.add(House.room(type.getPackageName())));
        seen.remove("testkit");
        assertThat(seen).containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
    }

    @Test
    void classesUseOnlyTheRoomsBelow() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass type : House.CLASSES) {
            String from = House.room(type.getPackageName());
            if (from.equals("testkit")) {
                continue;
            }
            type.getDirectDependenciesFromSelf().forEach(use -> {
                String to = House.room(use.getTargetClass().getPackageName());
                if (!to.isEmpty() && !to.equals(from) && !MAY_USE.getOrDefault(from, Set.of()).contains(to)) {
                    wrong.add(type.getName() + " uses " + use.getTargetClass().getName());
                }
                OWNED.forEach((library, owner) -> {
                    if (use.getTargetClass().getPackageName().startsWith(library) && !owner.equals(from)) {
                        wrong.add(type.getName() + " uses " + library + ", which belongs to " + owner);
                    }
                });
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theScienceNeverPrintsAndOnlyMainExits() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass type : House.CLASSES) {
            type.getMethodCallsFromSelf().forEach(call -> {
                if (call.getTargetOwner().isEquivalentTo(System.class) && call.getName().equals("exit")
                        && !type.getSimpleName().endsWith("Main")) {
                    wrong.add(call.getDescription());
                }
            });
            type.getFieldAccessesFromSelf().forEach(access -> {
                boolean stream = access.getTargetOwner().isEquivalentTo(System.class)
                        && (access.getName().equals("out") || access.getName().equals("err"));
                if (stream && !PRINTING.contains(House.room(type.getPackageName()))) {
                    wrong.add(access.getDescription());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void pomsAskForNoMoreThanTheDrawing() throws IOException {
        Pattern dependency = Pattern.compile("<artifactId>trabecula-([a-z]+)</artifactId>");
        for (Map.Entry<String, Set<String>> room :
                Stream.concat(MAY_USE.entrySet().stream(), TESTS_ONLY.entrySet().stream()).toList()) {
            String pom = Files.readString(Reference.root().resolve(room.getKey()).resolve("pom.xml"));
            Matcher named = dependency.matcher(pom);
            while (named.find()) {
                String other = named.group(1);
                if (!other.equals(room.getKey()) && !other.equals("testkit")) {
                    assertThat(room.getValue()).as("dependencies of " + room.getKey()).contains(other);
                }
            }
        }
    }

    @Test
    void everyPackageSaysWhatIsInItAndIsNullMarked() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String room : MAY_USE.keySet()) {
            Path sources = Reference.root().resolve(room).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                Set<Path> folders = new TreeSet<>();
                files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                        .forEach(file -> folders.add(file.getParent()));
                for (Path folder : folders) {
                    Path info = folder.resolve("package-info.java");
                    if (!Files.exists(info)
                            || !Files.readString(info).contains("@NullMarked")
                            || !Files.readString(info).startsWith("///")) {
                        wrong.add(info.toString());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
