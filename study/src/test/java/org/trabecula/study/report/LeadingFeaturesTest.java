package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.learn.signature.Signature;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;

class LeadingFeaturesTest {
    @Test
    void theCatalogueExplainsWhatWeighsMost() {
        List<Block> blocks = of(
                List.of("original_shape_Flatness", "wavelet-LLH_glszm_ZoneVariance", "log-sigma-2-0-mm-3D_firstorder_10Percentile"),
                -0.2, 0.5, 0.3);
        Block.Table table = (Block.Table) blocks.getFirst();
        assertThat(table.rows()).extracting(row -> row.getFirst().text()).containsExactly(
                "wavelet-LLH_glszm_ZoneVariance", "log-sigma-2-0-mm-3D_firstorder_10Percentile", "original_shape_Flatness");
        assertThat(table.rows()).extracting(row -> row.get(2).text()).containsExactly("acute", "acute", "chronic");
        assertThat(words(table)).contains("√(λ₃/λ₁)", "Σ p(i,j) (j − μ)²", "Laplacian of Gaussian with sigma 2.0 mm", "10th", "wavelet sub-band");
        assertThat(blocks.toString()).contains("λ₁ ≥ λ₂ ≥ λ₃");
    }

    @Test
    void componentsHaveNoMeaningAndThatIsSaid() {
        List<Block> blocks = of(List.of("pc_001", "pc_017"), 0.4, 0.1);
        assertThat(blocks.toString()).contains("no meaning that can be put into words");
    }

    @Test
    void onlyTheFirstOfManyAreShown() {
        List<Block> blocks = of(List.of("pc_001", "pc_002", "pc_003", "pc_004", "pc_005", "pc_006"), 1, 2, 3, 4, 5, 6);
        assertThat(((Block.Table) blocks.getFirst()).rows()).extracting(row -> row.getFirst().text())
                .containsExactly("pc_006", "pc_005", "pc_004", "pc_003", "pc_002");
        assertThat(((Block.Table) blocks.getFirst()).caption().toString()).contains("first 5 of 6 features");
    }

    @Test
    void columnsOfATableNobodyKnowsAreLeftAlone() {
        assertThat(of(List.of("f1", "my_column_x"), 1, -1)).isEmpty();
    }

    private static String words(Block.Table table) {
        return String.join(" ", table.rows().stream().flatMap(List::stream).map(Cell::text).toList());
    }

    private static List<Block> of(List<String> names, double... coefficients) {
        return LeadingFeatures.of("hcr", new Signature(0, names, coefficients, 0.1, ""), "acute", "chronic");
    }
}
