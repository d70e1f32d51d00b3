package org.trabecula.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trabecula.testkit.Reference;

/// What the program is shipped with names every jar. Plugins that skip what is not deployed once left the bill out without a word.
class ShippedBillTest {
    @Test
    void everyJarStandsInTheBillOfMaterials() throws IOException {
        Path dist = Reference.root().resolve("cli/target/dist");
        assumeTrue(Files.exists(dist.resolve("lib/trabecula.jar")), "the program is not packaged here");
        String bill = Files.readString(dist.resolve("trabecula-sbom.json"));
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> jars = Files.list(dist.resolve("lib"))) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                String name = jar.getFileName().toString().replaceFirst("-\\d.*", "").replaceFirst("\\.jar$", "");
                if (!name.equals("trabecula") && !bill.contains("\"name\" : \"" + name + "\"")) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
