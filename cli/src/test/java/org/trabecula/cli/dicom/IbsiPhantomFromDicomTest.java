package org.trabecula.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.LatticeMap;
import org.trabecula.image.Mask;
import org.trabecula.image.Placement;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.radiomics.ibsi.IbsiFeature;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import org.trabecula.testkit.ReferenceTable;

/// The IBSI's CT phantom as the hospital sent it, 60 slices and a structure set, beside the NIfTI files that the IBSI made of them.
class IbsiPhantomFromDicomTest {
    private static final ImageFormats FORMATS = StandardFormats.ALL.with(new DicomFormat());

    @TempDir
    Path folder;

    private static Path phantom(String name) {
        Optional<Path> found = Reference.whole("ibsi/ct_phantom/" + name);
        assumeTrue(found.isPresent(), "the CT phantom's licence keeps it out of the repository");
        return found.get();
    }

    private static Mask contours(ImageFile image) throws IOException {
        var labels = FORMATS.labels(phantom("dicom/mask"), Placement.STATED, image);
        return labels.mask(labels.label("GTV-1"));
    }

    @Test
    void theImageEqualsTheNiftiFileVoxelForVoxel() throws IOException {
        Volume dicom = FORMATS.open(phantom("dicom/image")).read();
        Volume nifti = FORMATS.open(phantom("image.nii.gz"), Placement.ASSUME_LPS).read();
        LatticeMap map = LatticeMap.between(nifti.grid(), dicom.grid()).orElseThrow();
        long differ = 0;
        Grid grid = nifti.grid();
        for (int k = 0; k < grid.size().k(); k++) {
            for (int j = 0; j < grid.size().j(); j++) {
                for (int i = 0; i < grid.size().i(); i++) {
                    int[] at = map.apply(i, j, k);
                    differ += dicom.at(at[0], at[1], at[2]) == nifti.at(i, j, k) ? 0 : 1;
                }
            }
        }
        assertThat(dicom.grid().size().voxels()).isEqualTo(grid.size().voxels());
        assertThat(differ).isZero();
        Conformance.compared("ibsi1/dicom", grid.size().voxels());
    }

    @Test
    void theContoursGiveTheNiftiMask() throws IOException {
        ImageFile image = FORMATS.open(phantom("dicom/image"));
        Mask ours = contours(image);
        Mask theirs = FORMATS.labels(phantom("mask.nii.gz"), Placement.ASSUME_LPS).mask(1);
        LatticeMap map = LatticeMap.between(theirs.grid(), image.grid()).orElseThrow();
        long differ = 0;
        Grid grid = theirs.grid();
        for (int k = 0; k < grid.size().k(); k++) {
            for (int j = 0; j < grid.size().j(); j++) {
                for (int i = 0; i < grid.size().i(); i++) {
                    int[] at = map.apply(i, j, k);
                    differ += ours.at(at[0], at[1], at[2]) == theirs.at(i, j, k) ? 0 : 1;
                }
            }
        }
        assertThat(ours.voxelCount()).isEqualTo(theirs.voxelCount());
        assertThat(differ).as("voxels at the contour's edge").isZero(); // measured; none of the edges runs through a voxel's centre
        Conformance.compared("ibsi1/dicom", grid.size().voxels());
    }

    @ParameterizedTest(name = "configuration {0}")
    @ValueSource(strings = {"A", "C"})
    void consensusValuesAreReproduced(String configuration) throws IOException {
        agrees(configuration);
    }

    @Tag("slow")
    @ParameterizedTest(name = "configuration {0}")
    @ValueSource(strings = {"B", "D", "E"})
    void theOtherConfigurationsToo(String configuration) throws IOException {
        agrees(configuration);
    }

    /// Three significant digits were published, with a tolerance (`ConsensusTest` of the room radiomics).
    private void agrees(String configuration) throws IOException {
        Path table = folder.resolve("ibsi.csv");
        CommandLineRun run = CommandLineRun.of(
                "extract", phantom("dicom/image").toString(), phantom("dicom/mask").toString(), "--label", "GTV-1", "--preset", "ibsi",
                "--configuration", configuration, "-o", table.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(table);
        String[] names = lines.get(0).split(",");
        String[] cells = lines.get(1).split(",", -1);
        Map<String, String> values = new HashMap<>();
        for (int n = 0; n < names.length; n++) {
            values.put(names[n], cells[n]);
        }
        List<String> misses = new ArrayList<>();
        int compared = 0;
        for (Map<String, String> row : ReferenceTable.rows(Reference.core("ibsi/ibsi1_consensus.csv"))) {
            if (ReferenceTable.cell(row, "config").equalsIgnoreCase(configuration)) {
                String aggregation = ReferenceTable.cell(row, "aggregation_tag");
                String column = IbsiFeature.valueOf(ReferenceTable.cell(row, "short_name").toUpperCase(Locale.ROOT)).column()
                        + (aggregation.equals("DHQ4") ? "" : "_" + aggregation);
                double expected = Double.parseDouble(ReferenceTable.cell(row, "value"));
                double tolerance = Double.parseDouble(ReferenceTable.cell(row, "tolerance"));
                double rounded = new BigDecimal(values.get(column)).round(new MathContext(3, RoundingMode.HALF_UP)).doubleValue();
                if (!(Math.abs(rounded - expected) <= tolerance + 1e-9 * Math.abs(expected))) {
                    misses.add(column + ": " + values.get(column) + ", consensus " + expected + " ± " + tolerance);
                }
                compared++;
            }
        }
        assertThat(misses).isEmpty();
        assertThat(compared).isGreaterThan(200);
        Conformance.compared("ibsi1/dicom", compared);
    }
}
