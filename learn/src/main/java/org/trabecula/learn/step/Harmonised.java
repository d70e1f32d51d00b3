package org.trabecula.learn.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trabecula.core.Shown;
import org.trabecula.learn.Sound;
import org.trabecula.learn.Training;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.exploration.HarmonisedFeatures;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Quantiles;
import org.trabecula.stats.combat.Combat;
import org.trabecula.stats.combat.CombatParameters;
import org.trabecula.table.FeatureTable;

/// Features without the shift and scale of their centre: ComBat with parametric empirical Bayes, fitted to training cases (after
/// protocol step 4, before step 5).
///
/// The centre of a case stands in the text column [#CENTRE] of its table, where no step takes it for a feature. The outcome is no
/// covariate: of a new case it is not known, so that its features could not be treated as those of the training cases were; and training
/// features that were moved by their own outcome would tell it. A case of a centre that was not harmonised, or of none, keeps its values, as
/// a case of the pooled training cases would whose centre has neither shift nor scale of its own.
///
/// Source: Johnson, Li and Rabinovic 2007, doi:10.1093/biostatistics/kxj037; Orlhac et al. 2022, doi:10.2967/jnumed.121.262464.
///
/// @param names         features, in the order of the parameters
/// @param combat        what was learned
/// @param covariates    text columns whose effect stays, in the order of the parameters
/// @param refusesOthers whether a new case of another centre should get no answer; told by [#warnings], this step changes nothing of it
public record Harmonised(List<String> names, CombatParameters combat, List<Covariate> covariates, boolean refusesOthers)
        implements FittedStep {
    /// Text column with the centre of each case; empty where it is not known.
    public static final String CENTRE = "centre";

    /// @param name    of a text column of numbers
    /// @param instead the training median, for a case without one
    public record Covariate(String name, double instead) {
        public Covariate {
            Sound.finite("what stands in for a covariate", instead);
        }

        /// One per row.
        private double[] of(FeatureTable table) {
            return column(table, name).stream().mapToDouble(cell -> cell.isEmpty() ? instead : Double.parseDouble(cell)).toArray();
        }
    }

    /// How centres are harmonised.
    ///
    /// @param fewest        training cases of a centre; one with fewer is left as it is
    /// @param covariates    text columns of numbers whose effect stays
    /// @param refusesOthers see [Harmonised]
    public record Rule(int fewest, List<String> covariates, boolean refusesOthers) {
        public Rule {
            covariates = List.copyOf(covariates);
            if (fewest < 2) {
                throw new IllegalArgumentException("a scale takes two cases, got " + fewest);
            }
        }
    }

    public Harmonised {
        names = List.copyOf(names);
        covariates = List.copyOf(covariates);
        Sound.names("harmonised features", names);
        Sound.names("covariates", covariates.stream().map(Covariate::name).toList());
        Sound.names("harmonised centres", combat.centres());
        Sound.count("parameters of features", combat.sigma().length, names.size());
        Sound.count("parameters of covariates", combat.coefficients().length, covariates.size());
    }

    @Override
    public List<String> inputs() {
        return names;
    }

    /// @param training with the text columns [#CENTRE] and those of the covariates, and without a missing value
    /// @return a step, or why there is none: fewer than two centres with enough training cases, or each of them with one class only
    /// @throws org.trabecula.core.InputException STA-109 if a covariate is fixed by the centre
    public static Attempt<Harmonised> fit(Training training, Rule rule) {
        List<String> centreOf = column(training.table(), CENTRE);
        Map<String, Integer> enough = counts(centreOf);
        enough.values().removeIf(count -> count < rule.fewest());
        if (enough.size() < 2) {
            return Attempt.without(tooFew(centreOf, rule));
        }
        int[] rows = IntStream.range(0, training.size()).filter(row -> enough.containsKey(centreOf.get(row))).toArray();
        List<String> centres = IntStream.of(rows).mapToObj(centreOf::get).toList();
        if (HarmonisedFeatures.isCentreTheClass(
                centres, IntStream.of(rows).mapToObj(row -> Integer.toString(training.outcome().y(row))).toList())) {
            return Attempt.without("each of the centres " + String.join(", ", enough.keySet())
                    + " has training cases of one class only: whatever is taken from a centre's features would be taken from its class");
        }
        FeatureTable fitted = training.table().cases(IntStream.of(rows).mapToObj(row -> training.rows().ids().get(row)).toList());
        List<Covariate> covariates = rule.covariates().stream()
                .flatMap(name -> covariate(fitted, name).stream())
                .toList();
        Combat combat = Combat.fit(Columns.matrix(fitted), centres, matrix(fitted, covariates), Combat.Prior.PARAMETRIC);
        return Attempt.with(new Harmonised(training.table().names(), combat.parameters(), covariates, rule.refusesOthers()));
    }

    private static Map<String, Integer> counts(List<String> centreOf) {
        Map<String, Integer> counts = new TreeMap<>();
        centreOf.stream().filter(centre -> !centre.isEmpty()).forEach(centre -> counts.merge(centre, 1, Integer::sum));
        return counts;
    }

    private static String tooFew(List<String> centreOf, Rule rule) {
        Map<String, Integer> counts = counts(centreOf);
        return switch (counts.size()) {
            case 0 -> "no centre is named";
            case 1 -> "one centre, " + counts.keySet().iterator().next();
            default -> "fewer than two centres have " + rule.fewest() + " training cases (" + counts.entrySet().stream()
                    .map(centre -> centre.getKey() + " " + centre.getValue())
                    .collect(Collectors.joining(", ")) + ")";
        };
    }

    /// Empty for a covariate with a single value, whose effect cannot be known.
    private static List<Covariate> covariate(FeatureTable fitted, String name) {
        double[] known = column(fitted, name).stream()
                .filter(cell -> !cell.isEmpty())
                .mapToDouble(Double::parseDouble)
                .sorted()
                .toArray();
        return known.length == 0 || known[0] == known[known.length - 1]
                ? List.of()
                : List.of(new Covariate(name, Quantiles.type7OfSorted(known, 0.5)));
    }

    private static Matrix matrix(FeatureTable table, List<Covariate> covariates) {
        double[][] columns = covariates.stream().map(one -> one.of(table)).toArray(double[][]::new);
        return covariates.isEmpty() ? new Matrix(table.rows(), 0, new double[0]) : Matrix.ofColumns(columns);
    }

    private static List<String> column(FeatureTable table, String name) {
        List<String> cells = table.texts().get(name);
        if (cells == null) { // a table whose cases come from nowhere would pass for one of strangers
            throw new IllegalArgumentException("a table to be harmonised has a text column " + name + ", got " + table.texts().keySet());
        }
        return cells;
    }

    @Override
    public FeatureTable apply(FeatureTable table) {
        List<String> centreOf = column(table, CENTRE);
        int[] rows = IntStream.range(0, table.rows()).filter(row -> combat.centres().contains(centreOf.get(row))).toArray();
        FeatureTable chosen = table.select(names);
        FeatureTable known = chosen.cases(IntStream.of(rows).mapToObj(table.caseIds()::get).toList());
        Matrix harmonised = Combat.of(combat).transform(
                Columns.matrix(known), IntStream.of(rows).mapToObj(centreOf::get).toList(), matrix(known, covariates));
        double[][] columns = new double[names.size()][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = chosen.column(column).clone();
            for (int row = 0; row < rows.length; row++) {
                columns[column][rows[row]] = harmonised.get(row, column);
            }
        }
        return new FeatureTable(table.caseIds(), table.texts(), names, columns);
    }

    /// Which cases of a table keep their values, by centre: a centre that is not among the harmonised ones, or none. In order of centres.
    public Map<String, Integer> left(FeatureTable table) {
        Map<String, Integer> left = new TreeMap<>();
        column(table, CENTRE).stream()
                .filter(centre -> !combat.centres().contains(centre))
                .forEach(centre -> left.merge(centre, 1, Integer::sum));
        return new LinkedHashMap<>(left);
    }

    /// What should be told of a case that keeps its values; empty where it is harmonised.
    public List<String> warnings(FeatureTable table, int row) {
        String centre = column(table, CENTRE).get(row);
        List<String> told = new ArrayList<>();
        if (!combat.centres().contains(centre)) {
            told.add((centre.isEmpty() ? "no centre is named" : "centre '" + centre + "' was not harmonised in the study")
                    + " (harmonised: " + String.join(", ", combat.centres()) + "): its features are taken as they are, like those of the pooled "
                    + "training cases");
        }
        return told;
    }

    /// What was done, for the table of steps.
    ///
    /// @param training what it was fitted to
    public String words(Training training) {
        List<String> centreOf = column(training.table(), CENTRE);
        String centres = combat.centres().stream().map(centre -> {
            int[] own = IntStream.range(0, training.size()).filter(row -> centreOf.get(row).equals(centre)).toArray();
            long positive = Arrays.stream(own).filter(row -> training.outcome().y(row) == 1).count();
            return centre + " (" + own.length + ", " + Shown.fixed(100.0 * positive / own.length, 0) + " % positive)";
        }).collect(Collectors.joining(", "));
        Map<String, Integer> left = left(training.table());
        return "ComBat over centres " + centres
                + (covariates.isEmpty() ? "" : "; effects kept: " + covariates.stream().map(Covariate::name).collect(Collectors.joining(", ")))
                + (left.isEmpty() ? "" : "; left as they are: " + left.entrySet().stream()
                        .map(one -> Shown.count(one.getValue(), "case") + (one.getKey().isEmpty() ? " of no named centre" : " of " + one.getKey()))
                        .collect(Collectors.joining(", ")));
    }
}
