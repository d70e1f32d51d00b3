package org.trabecula.learn.classifier;

import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;
import org.trabecula.learn.Training;
import org.trabecula.table.FeatureTable;

/// Trains support vector machines with libsvm, the code behind scikit-learn's SVC (Chang and Lin 2011,
/// doi:10.1145/1961189.1961199).
final class Svm {
    private static final double CACHE_MB = 100;

    static {
        svm.svm_set_print_string_function(_ -> {});
    }

    private Svm() {}

    /// Fits to all features of the training table, which should be z-scored.
    static SvmModel fit(Training training, SvmSettings settings) {
        FeatureTable table = training.table();
        svm_problem problem = new svm_problem();
        problem.l = training.size();
        problem.y = new double[problem.l];
        problem.x = new svm_node[problem.l][];
        for (int row = 0; row < problem.l; row++) {
            problem.y[row] = training.outcome().isCase(row) ? 1 : -1;
            problem.x[row] = nodes(table.row(row));
        }
        svm_parameter how = new svm_parameter();
        how.svm_type = svm_parameter.C_SVC;
        how.kernel_type =
                settings.kernel() == SvmSettings.Kernel.LINEAR ? svm_parameter.LINEAR : svm_parameter.RBF;
        how.C = settings.cost();
        how.gamma = settings.gamma();
        how.eps = settings.tolerance();
        how.cache_size = CACHE_MB;
        how.shrinking = 1;
        how.weight_label = new int[0];
        how.weight = new double[0];
        svm_model model = svm.svm_train(problem, how);
        // libsvm's first class is that of the first case; its function is positive there
        double sign = model.label[0] == 1 ? 1 : -1;
        double[][] vectors = new double[model.l][];
        double[] coefficients = new double[model.l];
        for (int vector = 0; vector < model.l; vector++) {
            vectors[vector] = values(model.SV[vector], table.names().size());
            coefficients[vector] = sign * model.sv_coef[0][vector];
        }
        return new SvmModel(table.names(), settings, vectors, coefficients, sign * model.rho[0]);
    }

    private static svm_node[] nodes(double[] values) {
        svm_node[] nodes = new svm_node[values.length];
        for (int feature = 0; feature < values.length; feature++) {
            nodes[feature] = new svm_node();
            nodes[feature].index = feature + 1;
            nodes[feature].value = values[feature];
        }
        return nodes;
    }

    private static double[] values(svm_node[] nodes, int features) {
        double[] values = new double[features];
        for (svm_node node : nodes) {
            values[node.index - 1] = node.value;
        }
        return values;
    }
}
