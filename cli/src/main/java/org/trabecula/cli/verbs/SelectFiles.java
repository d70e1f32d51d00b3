package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.stats.FitProblem;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;

/// The small files that `select` takes: lambdas, penalty factors.
final class SelectFiles {
    private SelectFiles() {}

    /// Numbers separated by blanks, commas, semicolons or line breaks; a word in the first place is a heading.
    static double[] numbers(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw StatsTable.refused(FitProblem.PENALTY, file.toString(), "no such file", "a file of numbers",
                    "check the path; relative paths start at the current folder");
        }
        List<Double> numbers = new ArrayList<>();
        String[] words = text.strip().split("[\\s,;]+");
        for (int k = 0; k < words.length; k++) {
            try {
                numbers.add(Double.parseDouble(words[k].replace("\"", "")));
            } catch (NumberFormatException e) {
                if (k > 0) {
                    throw StatsTable.refused(FitProblem.PENALTY, file.toString(), "'" + words[k] + "'",
                            "numbers separated by blanks, commas or line breaks", "correct that entry");
                }
            }
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// A table `name,factor`; features that it does not name have 1.
    static double[] factors(Path file, List<String> features) {
        TextTable table = DelimitedText.read(file);
        double[] given = table.numbers("factor");
        double[] factors = new double[features.size()];
        Arrays.fill(factors, 1);
        for (int row = 0; row < table.rowCount(); row++) {
            int place = features.indexOf(table.cell(row, "name"));
            if (place < 0) {
                throw StatsTable.refused(FitProblem.PENALTY, file + ", line " + table.line(row),
                        "'" + table.cell(row, "name") + "'", "the name of one of the features",
                        "correct the name, or add the column to --features");
            }
            factors[place] = given[row];
        }
        return factors;
    }
}
