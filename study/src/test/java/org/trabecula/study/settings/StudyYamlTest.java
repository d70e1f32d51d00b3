package org.trabecula.study.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyYamlTest {
    @Test
    void whatIsWrittenReadsBackToTheSameSettings() {
        StudySettings paper = StudyYaml.preset("paper");
        assertThat(StudyYaml.parse(StudyYaml.write(paper), "study.yaml")).isEqualTo(paper);
    }

    @Test
    void aFileChangesOnlyWhatItNames() {
        StudySettings settings = StudyYaml.parse("seed: 7\nlasso: {lambda: 1se}\nnetwork:\n  weights: w.pth\n", "study.yaml");
        assertThat(settings.seed()).isEqualTo(7);
        assertThat(settings.lasso().lambda()).isEqualTo("1se");
        assertThat(settings.lasso().folds()).isEqualTo(StudyYaml.preset("paper").lasso().folds());
        assertThat(settings.network().weights()).contains("w.pth");
    }

    @Test
    void anUnknownKeyIsAnsweredWithTheNearestAndItsLine() {
        assertThatThrownBy(() -> StudyYaml.parse("seed: 1\nlasso:\n  fold: 5\nsplits: {}\n", "study.yaml"))
                .hasMessageContaining("STU-001")
                .hasMessageContaining("study.yaml, line 3")
                .hasMessageContaining("did you mean 'lasso.folds'?")
                .hasMessageContaining("line 4")
                .hasMessageContaining("did you mean 'split'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "split: {test: 1.5} | STU-002 | line 1",
                "crossfit: 1 | STU-002 | line 1",
                "crossfit: few | STU-002 | line 1",
                "crossfit: 2.5 | STU-002 | line 1",
                "preset: robust | STU-008 | preset",
                "preset: papre | STU-002 | did you mean 'paper'?",
                "seed: 1\\nseed: 2 | STU-003 | line 2",
                "seed: [1 | STU-003 | study.yaml"
            })
    void badValuesAreRefusedWithTheirPlace(String yaml, String code, String place) {
        assertThatThrownBy(() -> StudyYaml.parse(yaml.replace("\\n", "\n"), "study.yaml"))
                .hasMessageContaining(code)
                .hasMessageContaining(place);
    }
}
