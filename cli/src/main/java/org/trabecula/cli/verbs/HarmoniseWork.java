package org.trabecula.cli.verbs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.Shown;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.combat.Combat;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `select --combat`: features with each centre's shift and scale removed, fitted on training rows only.
///
/// @param ids        of the rows
/// @param covariates one row a case; no column for none
/// @param part       `train` where a row may be fitted on; null: all may
record HarmoniseWork(
        List<String> ids, List<String> names, Matrix x, List<String> centres, Matrix covariates, @Nullable List<String> part) {
    SelectResult result(boolean nonParametric) {
        int[] training = IntStream.range(0, ids.size())
                .filter(i -> part == null || part.get(i).equals("train"))
                .toArray();
        Combat fit = Combat.fit(
                x.selectRows(training),
                IntStream.of(training).mapToObj(centres::get).toList(),
                covariates.selectRows(training),
                nonParametric ? Combat.Prior.NON_PARAMETRIC : Combat.Prior.PARAMETRIC);
        Matrix harmonised = fit.transform(x, centres, covariates);
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("n", ids.size()).put("fitted_on", training.length);
        document.put("prior", nonParametric ? "non-parametric" : "parametric");
        ArrayNode known = document.putArray("centres");
        fit.centres().forEach(known::add);
        ArrayNode cases = document.putArray("case_id");
        ids.forEach(cases::add);
        ObjectNode features = document.putObject("features");
        for (int j = 0; j < names.size(); j++) {
            ArrayNode values = features.putArray(names.get(j));
            for (int i = 0; i < ids.size(); i++) {
                values.add(harmonised.get(i, j));
            }
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put("harmonised.csv", table(harmonised));
        return new SelectResult(
                document,
                Shown.count(names.size(), "feature") + " of " + Shown.count(ids.size(), "case") + " harmonised over centres " + String.join(", ", fit.centres())
                        + ", fitted on " + training.length + "; -o DIR writes the table\n",
                files);
    }

    private String table(Matrix harmonised) {
        Object[] header = new Object[names.size() + 1];
        header[0] = "case_id";
        IntStream.range(0, names.size()).forEach(j -> header[j + 1] = names.get(j));
        CsvText csv = new CsvText(header);
        for (int i = 0; i < ids.size(); i++) {
            Object[] line = new Object[names.size() + 1];
            line[0] = ids.get(i);
            for (int j = 0; j < names.size(); j++) {
                line[j + 1] = harmonised.get(i, j);
            }
            csv.line(line);
        }
        return csv.toString();
    }
}
