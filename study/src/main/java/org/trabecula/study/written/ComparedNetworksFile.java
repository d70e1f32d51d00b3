package org.trabecula.study.written;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.result.ComparedNetworks;
import org.trabecula.table.FeatureTableFile;
import org.trabecula.table.TextTableFile;

/// `networks.csv`: the networks that were compared inside the training part.
final class ComparedNetworksFile {
    private static final List<String> COLUMNS = List.of(
            "network", "weights", "parameters", "classifier", "folds", "n", "positives", "patients", "auc", "auc_lower", "auc_upper",
            "auc_within_folds", "chosen");

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
                    FeatureTableFile.number(row.withinFolds().orElseThrow().mean()), Boolean.toString(one.taken())));
        }
        TextTableFile.write(run.at("networks.csv"), COLUMNS, rows);
    }
}
