package org.trabecula.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.testkit.Reference;

/// Segmentations and structure sets through the verbs: what is measured on them is what is measured on the same region as a label map. (Of first-order
/// features: shape depends on the last digits of a grid, which a header may round.)
class DicomMasksTest {
    private static final Path CASES = Reference.root().resolve("cli/src/test/resources/cases");

    @TempDir
    Path folder;

    private CommandLineRun typed(String line) {
        return CommandLineRun.typed(line.replace("CASES", CASES.toString()), folder);
    }

    /// The cells behind the case's name.
    private String measured(CommandLineRun run, String table) throws IOException {
        assertThat(run.exit()).as(run.err()).isZero();
        String row = Files.readAllLines(folder.resolve(table)).get(1);
        return row.substring(row.indexOf(','));
    }

    @ParameterizedTest
    @CsvSource({"dicom-rt-no-series-reference, rs.dcm, L3", "dicom-seg-wrong-derivation, seg.dcm, L1", "dicom-rt-subvoxel, rs.dcm, lung"})
    void measuresWhatTheSameRegionAsALabelMapMeasures(String name, String mask, String label) throws IOException {
        String ct = "CASES/" + name + "/ct";
        String drawn = "CASES/" + name + "/" + mask;
        assertThat(typed("convert " + drawn + " --reference " + ct + " --label " + label + " -o @mask.nrrd").exit()).isZero();
        Files.writeString(folder.resolve("params.yaml"), "featureClass:\n  firstorder:\nsetting:\n  additionalInfo: false\n");
        String own = measured(typed("extract " + ct + " " + drawn + " --label " + label + " --params @params.yaml -o @own.csv"), "own.csv");
        String map = measured(typed("extract " + ct + " @mask.nrrd --params @params.yaml -o @map.csv"), "map.csv");
        assertThat(own).isEqualTo(map);
    }

    @Test
    void aManifestNamesAFileOrAFolderThatHoldsOne() throws IOException {
        Files.createDirectories(folder.resolve("seg"));
        Path from = CASES.resolve("dicom-seg-wrong-derivation");
        Files.copy(from.resolve("seg.dcm"), folder.resolve("seg/one.dcm"));
        copied(from.resolve("ct"), folder.resolve("ct"));
        Files.writeString(folder.resolve("cases.csv"), """
                case_id,patient_id,image,mask,label
                a,p1,ct,seg/one.dcm,L1
                b,p1,ct,seg,1
                """);
        Files.writeString(folder.resolve("params.yaml"), "featureClass:\n  firstorder:\nsetting:\n  additionalInfo: false\n");
        CommandLineRun run = typed("extract @cases.csv --params @params.yaml -o @out.csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("7 frames name another slice than the one where their position puts them");
        List<String> rows = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).substring(1)).isEqualTo(rows.get(2).substring(1));
        CommandLineRun check = typed("check @cases.csv");
        assertThat(check.out() + check.err())
                .contains("2 cases", "case a, line 2: mask one.dcm, label L1", "394 of 394 voxels belong to case b too");
    }

    /// The folder of the series may hold its structure set: it is image and mask at once.
    @Test
    void oneFolderMayHoldBoth() throws IOException {
        Path from = CASES.resolve("dicom-rt-oblique");
        copied(from.resolve("ct"), folder.resolve("all"));
        Files.copy(from.resolve("rs.dcm"), folder.resolve("all/rs.dcm"));
        CommandLineRun run = typed("convert @all --reference @all --label L1 -o @mask.nii.gz --json");
        assertThat(run.exit()).as(run.err()).isZero();
        Files.copy(from.resolve("rs.dcm"), folder.resolve("all/again.dcm"));
        CommandLineRun several = typed("convert @all --reference @all --label L1 -o @again.nii.gz");
        assertThat(several.exit()).isEqualTo(3);
        assertThat(several.err()).contains("DCM-016", "again.dcm", "rs.dcm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            convert CASES/dicom-rt-oblique/rs.dcm --label L1                                                        | 3 | DCM-015 & --reference
            convert CASES/dicom-rt-oblique/rs.dcm                                                                   | 3 | DCM-007 & --label
            convert CASES/dicom-rt-oblique/rs.dcm --reference CASES/dicom-rt-oblique/ct --label L7                  | 3 | MSK-002
            convert CASES/dicom-rt-oblique/rs.dcm --reference CASES/dicom-seg-frame-gaps/ct --label L1              | 3 | DCM-014
            convert CASES/dicom-seg-frame-gaps/seg.dcm --reference CASES/dicom-rt-subvoxel/ct --label L1            | 3 | DCM-014
            extract CASES/dicom-rt-subvoxel/ct CASES/dicom-seg-frame-gaps/seg.dcm --label L1                        | 3 | DCM-014
            """)
    void whatDoesNotBelongTogetherIsRefused(String line, int exit, String said) throws IOException {
        Path output = folder.resolve(line.startsWith("convert") ? "x.nii.gz" : "x.csv");
        CommandLineRun run = typed(line + " -o @" + output.getFileName());
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.err()).contains(said.split(" & ")).doesNotContain("\tat ");
        assertThat(Files.exists(output)).isFalse();
    }

    private static void copied(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
