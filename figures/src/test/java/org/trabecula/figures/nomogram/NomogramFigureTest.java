package org.trabecula.figures.nomogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.trabecula.figures.nomogram.NomogramLayout.Mark;
import org.trabecula.figures.nomogram.NomogramLayout.Row;
import org.trabecula.stats.nomogram.Axis;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.stats.nomogram.NomogramModel;

/// Where a drawn nomogram puts its ticks.
class NomogramFigureTest {
    private final NomogramModel model = MadeUpModels.logistic("rcs(age,4)", "sex", "level", "score");
    private final Nomogram nomogram = model.nomogram();
    private final NomogramLayout layout = NomogramLayout.of(nomogram, model.fitted().link(), "Probability of acute", v -> v);

    @Test
    void everyTickLiesUnderItsPoints() {
        for (int k = 0; k < nomogram.axes().size(); k++) {
            Axis axis = nomogram.axes().get(k);
            Row row = layout.variable(k);
            for (int m = 0; m < row.marks().size(); m++) {
                double points = (row.marks().get(m).x() - NomogramLayout.LEFT)
                        / (NomogramLayout.RIGHT - NomogramLayout.LEFT) * nomogram.maxPoints();
                assertThat(points).isCloseTo(axis.points().get(m), offset(1e-10));
            }
        }
    }

    @Test
    void aProbabilityTickLiesUnderItsTotalPoints() {
        for (Mark mark : layout.probability().marks()) {
            double total = (mark.x() - NomogramLayout.LEFT) / (NomogramLayout.RIGHT - NomogramLayout.LEFT) * layout.maxTotal();
            double eta = nomogram.linearPredictor(total);
            assertThat(model.fitted().link().probability(eta)).isCloseTo(Double.parseDouble(mark.label()), offset(1e-12));
        }
        assertThat(layout.probability().marks()).hasSizeGreaterThan(3);
    }

    @Test
    void everyLevelHasItsLabel() {
        assertThat(layout.variable(2).marks()).hasSize(11).allSatisfy(mark -> assertThat(mark.tier()).isNotZero());
    }

    @Test
    void aSplineThatTurnsBackHasLabelsOnBothSides() {
        assertThat(nomogram.axes().getFirst().monotone()).isFalse();
        assertThat(layout.variable(0).marks()).anySatisfy(mark -> assertThat(mark.tier()).isPositive());
        assertThat(layout.variable(0).marks()).anySatisfy(mark -> assertThat(mark.tier()).isNegative());
    }

    @Test
    void aCoxModelIsDrawn() {
        NomogramModel cox = MadeUpModels.cox();
        String svg = NomogramFigure.svg("t", cox.nomogram(), cox.fitted().link(), "No event up to 365", v -> v);
        assertThat(svg).startsWith("<svg ").endsWith("</svg>\n").contains("No event up to 365").doesNotContain("NaN");
    }
}
