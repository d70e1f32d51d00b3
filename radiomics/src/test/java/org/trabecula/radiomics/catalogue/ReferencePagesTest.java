package org.trabecula.radiomics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.trabecula.radiomics.ibsi.IbsiFeature;
import org.trabecula.testkit.Reference;

/// The tables in the committed pages are those of the catalogue. To write them again after the catalogue has changed:
/// `mvn -pl radiomics -am test -Dtest=ReferencePagesTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true`.
class ReferencePagesTest {
    private static final String BEGIN = "<!-- generated from the catalogue: ReferencePagesTest says how -->\n";
    private static final String END = "<!-- end of what is generated -->\n";

    @Test
    void everyFeatureIsOnThePageOfFeatures() throws IOException {
        holds("features.md", FeaturesPage.tables());
    }

    @Test
    void everyDifferenceIsOnThePageOfDifferences() throws IOException {
        holds("why-numbers-differ.md", DifferencesPage.tables());
    }

    @Test
    void everyItemOfTheStandardIsOnThePageOfCoverage() throws IOException {
        holds("coverage.md", CoveragePage.tables());
    }

    /// Both ways: the page is made from the standard's catalogue, the profile from the enumeration.
    @Test
    void everyFeatureOfTheStandardsCatalogueIsComputed() {
        assertThat(Ibsi1Coverage.catalogue()).allMatch(row -> Ibsi1Coverage.feature(row).isPresent());
        assertThat(IbsiFeature.values()).hasSize(Ibsi1Coverage.features());
    }

    /// 36 maps and 22 tests of 18 statistics: what the standard counts.
    @Test
    void everyTestOfTheStandardsFiltersIsOnThePageOfCoverage() {
        assertThat(Ibsi2Coverage.maps()).hasSize(36);
        assertThat(Ibsi2Coverage.statistics()).isEqualTo(396);
    }

    @Test
    void everyVersionChangeIsOfSomeFeature() {
        for (VersionChange change : VersionChange.all()) {
            assertThat(Catalogue.features()).as(change.text()).anyMatch(f -> VersionChange.of(f).contains(change));
        }
    }

    private static void holds(String file, String tables) throws IOException {
        Path path = Reference.root().resolve("docs").resolve(file);
        String page = Files.readString(path);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        assertThat(page).contains(BEGIN, END);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(path, page.substring(0, begin) + tables + page.substring(end));
        } else {
            assertThat(page.substring(begin, end)).as("docs/" + file + ", see ReferencePagesTest").isEqualTo(tables);
        }
    }
}
