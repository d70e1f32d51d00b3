package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.stats.icc.Icc;
import org.trabecula.stats.icc.IntraclassCorrelation;
import org.trabecula.table.FeatureTableFile;

/// One comparison of readings in `icc`'s document and table.
///
/// @param found one a feature
record IccJson(LongReadings readings, List<IntraclassCorrelation> found) {
    static final List<String> HEADER =
            List.of("feature", "form", "icc", "lower", "upper", "f", "df1", "df2", "p", "why");

    void put(Map<String, @Nullable Object> document) {
        Map<String, @Nullable Object> byFeature = new LinkedHashMap<>();
        for (int f = 0; f < found.size(); f++) {
            Map<String, @Nullable Object> forms = new LinkedHashMap<>();
            for (Icc icc : found.get(f).forms()) {
                forms.put(icc.form().label(), one(icc));
            }
            byFeature.put(readings.features().get(f), forms);
        }
        document.put("subjects", readings.subjects().size());
        document.put("raters", readings.raters());
        Map<String, @Nullable Object> incomplete = new LinkedHashMap<>();
        for (int f = 0; f < found.size(); f++) {
            if (readings.incomplete(f) > 0) {
                incomplete.put(readings.features().get(f), readings.incomplete(f));
            }
        }
        document.put("subjects_left_out", incomplete);
        document.put("features", byFeature);
    }

    private static Map<String, @Nullable Object> one(Icc icc) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        String why = icc.why().isEmpty() ? "not finite for these readings" : icc.why();
        JsonNumbers.put(object, "icc", icc.icc(), why);
        JsonNumbers.put(object, "lower", icc.lower(), why);
        JsonNumbers.put(object, "upper", icc.upper(), why);
        JsonNumbers.put(object, "f", icc.f(), why);
        JsonNumbers.put(object, "df1", icc.df1(), why);
        JsonNumbers.put(object, "df2", icc.df2(), why);
        JsonNumbers.put(object, "p", icc.p(), why);
        return object;
    }

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int f = 0; f < found.size(); f++) {
            for (Icc icc : found.get(f).forms()) {
                rows.add(List.of(
                        readings.features().get(f),
                        icc.form().label(),
                        FeatureTableFile.number(icc.icc()),
                        FeatureTableFile.number(icc.lower()),
                        FeatureTableFile.number(icc.upper()),
                        FeatureTableFile.number(icc.f()),
                        FeatureTableFile.number(icc.df1()),
                        FeatureTableFile.number(icc.df2()),
                        FeatureTableFile.number(icc.p()),
                        icc.why()));
            }
        }
        return rows;
    }
}
