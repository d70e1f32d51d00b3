package org.trabecula.radiomics.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The tables of `docs/coverage.md`.
final class CoveragePage {
    private CoveragePage() {}

    static String tables() {
        return "\n" + totals() + Ibsi1Coverage.tables() + Ibsi2Coverage.tables();
    }

    private static String totals() {
        long maps = Ibsi2Coverage.maps().size();
        long computedMaps = Ibsi2Coverage.mapsWithConsensus() + Ibsi2Coverage.mapsComputedTwice();
        return MarkdownTable.of(
                List.of("part", "items", "computed", "held against consensus", "held against a second computation", "not computed"),
                Stream.of(
                        row("IBSI 1, features", Ibsi1Coverage.features(), Ibsi1Coverage.features(), Ibsi1Coverage.featuresWithConsensus(), 0),
                        row("IBSI 1, values of the features", Ibsi1Coverage.values(), Ibsi1Coverage.values(), Ibsi1Coverage.values(), 0),
                        row("IBSI 2, response maps", maps, computedMaps, Ibsi2Coverage.mapsWithConsensus(), Ibsi2Coverage.mapsComputedTwice()),
                        row(
                                "IBSI 2, statistics of responses", Ibsi2Coverage.statistics(), Ibsi2Coverage.statisticsComputed(),
                                Ibsi2Coverage.statisticsWithConsensus(), Ibsi2Coverage.statisticsComputedTwice())));
    }

    private static List<String> row(String part, long items, long computed, long consensus, long twice) {
        return Stream.of(
                        Stream.of(part),
                        Stream.of(items, computed, consensus, twice, items - computed).map(n -> String.format(Locale.ROOT, "%,d", n)))
                .flatMap(cells -> cells)
                .toList();
    }
}
