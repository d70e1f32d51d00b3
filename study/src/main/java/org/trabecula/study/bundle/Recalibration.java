package org.trabecula.study.bundle;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.Printable;
import org.trabecula.learn.Sound;
import org.trabecula.learn.model.ModelId;
import org.trabecula.stats.calibration.LogisticRecalibration;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.study.fit.LogisticModel;
import org.trabecula.table.FeatureTable;

/// What was done to a model's probabilities after the study, in order: how each update came about, and the line it put on the
/// logit of every model, or the model that it put in its place. Signatures and classifiers stay as the study fitted them.
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
        SLOPE("slope"),
        /// The coefficients of age, sex and score.
        REFIT("refit");

        /// Those that put a line on the logit.
        public static final List<Kind> LINES = List.of(INTERCEPT, SLOPE);

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @JsonValue
        public String label() {
            return label;
        }
    }

    /// What an update does to one model; told apart by their keys.
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(Line.class), @JsonSubTypes.Type(Refit.class)})
    public sealed interface Change permits Line, Refit {}

    /// A model in place of the one before, whatever had been done to that.
    ///
    /// @param model    of terms that the study's model has
    /// @param nomogram of it, for the model that has one
    /// @param cutoff   of its probabilities
    public record Refit(LogisticModel model, Optional<Nomogram> nomogram, Cutoff cutoff) implements Change {
        public Refit {
            Model.require(cutoff);
            nomogram.ifPresent(drawn -> Model.require(drawn, model.terms()));
        }

        /// @param terms with a column for each of the model's
        double[][] columns(FeatureTable terms) {
            return model.terms().stream().map(terms::column).toArray(double[][]::new);
        }
    }

    /// logit p becomes intercept + slope · logit p.
    ///
    /// @param slope > 0, so that the order of cases stays
    public record Line(double intercept, double slope) implements Change {
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
    /// @param lines    by model what became of it; a model without one stays as it was
    public record Update(String original, String cohort, int cases, int events, Kind kind, Map<ModelId, Change> lines) {
        public Update {
            lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
            if (!original.matches("[0-9a-f]{64}") || cohort.isBlank() || !Printable.line(cohort).equals(cohort)) {
                throw new IllegalArgumentException("an update names the bundle by its SHA-256 and the cohort by a line of text");
            }
            if (events < 1 || cases <= events || lines.isEmpty()) {
                throw new IllegalArgumentException("an update is fitted to cases of both classes, for at least one model");
            }
            if (lines.values().stream().anyMatch(change -> change instanceof Refit != (kind == Kind.REFIT))) {
                throw new IllegalArgumentException("a refit has models, another update lines, got " + kind);
            }
        }
    }

    /// These updates and then another.
    Recalibration then(Update update) {
        List<Update> all = new ArrayList<>(updates);
        all.add(update);
        return new Recalibration(all);
    }

    /// The probabilities of a model after all updates.
    ///
    /// @param p     as the study's model gives them; not written to
    /// @param terms of the same cases, of which a refitted model is made
    private double[] apply(ModelId model, double[] p, FeatureTable terms) {
        double[] now = p.clone();
        for (Update update : updates) {
            switch (update.lines().get(model)) {
                case Line line -> {
                    for (int row = 0; row < now.length; row++) {
                        now[row] = line.apply(now[row]);
                    }
                }
                case Refit refit -> now = refit.model().probabilities(refit.columns(terms));
                case null -> { } // as it was
            }
        }
        return now;
    }

    /// Probabilities that the model in force gives, the study's or that of its last refit, with the lines that were put on them since.
    ///
    /// @param p not written to
    public double[] afterRefit(ModelId model, double[] p) {
        double[] now = p.clone();
        int first = 0;
        for (int n = 0; n < updates.size(); n++) {
            if (updates.get(n).lines().get(model) instanceof Refit) {
                first = n + 1;
            }
        }
        for (Update update : updates.subList(first, updates.size())) {
            if (update.lines().get(model) instanceof Line line) {
                for (int n = 0; n < now.length; n++) {
                    now[n] = line.apply(now[n]);
                }
            }
        }
        return now;
    }

    /// Probabilities of every model, in new arrays.
    ///
    /// @param terms of the same cases
    Map<ModelId, double[]> apply(Map<ModelId, double[]> probabilities, FeatureTable terms) {
        Map<ModelId, double[]> updated = new LinkedHashMap<>();
        probabilities.forEach((model, values) -> updated.put(model, apply(model, values, terms)));
        return updated;
    }

    /// The cut-offs. A line moves them with the probabilities: a case that was called positive stays positive. A refitted model has its own.
    Map<ModelId, Cutoff> moved(Map<ModelId, Cutoff> cutoffs) {
        Map<ModelId, Cutoff> moved = new LinkedHashMap<>();
        cutoffs.forEach((model, cutoff) -> {
            Cutoff now = cutoff;
            for (Update update : updates) {
                now = switch (update.lines().get(model)) {
                    case Line line -> new Cutoff(
                            now.rule(), line.apply(now.threshold()), now.direction(), now.sensitivity(), now.specificity());
                    case Refit refit -> refit.cutoff();
                    case null -> now;
                };
            }
            moved.put(model, now);
        });
        return moved;
    }

    /// The model that the last refit put in place of the study's; empty where there was none.
    public Optional<Refit> refitted(ModelId model) {
        return updates.reversed().stream()
                .map(update -> update.lines().get(model))
                .filter(Refit.class::isInstance)
                .map(Refit.class::cast)
                .findFirst();
    }
}
