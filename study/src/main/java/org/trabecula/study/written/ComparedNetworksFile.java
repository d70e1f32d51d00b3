package org.trabecula.study.written;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.result.ComparedNetworks;
import org.trabecula.table.FeatureTableFile;
import org.trabecula.table.TextTableFile;

/// `networks.csv`: the networks that were compared inside the training part. `chosen_in_folds`: how many folds of the cross-fitting took a
/// network; empty where they did not choose.
final class ComparedNetworksFile {
    private static final List<String> COLUMNS = List.of(
            "network", "weights", "parameters", "classifier", "folds", "n", "positives", "patients", "auc", "auc_lower", "auc_upper",
            "auc_within_folds", "chosen", "chosen_in_folds");

    private ComparedNetworksFile() {}

    static void write(RunFolder run, ComparedNetworks all) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (ComparedNetworks.Network one : all.networks()) {
            Evaluation.Row row = one.row();
            rows.add(List.of(
                    one.architecture().yaml(), one.weights(), Long.toString(one.parameters()), all.classifier().label(),
                    Integer.toString(all.folds()), Integer.toString(row.n()), Integer.toString(row.positives()),
                    Integer.toString(row.patients()), FeatureTableFile.number(row.auc().auc()),
                    FeatureTableFile.number(row.reported().lower()), FeatureTableFile.number(row.reported().upper()),
                    FeatureTableFile.number(row.withinFolds().orElseThrow().mean()), Boolean.toString(one.taken()),
                    all.inFolds().isEmpty() ? "" : Integer.toString(Collections.frequency(all.inFolds(), one.architecture()))));
        }
        TextTableFile.write(run.at("networks.csv"), COLUMNS, rows);
    }
}
