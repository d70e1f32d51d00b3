package org.trabecula.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.deep.crop.CropSettings;

/// The words of the job's command line.
class JobOptionsTest {
    @Test
    void wordsAreReadInAnyOrder() {
        JobOptions options = JobOptions.of(
                "extract", "--output", "s3a://bucket/out", "--label", "19,L1", "--params", "hdfs:///p.yaml", "--manifest", "cases.csv",
                "--part-rows", "7");
        assertThat(options).isEqualTo(new JobOptions(
                "cases.csv", new JobOptions.Asked.Params("hdfs:///p.yaml"), "s3a://bucket/out", List.of("19", "L1"), 7, 60));
    }

    @Test
    void aNetworkIsAskedForByItsWeights() {
        JobOptions options = JobOptions.of(
                "embed", "--weights", "s3a://bucket/resnet50.safetensors", "--manifest", "cases.csv", "--output", "out", "--size", "96",
                "--window", "-100,900");
        assertThat(options.asked()).isEqualTo(new JobOptions.Asked.Network(
                "s3a://bucket/resnet50.safetensors",
                new CropSettings(96, -100, 900, 2, CropSettings.Shape.STRETCHED, false, 0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            study                                                                   | the verb: extract or embed
            extract --manifest a --output b                                         | either --preset NAME or --params URI
            extract --manifest a --output b --preset original --params c            | either --preset NAME or --params URI
            extract --manifest a --preset original                                  | missing: --output
            extract --output b --preset original                                    | missing: --manifest
            extract --manifest a --manifest b                                       | --manifest is given twice
            extract --manifest                                                      | --manifest needs a value
            extract --manifst a                                                     | did you mean --manifest?
            embed --manifest a --output b                                           | missing: --weights
            embed --manifest a --output b --weights w --preset original             | unknown: --preset
            embed --manifest a --output b --weights w --window 3                    | --window takes LOW,HIGH
            embed --manifest a --output b --weights w --margin wide                 | --margin takes numbers
            extract --manifest a --output b --preset original --part-rows 0         | a whole number from 1, not '0'
            """)
    void whatCannotBeMeantIsSaid(String line, String message) {
        assertThatThrownBy(() -> JobOptions.of(line.split(" +")))
                .isInstanceOf(JobOptions.UsageException.class)
                .hasMessageContaining(message);
    }
}
