package org.trabecula.learn.step;

import java.util.List;
import org.trabecula.learn.Sound;
import org.trabecula.table.FeatureTable;

/// Principal components (protocol, step 11): each output is a weighted sum of centred inputs.
///
/// @param inputs   features taken, in order
/// @param centres  of the training cases, one per input
/// @param names    components: `pc-001`, …
/// @param loadings per component, one weight per input
public record Projection(List<String> inputs, double[] centres, List<String> names, double[][] loadings)
        implements FittedStep {
    public Projection {
        inputs = List.copyOf(inputs);
        names = List.copyOf(names);
        Sound.names("inputs of components", inputs);
        Sound.names("components", names);
        Sound.count("centres", centres.length, inputs.size());
        Sound.finite("centres", centres);
        Sound.count("loadings", loadings.length, names.size());
        Sound.finiteRows("loadings of a component", loadings, inputs.size());
    }

    @Override
    public FeatureTable apply(FeatureTable table) {
        double[][] columns = new double[names.size()][table.rows()];
        for (int input = 0; input < centres.length; input++) {
            double[] values = table.column(inputs.get(input));
            for (int component = 0; component < columns.length; component++) {
                double weight = loadings[component][input];
                double[] scores = columns[component];
                for (int row = 0; row < scores.length; row++) {
                    scores[row] += weight * (values[row] - centres[input]);
                }
            }
        }
        return new FeatureTable(table.caseIds(), names, columns);
    }
}
