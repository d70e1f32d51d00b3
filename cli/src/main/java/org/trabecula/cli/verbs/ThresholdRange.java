package org.trabecula.cli.verbs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.cli.frame.UsageException;

/// `--thresholds FROM:TO:STEP`: threshold probabilities as exact decimals, so that 0.07 is the double nearest to 0.07,
/// never 7 times 0.01.
final class ThresholdRange {
    static final String DEFAULT = "0.01:0.99:0.01";
    private static final int MOST = 100_000;

    private ThresholdRange() {}

    /// @throws UsageException unless the range holds at least one threshold, all within [0, 1)
    static double[] parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw refused(text, "three numbers are needed");
        }
        BigDecimal from = decimal(parts[0], text);
        BigDecimal to = decimal(parts[1], text);
        BigDecimal step = decimal(parts[2], text);
        if (from.compareTo(to) > 0) {
            throw refused(text, "it holds no threshold: FROM lies above TO");
        }
        if (step.signum() <= 0) {
            throw refused(text, "STEP must be above 0");
        }
        if (from.signum() < 0 || to.compareTo(BigDecimal.ONE) >= 0) {
            throw refused(text, "thresholds lie from 0 to below 1");
        }
        if (to.subtract(from).divideToIntegralValue(step).compareTo(BigDecimal.valueOf(MOST)) >= 0) {
            throw refused(text, "it holds more than " + MOST + " thresholds");
        }
        List<Double> values = new ArrayList<>();
        for (BigDecimal t = from; t.compareTo(to) <= 0; t = t.add(step)) {
            values.add(t.doubleValue());
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static BigDecimal decimal(String part, String text) {
        try {
            return new BigDecimal(part.strip());
        } catch (NumberFormatException e) {
            throw refused(text, "'" + part + "' is not a number");
        }
    }

    private static UsageException refused(String text, String why) {
        return new UsageException(
                "--thresholds is FROM:TO:STEP within 0 … 0.99, such as 0.05:0.95:0.05; got '" + text + "': " + why);
    }
}
