package org.trabecula.radiomics.texture;

/// A small symmetric matrix brought to tridiagonal form by reflections, for its largest eigenvalue and that one's vector.
///
/// Source: Golub and Van Loan, Matrix Computations, 4th ed., section 8.3.1 (Householder tridiagonalisation).
final class SymmetricReduction {
    private final double[][] a;
    private final double[] diagonal;
    private final double[] beside;
    private final double[] factors;

    private SymmetricReduction(double[][] a) {
        int n = a.length;
        this.a = a;
        this.diagonal = new double[n];
        this.beside = new double[n];
        this.factors = new double[n];
        double[] w = new double[n];
        for (int k = 0; k < n - 2; k++) {
            reflect(k, w);
        }
        for (int k = 0; k < n; k++) {
            diagonal[k] = a[k][k];
        }
        if (n > 1) {
            beside[n - 2] = a[n - 1][n - 2];
        }
    }

    /// Takes ownership of `a`, and writes on its lower triangle.
    static SymmetricReduction of(double[][] a) {
        return new SymmetricReduction(a);
    }

    /// Clears column k below its second entry. The reflection `I − factor · v vᵀ` is kept: v in the column, v's first entry is 1.
    private void reflect(int k, double[] w) {
        int n = a.length;
        double below = 0;
        for (int i = k + 2; i < n; i++) {
            below += a[i][k] * a[i][k];
        }
        double head = a[k + 1][k];
        if (below == 0) {
            beside[k] = head;
            a[k + 1][k] = 1;
            return; // factor 0: nothing to clear
        }
        double length = Math.sqrt(head * head + below);
        double first = head <= 0 ? head - length : -below / (head + length);
        factors[k] = 2 * first * first / (below + first * first);
        beside[k] = length;
        a[k + 1][k] = 1;
        for (int i = k + 2; i < n; i++) {
            a[i][k] /= first;
        }
        double onV = 0;
        for (int i = k + 1; i < n; i++) {
            double sum = 0;
            for (int j = k + 1; j <= i; j++) {
                sum += a[i][j] * a[j][k];
            }
            for (int j = i + 1; j < n; j++) {
                sum += a[j][i] * a[j][k];
            }
            w[i] = factors[k] * sum;
            onV += w[i] * a[i][k];
        }
        double half = factors[k] * onV / 2;
        for (int i = k + 1; i < n; i++) {
            w[i] -= half * a[i][k];
        }
        for (int i = k + 1; i < n; i++) {
            for (int j = k + 1; j <= i; j++) {
                a[i][j] -= a[i][k] * w[j] + w[i] * a[j][k];
            }
        }
    }

    double largestEigenvalue() {
        return SymmetricTridiagonal.largestEigenvalue(diagonal, beside, a.length);
    }

    /// The largest magnitude of an eigenvalue; the reduction is used up.
    double spectralRadius() {
        return SymmetricTridiagonal.spectralRadius(diagonal, beside, a.length);
    }

    /// The eigenvector of the largest eigenvalue, of any length.
    double[] vector(double largest) {
        double[] x = SymmetricTridiagonal.vector(diagonal, beside, a.length, largest);
        for (int k = a.length - 3; k >= 0; k--) {
            double onV = 0;
            for (int i = k + 1; i < a.length; i++) {
                onV += a[i][k] * x[i];
            }
            for (int i = k + 1; i < a.length; i++) {
                x[i] -= factors[k] * onV * a[i][k];
            }
        }
        return x;
    }
}
