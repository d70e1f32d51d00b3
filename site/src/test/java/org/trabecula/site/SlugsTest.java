package org.trabecula.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// GitHub's own names, as its pages show them.
class SlugsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Five lines | five-lines",
        "DICOM: what is read, and what is refused | dicom-what-is-read-and-what-is-refused",
        "Largest & smallest | largest--smallest",
        "Größe (mm³) | größe-mm³",
        "snake_case and kebab-case | snake_case-and-kebab-case",
        "as-published | as-published",
        "Do 95 % intervals hold? | do-95--intervals-hold",
    })
    void headingsAreNamedAsOnGitHub(String heading, String name) {
        assertThat(new Slugs().of(heading)).isEqualTo(name);
    }

    @Test
    void aSecondHeadingOfTheSameWordsGetsANumber() {
        Slugs slugs = new Slugs();
        assertThat(slugs.of("Settings")).isEqualTo("settings");
        assertThat(slugs.of("Settings")).isEqualTo("settings-1");
        assertThat(slugs.of("Settings")).isEqualTo("settings-2");
    }
}
