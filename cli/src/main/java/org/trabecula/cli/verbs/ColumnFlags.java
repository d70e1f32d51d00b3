package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.correlation.Correlation;
import picocli.CommandLine.Option;

/// What `select` does to columns without a regression: redundancy, tests one by one, components, harmonisation.
final class ColumnFlags {
    @Option(names = "--redundancy", paramLabel = "R", description = "Only list features whose |correlation| is above R.")
    @Nullable Double redundancy;

    @Option(names = "--remove", paramLabel = "RULE", description = "Redundancy: most-redundant (default) or later-of-pair.")
    String remove = "most-redundant";

    @Option(
            names = "--correlation",
            paramLabel = "NAME",
            description = "Redundancy and heat map: spearman (default), pearson or kendall.")
    CorrelationKind correlation = CorrelationKind.SPEARMAN;

    @Option(
            names = "--univariate",
            paramLabel = "TEST",
            description = "Only test feature by feature: mannwhitney (R's choice of exact or normal), mannwhitney-normal, student,"
                    + " welch or auto (by Shapiro-Wilk).")
    @Nullable String univariate;

    @Option(
            names = "--adjust",
            paramLabel = "NAME",
            description = "Univariate: p adjusted by bh (default), by, holm, bonferroni or none.")
    String adjust = "bh";

    @Option(names = "--below", paramLabel = "P", description = "Univariate: keep adjusted p below P (default: 0.05).")
    double below = 0.05;

    @Option(names = "--pca", paramLabel = "K", description = "Only principal components, at most K.")
    @Nullable Integer components;

    @Option(names = "--combat", paramLabel = "COL", description = "Only harmonise (ComBat) the centres that this column names.")
    @Nullable String combat;

    @Option(
            names = "--combat-train",
            paramLabel = "COL",
            description = "ComBat: fit on the rows where COL says train, apply to all (default: fit on all).")
    @Nullable String combatTrain;

    @Option(
            names = "--covariates",
            split = ",",
            paramLabel = "COL",
            description = "ComBat: columns of numbers whose effect is kept (default: none).")
    List<String> covariates = List.of();

    @Option(names = "--non-parametric", description = "ComBat: no shape assumed for the centres' effects.")
    boolean nonParametric;

    /// The correlations to choose from.
    enum CorrelationKind {
        SPEARMAN,
        PEARSON,
        KENDALL;

        Matrix of(Matrix x, int jobs) {
            return switch (this) {
                case SPEARMAN -> Correlation.spearman(x, jobs);
                case PEARSON -> Correlation.pearson(x, jobs);
                case KENDALL -> Correlation.kendall(x, jobs);
            };
        }
    }

    /// Whether one of them is asked for.
    ///
    /// @throws UsageException for more than one
    boolean asked() {
        long count = Stream.of(redundancy, univariate, components, combat).filter(flag -> flag != null).count();
        if (count > 1) {
            throw new UsageException("give one of --redundancy, --univariate, --pca and --combat");
        }
        return count == 1;
    }

    /// Columns that are no features.
    List<String> used() {
        List<String> used = new ArrayList<>(covariates);
        if (combat != null) {
            used.add(combat);
        }
        if (combatTrain != null) {
            used.add(combatTrain);
        }
        return used;
    }
}
