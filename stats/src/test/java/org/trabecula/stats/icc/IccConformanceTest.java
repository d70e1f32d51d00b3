package org.trabecula.stats.icc;

import static org.trabecula.stats.StatsReference.number;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.stats.Compared;
import org.trabecula.stats.StatsReference;
import tools.jackson.databind.JsonNode;

/// psych 2.2.9 `ICC(lmer = FALSE)` and irr 0.84.1 `icc` in R; made by `scripts/03_icc.R`.
class IccConformanceTest {
    /// Nothing varies, readings are identical, or only the reader differs: R's figures are rounding noise there, ours are
    /// checked in IccTest.
    private static final Set<String> DEGENERATE = Set.of("f002", "f003", "f004");

    private final Compared compared = new Compared("stats/icc");
    private final JsonNode reference = StatsReference.json("icc/icc.json.gz");
    private final StatsReference.Table table = StatsReference.table("reproducibility");

    @ParameterizedTest
    @ValueSource(strings = {"inter", "intra", "three"})
    void sixFormsAreThoseOfPsychAndIrr(String design) {
        for (Map.Entry<String, JsonNode> feature : reference.get(design).properties()) {
            if (!DEGENERATE.contains(feature.getKey())) {
                compare(feature.getKey(), readings(design, feature.getKey()), feature.getValue());
            }
        }
        compared.report();
    }

    @Test
    void theExampleOfShroutAndFleissIsReproduced() {
        JsonNode r = reference.get("shrout_fleiss_1979");
        double[][] x = new double[r.get("data").size()][];
        for (int i = 0; i < x.length; i++) {
            x[i] = StatsReference.numbers(r.get("data").get(i));
        }
        compare("Shrout and Fleiss", x, r);
        compared.report();
    }

    private double[][] readings(String design, String feature) {
        double[] values = table.numbers(feature);
        int n = values.length / 3; // rows: reader 1 session 1, reader 1 session 2, reader 2 session 1
        int[] raters = switch (design) {
            case "inter" -> new int[] {0, 2};
            case "intra" -> new int[] {0, 1};
            default -> new int[] {0, 1, 2};
        };
        double[][] x = new double[n][raters.length];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < raters.length; j++) {
                x[i][j] = values[raters[j] * n + i];
            }
        }
        return x;
    }

    private void compare(String feature, double[][] x, JsonNode r) {
        IntraclassCorrelation ours = IntraclassCorrelation.of(x, 0.95, AgreementLimits.SHROUT_FLEISS);
        MeanSquares ms = ours.meanSquares();
        // relative to the largest mean square: a small one is a difference of large readings
        double scale = Math.max(ms.msb(), Math.max(ms.msw(), ms.msj()));
        compared.close(feature + " MSB", ms.msb() / scale, number(r.get("ms").get("MSB")) / scale, 1e-12);
        compared.close(feature + " MSW", ms.msw() / scale, number(r.get("ms").get("MSW")) / scale, 1e-12);
        compared.close(feature + " MSJ", ms.msj() / scale, number(r.get("ms").get("MSJ")) / scale, 1e-12);
        compared.close(feature + " MSE", ms.mse() / scale, number(r.get("ms").get("MSE")) / scale, 1e-12);
        JsonNode psych = r.get("psych_aov");
        for (IccForm form : IccForm.values()) {
            int k = form.ordinal();
            one(feature + " psych", ours.form(form), at(psych, "icc", k), at(psych, "F", k), at(psych, "df2", k),
                    at(psych, "p", k), at(psych, "lower", k), at(psych, "upper", k));
        }
        IntraclassCorrelation wong = IntraclassCorrelation.of(x, 0.95, AgreementLimits.MCGRAW_WONG);
        String[] keys = {
            "oneway__single", "twoway_agreement_single", "twoway_consistency_single",
            "oneway__average", "twoway_agreement_average", "twoway_consistency_average"
        };
        for (IccForm form : IccForm.values()) {
            JsonNode irr = r.get("irr").get(keys[form.ordinal()]);
            one(feature + " irr", wong.form(form), number(irr.get("icc")), number(irr.get("F")), number(irr.get("df2")),
                    number(irr.get("p")), number(irr.get("lower")), number(irr.get("upper")));
        }
    }

    private static double at(JsonNode psych, String what, int k) {
        return number(psych.get(what).get(k));
    }

    /// An ICC is a quotient of differences of mean squares, which agree to 1e-12 of the largest of them: where subjects differ
    /// little, the difference loses one or two digits more. Limits and p go through F quantiles and tails of both programs'
    /// own, each right to some 1e-13. The worst of all values is 2e-11 (29 November 2026), so 1e-10 leaves a
    /// digit for another processor's `log` and `pow`; a wrong form, df or limit moves the second digit of a value.
    private void one(String feature, Icc ours, double icc, double f, double df2, double p, double lower, double upper) {
        String what = feature + " " + ours.form().label();
        compared.close(what, ours.icc(), icc, 1e-10);
        compared.relative(what + " F", ours.f(), f, 1e-10);
        compared.relative(what + " df2", ours.df2(), df2, 1e-10);
        compared.relative(what + " p", ours.p(), p, 1e-10);
        compared.close(what + " lower", ours.lower(), lower, 1e-10);
        compared.close(what + " upper", ours.upper(), upper, 1e-10);
    }
}
