package org.trabecula.deep.gradcam;

/// How the channels of a layer are weighted. A_k,ij: activation of channel k; g_k,ij = ∂y/∂A_k,ij, y the logit explained.
///
/// ```
/// map_ij = ReLU( Σ_k w_k A_k,ij )
/// ```
public enum CamMethod {
    /// Grad-CAM: w_k = mean_ij g_k,ij.
    ///
    /// Source: Selvaraju et al. 2017, doi:10.1109/ICCV.2017.74, equations 1 and 2.
    GRADCAM {
        @Override
        double weight(float[] activation, float[] gradient, int from, int to) {
            double sum = 0;
            for (int t = from; t < to; t++) {
                sum += gradient[t];
            }
            return sum / (to - from);
        }
    },
    /// Grad-CAM++: w_k = Σ_ij α_k,ij ReLU(g_k,ij), α_k,ij = g² / (2 g² + g³ Σ_ab A_k,ab), 0 where g = 0.
    ///
    /// Source: Chattopadhay et al. 2018, doi:10.1109/WACV.2018.00097, equations 10 and 19 (y exponentiated).
    GRADCAM_PLUS_PLUS {
        @Override
        double weight(float[] activation, float[] gradient, int from, int to) {
            double total = 0;
            for (int t = from; t < to; t++) {
                total += activation[t];
            }
            double weight = 0;
            for (int t = from; t < to; t++) {
                double g = gradient[t];
                double denominator = 2 * g * g + g * g * g * total;
                if (g > 0 && denominator != 0) {
                    weight += g * g / denominator * g;
                }
            }
            return weight;
        }
    };

    /// w_k from the values of one channel, `from` … `to` − 1 of both arrays.
    abstract double weight(float[] activation, float[] gradient, int from, int to);
}
