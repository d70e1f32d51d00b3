package org.trabecula.evaluation.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.trabecula.stats.samplesize.DevelopmentSize;
import org.trabecula.stats.samplesize.Precision;
import org.trabecula.stats.samplesize.ValidationSize;

/// The document of the verb `plan`.
///
/// @param development empty when not asked for
/// @param available   cases that there are, to be compared with what a development needs
/// @param validation  empty when not asked for
public record SampleSizeDocument(
        Optional<DevelopmentSize> development, OptionalInt available, Optional<ValidationSize> validation) {

    public Map<String, @Nullable Object> object() {
        JsonObject document = new JsonObject();
        development.ifPresent(size -> {
            JsonObject object = of(size);
            available.ifPresent(cases -> object.put("available", available(size, cases).map()));
            document.put("development", object.map());
        });
        validation.ifPresent(size -> document.put("validation", of(size).map()));
        return document.map();
    }

    private static JsonObject of(DevelopmentSize size) {
        return new JsonObject()
                .put("candidate_features", size.parameters())
                .put("prevalence", size.fit().prevalence())
                .put("cox_snell_r2", size.fit().coxSnell())
                .put("largest_cox_snell_r2", size.fit().largest())
                .put("nagelkerke_r2", size.fit().nagelkerke())
                .put("shrinkage", size.shrinkage())
                .put("criteria", List.of(
                        criterion("shrinkage", size, size.ofShrinkage()),
                        criterion("optimism", size, size.ofOptimism()),
                        criterion("overall_risk", size, size.ofOverallRisk())))
                .put("cases", size.cases())
                .put("events", size.events())
                .put("events_per_candidate_feature", size.eventsPerParameter(size.cases()))
                .put("expected_shrinkage", size.expectedShrinkage(size.cases()));
    }

    private static Map<String, @Nullable Object> criterion(String name, DevelopmentSize size, int cases) {
        return new JsonObject()
                .put("criterion", name)
                .put("cases", cases)
                .put("events_per_candidate_feature", size.eventsPerParameter(cases))
                .map();
    }

    private static JsonObject available(DevelopmentSize size, int cases) {
        return new JsonObject()
                .put("cases", cases)
                .put("events_per_candidate_feature", size.eventsPerParameter(cases))
                .put("expected_shrinkage", size.expectedShrinkage(cases))
                .put("most_candidate_features", size.mostParameters(cases))
                .put("enough", cases >= size.cases());
    }

    private static JsonObject of(ValidationSize size) {
        JsonObject criteria = new JsonObject()
                .put("observed_expected", precision(size.ofObserved()).map())
                .put("calibration_slope", precision(size.ofSlope()).map())
                .put("auc", precision(size.ofAuc()).map());
        size.netBenefit().ifPresent(found -> criteria.put("net_benefit", precision(found.precision())
                .put("threshold", found.at().threshold())
                .put("sensitivity", found.at().sensitivity())
                .put("specificity", found.at().specificity())
                .map()));
        return new JsonObject()
                .put("prevalence", size.prevalence())
                .put("auc", size.auc())
                .put("criteria", criteria.map())
                .put("cases", size.cases())
                .put("events", size.events());
    }

    private static JsonObject precision(Precision found) {
        return new JsonObject()
                .put("cases", found.cases())
                .put("standard_error", found.standardError())
                .put("interval_width", found.width());
    }
}
