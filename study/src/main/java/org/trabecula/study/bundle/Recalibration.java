package org.trabecula.study.bundle;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.core.Printable;
import org.trabecula.learn.Sound;
import org.trabecula.learn.model.ModelId;
import org.trabecula.stats.calibration.LogisticRecalibration;
import org.trabecula.stats.roc.Cutoff;

/// What was done to a model's probabilities after the study, in order: how each update came about, and the line it put on the
/// logit of every model. Signatures, classifiers and nomogram stay as the study fitted them.
///
/// @param updates at least one, the first first
public record Recalibration(List<Update> updates) {
    public Recalibration {
        updates = List.copyOf(updates);
        if (updates.isEmpty()) {
            throw new IllegalArgumentException("a recalibration without an update");
        }
    }

    /// What an update changes.
    public enum Kind {
        /// The intercept alone: the cohort has more or fewer cases than the model expects.
        INTERCEPT("intercept"),
        /// Intercept and slope: the model's probabilities are too extreme, or not extreme enough, as well.
        SLOPE("slope");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @JsonValue
        public String label() {
            return label;
        }
    }

    /// logit p becomes intercept + slope · logit p.
    ///
    /// @param slope > 0, so that the order of cases stays
    public record Line(double intercept, double slope) {
        public Line {
            Sound.finite("intercept and slope", intercept, slope);
            if (!(slope > 0)) {
                throw new IllegalArgumentException("a slope must be > 0, got " + slope);
            }
        }

        /// 0 and 1 stay.
        double apply(double p) {
            return p > 0 && p < 1
                    ? LogisticRecalibration.logistic(intercept + slope * LogisticRecalibration.logit(p))
                    : p;
        }
    }

    /// One update.
    ///
    /// @param original SHA-256 of the bundle that was updated
    /// @param cohort   name of the table that it was fitted to, without a folder
    /// @param cases    of the cohort that took part
    /// @param events   of them
    /// @param kind     what was fitted
    /// @param lines    by model; a model without one stays as it was
    public record Update(String original, String cohort, int cases, int events, Kind kind, Map<ModelId, Line> lines) {
        public Update {
            lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
            if (!original.matches("[0-9a-f]{64}") || cohort.isBlank() || !Printable.line(cohort).equals(cohort)) {
                throw new IllegalArgumentException("an update names the bundle by its SHA-256 and the cohort by a line of text");
            }
            if (events < 1 || cases <= events || lines.isEmpty()) {
                throw new IllegalArgumentException("an update is fitted to cases of both classes, for at least one model");
            }
        }
    }

    /// These updates and then another.
    Recalibration then(Update update) {
        List<Update> all = new ArrayList<>(updates);
        all.add(update);
        return new Recalibration(all);
    }

    /// The probability of a model after all updates.
    public double apply(ModelId model, double p) {
        double now = p;
        for (Update update : updates) {
            Line line = update.lines().get(model);
            now = line == null ? now : line.apply(now);
        }
        return now;
    }

    /// Probabilities of every model, in new arrays.
    Map<ModelId, double[]> apply(Map<ModelId, double[]> probabilities) {
        Map<ModelId, double[]> updated = new LinkedHashMap<>();
        probabilities.forEach((model, values) -> {
            double[] now = values.clone();
            for (int row = 0; row < now.length; row++) {
                now[row] = apply(model, now[row]);
            }
            updated.put(model, now);
        });
        return updated;
    }

    /// The cut-offs, moved with the probabilities: a case that was called positive stays positive.
    Map<ModelId, Cutoff> moved(Map<ModelId, Cutoff> cutoffs) {
        Map<ModelId, Cutoff> moved = new LinkedHashMap<>();
        cutoffs.forEach((model, cutoff) -> moved.put(model, new Cutoff(
                cutoff.rule(), apply(model, cutoff.threshold()), cutoff.direction(), cutoff.sensitivity(), cutoff.specificity())));
        return moved;
    }
}
