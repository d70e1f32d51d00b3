package org.trabecula.figures.nomogram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Variable;
import org.trabecula.stats.glm.CoxFit;
import org.trabecula.stats.glm.CoxRegression;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.LogisticRegression;
import org.trabecula.stats.glm.ModelTerms;
import org.trabecula.stats.glm.Ties;
import org.trabecula.stats.nomogram.NomogramModel;

/// Models fitted on 300 random cases: age, sex, level of the vertebra, a score.
public final class MadeUpModels {
    private static final int CASES = 300;
    private static final int[] ALL = IntStream.range(0, CASES).toArray();
    private static final List<String> LEVELS =
            List.of("T7", "T8", "T9", "T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5");

    private MadeUpModels() {}

    static Map<String, Variable> cases(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] age = new double[CASES];
        double[] score = new double[CASES];
        List<String> sex = new ArrayList<>();
        List<String> level = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            age[i] = Math.rint(10 * (45 + 45 * random.nextDouble())) / 10;
            score[i] = random.nextGaussian();
            sex.add(random.nextInt(3) == 0 ? "M" : "F");
            level.add(LEVELS.get(random.nextInt(LEVELS.size())));
        }
        Map<String, Variable> columns = new LinkedHashMap<>();
        columns.put("age", new Variable.Numbers("age", age));
        columns.put("sex", new Variable.Labels("sex", sex));
        columns.put("level", new Variable.Labels("level", level));
        columns.put("score", new Variable.Numbers("score", score));
        return columns;
    }

    public static NomogramModel logistic(String... terms) {
        Map<String, Variable> cases = cases(1);
        ModelTerms model = ModelTerms.learn(List.of(terms), cases);
        Matrix x = model.encode(cases, ALL);
        SplittableRandom random = new SplittableRandom(2);
        double[] y = new double[CASES];
        double[] age = numbers(cases, "age");
        double[] score = numbers(cases, "score");
        for (int i = 0; i < CASES; i++) {
            double eta = 1.3 * score[i] - 0.003 * Math.pow(age[i] - 70, 2) + 0.6;
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
        }
        LogisticFit fit = LogisticRegression.fit(x, y);
        return new NomogramModel(model, new NomogramModel.Fitted.Logistic(fit), fit.covariance(), cases, ALL);
    }

    static NomogramModel cox() {
        Map<String, Variable> cases = cases(1);
        ModelTerms model = ModelTerms.learn(List.of("rcs(age,3)", "sex", "score"), cases);
        SplittableRandom random = new SplittableRandom(3);
        double[] score = numbers(cases, "score");
        double[] time = new double[CASES];
        double[] event = new double[CASES];
        for (int i = 0; i < CASES; i++) {
            time[i] = Math.ceil(-600 * Math.log(random.nextDouble()) * Math.exp(-0.7 * score[i]));
            event[i] = random.nextInt(4) == 0 ? 0 : 1;
        }
        CoxFit fit = CoxRegression.fit(model.encode(cases, ALL), time, event, Ties.EFRON);
        return new NomogramModel(model, new NomogramModel.Fitted.Cox(fit, 365), fit.covariance(), cases, ALL);
    }

    private static double[] numbers(Map<String, Variable> cases, String name) {
        return ((Variable.Numbers) Objects.requireNonNull(cases.get(name), name)).values();
    }
}
