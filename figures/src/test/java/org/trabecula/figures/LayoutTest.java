package org.trabecula.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every example and every hard case can be read: no text beyond the edge, over other text, or struck through.
class LayoutTest {
    @TestFactory
    List<DynamicTest> everyWordCanBeRead() {
        Map<String, String> figures = new LinkedHashMap<>(Examples.all());
        figures.keySet().removeAll(List.of("correlation", "confusion")); // words on coloured ground, below
        figures.putAll(HardExamples.all());
        figures.remove("confusion: long names");
        return figures.entrySet().stream()
                .map(figure -> DynamicTest.dynamicTest(
                        figure.getKey(), () -> assertThat(SvgLayout.of(figure.getValue()).faults()).isEmpty()))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wordsOnColourStayApartAndInside() {
        Map<String, String> figures = new LinkedHashMap<>(HardExamples.maps());
        figures.put("correlation", Examples.correlation(26));
        figures.put("confusion", Examples.confusion());
        figures.put("confusion, long names", HardExamples.all().getOrDefault("confusion: long names", ""));
        return figures.entrySet().stream()
                .map(figure -> DynamicTest.dynamicTest(figure.getKey(), () -> assertThat(SvgLayout.of(figure.getValue()).faults())
                        .filteredOn(fault -> !fault.contains("runs through"))
                        .isEmpty()))
                .toList();
    }

    @Test
    void theCheckSeesWhatItIsFor() {
        Svg svg = new Svg(100, 50, "t")
                .text(90, 20, "beyond", Svg.Anchor.START)
                .text(10, 20, "under", Svg.Anchor.START)
                .text(20, 22, "over", Svg.Anchor.START)
                .text(10, 45, "struck", Svg.Anchor.START)
                .path(new SvgPath().move(0, 42).line(100, 42), Pen.THIN);
        assertThat(SvgLayout.of(svg.document()).faults()).hasSize(3);
        assertThat(SvgLayout.of(svg.document()).faults().toString())
                .contains("'beyond' leaves", "'under' and 'over' overlap", "runs through 'struck'");
    }
}
