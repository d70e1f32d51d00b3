package org.trabecula.testkit;

/// The mean of test AUCs over seeds, with its standard error.
public record MeanAuc(int seeds, double mean, double standardError) {
    public static MeanAuc of(double[] aucs) {
        double sum = 0;
        for (double auc : aucs) {
            sum += auc;
        }
        double mean = sum / aucs.length;
        double squares = 0;
        for (double auc : aucs) {
            squares += (auc - mean) * (auc - mean);
        }
        return new MeanAuc(aucs.length, mean, Math.sqrt(squares / (aucs.length - 1) / aucs.length));
    }

    public double standardErrorsFromOneHalf() {
        return (mean - 0.5) / standardError;
    }
}
