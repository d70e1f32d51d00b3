package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.core.Progress;
import org.trabecula.extraction.region.MaskPlacement;
import org.trabecula.image.Grid;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.study.input.StudyInputs;
import org.trabecula.study.settings.StudyYaml;

/// Whether a mask may be measured on an image does not depend on the verb that is asked.
class OneMaskPolicyTest {
    private static final List<String> VERBS = List.of(
            "extract @cases.csv --preset paper1648 -o @extract.csv",
            "check @cases.csv",
            "crop @cases.csv -o @crops --size 16",
            "embed @cases.csv --network resnet18 --size 32 -o @embed.csv",
            "gradcam @cases.csv --network resnet18 --size 32 -o @maps");

    @TempDir
    Path folder;

    private ExtractCases cases;

    @BeforeEach
    void makeImage() throws IOException {
        cases = new ExtractCases(folder);
        cases.image("ct.nii.gz", 1);
    }

    /// How a mask can lie to the image of 20 × 18 × 16 voxels, 0.8 × 0.8 × 1 mm, at (-10, 5, 100) mm.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the same grid                          | 20 18 16 | 0.8 0.8 1   | -10 5 100   |  1 | served
            a rounded header                       | 20 18 16 | 0.8 0.8 1   | -10.001 5 100 | 1 | served
            cropped from the same lattice          | 10 14 12 | 0.8 0.8 1   | -10 5 100   |  1 | served
            flipped from left to right             | 20 18 16 | 0.8 0.8 1   | 5.2 5 100   | -1 | served
            another size, the region inside        | 12 16 12 | 0.9 0.9 1.1 | -9.5 5.2 101 |  1 | served
            half a voxel beside                    | 20 18 16 | 0.8 0.8 1   | -9.6 5 100  |  1 | GEO-001
            another spacing in the same size       | 20 18 16 | 0.8 0.8 1.1 | -10 5 100   |  1 | GEO-001
            another size, the region outside       | 12 16 12 | 0.9 0.9 1.1 | -60 5 101   |  1 | GEO-001
            """)
    void everyVerbServesOrRefusesAlike(String what, String size, String spacing, String origin, int first, String answer)
            throws IOException {
        double[] n = numbers(size);
        double[] mm = numbers(spacing);
        double[] at = numbers(origin);
        Grid grid = new Grid(
                new Size((int) n[0], (int) n[1], (int) n[2]), new Spacing(mm[0], mm[1], mm[2]), new PointMm(at[0], at[1], at[2]),
                Mat3.diagonal(first, 1, 1));
        cases.mask("mask.nii.gz", grid, 1);
        cases.mask("good.nii.gz", ExtractCases.GRID, 1);
        cases.lines("cases.csv", "case_id,image,mask", "good,ct.nii.gz,good.nii.gz", "asked,ct.nii.gz,mask.nii.gz");
        // a network takes seconds to draw: two situations show that its verbs open cases as crop does
        boolean networks = what.equals("another size, the region inside") || what.equals("half a voxel beside");
        for (String verb : networks ? VERBS : VERBS.subList(0, 3)) {
            CommandLineRun run = CommandLineRun.of(verb.replace("@", folder + "/").split(" "));
            String told = run.err() + run.out();
            if (answer.equals("served") && verb.startsWith("check")) { // it finds the regions small, which is another matter
                assertThat(told).as(verb).doesNotContain("GEO-", "MSK-", "RAD-");
            } else if (answer.equals("served")) {
                assertThat(run.exit()).as(verb + "\n" + told).isZero();
            } else {
                assertThat(run.exit()).as(verb + "\n" + told).isEqualTo(4);
                assertThat(told).as(verb).contains(answer, "asked").doesNotContain("case good: mask");
            }
        }
    }

    /// `study` and `predict` open their cases by these settings.
    @Test
    void aStudyGoesByTheSameRule() {
        assertThat(StudyInputs.opener(StudyYaml.preset("paper").features(), Progress.NONE).placement()).isEqualTo(MaskPlacement.study());
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.strip().split(" +")).mapToDouble(Double::parseDouble).toArray();
    }
}
