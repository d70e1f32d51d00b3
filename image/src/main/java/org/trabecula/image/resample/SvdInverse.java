package org.trabecula.image.resample;

/// The inverse of a 3 × 3 matrix as ITK computes it: V · diag(1/σ) · Uᵀ from a singular value decomposition.
///
/// Householder bidiagonalisation, then implicitly shifted QR steps (Golub and Reinsch 1970, doi:10.1007/BF02163027), with
/// the order of operations of LINPACK's DSVDC. On turned grids whose spacings are in a simple ratio, voxel centres fall
/// exactly between others; which neighbour is nearest, and on which side of a whole number a linear interpolation ends, then
/// hangs on the last bit of this inverse, so any other accurate inverse would give other voxels.
final class SvdInverse {
    private static final int N = 3;
    private static final int MOST_STEPS = 1000;

    private final double[][] x; // columns of the matrix, then Householder vectors
    private final double[] s = new double[N];
    private final double[] e = new double[N];
    private final double[][] u = new double[N][N]; // columns
    private final double[][] v = new double[N][N];
    private double cosine;
    private double sine;

    private SvdInverse(double[] m) {
        x = new double[][] {{m[0], m[3], m[6]}, {m[1], m[4], m[7]}, {m[2], m[5], m[8]}};
    }

    /// @param m row by row, not singular
    /// @return row by row
    static double[] of(double[] m) {
        SvdInverse svd = new SvdInverse(m);
        svd.bidiagonalise();
        svd.generate();
        svd.iterate();
        double[] inverse = new double[N * N];
        for (int row = 0; row < N; row++) {
            for (int column = 0; column < N; column++) {
                double sum = 0;
                for (int k = 0; k < N; k++) {
                    sum += svd.v[k][row] * (1.0 / svd.s[k]) * svd.u[k][column];
                }
                inverse[row * N + column] = sum;
            }
        }
        return inverse;
    }

    /// Diagonal into s, what stands above it into e, reflections into u and v.
    private void bidiagonalise() {
        for (int l = 0; l < 2; l++) {
            s[l] = reflect(x[l], l);
            for (int j = l + 1; j < N; j++) {
                if (s[l] != 0) {
                    apply(x[l], x[j], l);
                }
                e[j] = x[j][l];
            }
            System.arraycopy(x[l], l, u[l], l, N - l);
            if (l == 0) {
                e[0] = reflect(e, 1);
                if (e[0] != 0) {
                    reflectRows();
                }
                System.arraycopy(e, 1, v[0], 1, N - 1);
            }
        }
        s[2] = x[2][2];
        e[1] = x[2][1];
        e[2] = 0;
    }

    /// Makes the part from `first` on a Householder vector; returns the negative of its signed length.
    private static double reflect(double[] a, int first) {
        double length = norm(a, first);
        if (length != 0) {
            if (a[first] != 0) {
                length = Math.copySign(length, a[first]);
            }
            double scale = 1.0 / length;
            for (int n = first; n < N; n++) {
                a[n] *= scale;
            }
            a[first] += 1.0;
        }
        return -length;
    }

    private void reflectRows() {
        double[] work = new double[N];
        for (int j = 1; j < N; j++) {
            for (int i = 1; i < N; i++) {
                work[i] += e[j] * x[j][i];
            }
        }
        for (int j = 1; j < N; j++) {
            double t = -e[j] / e[1];
            for (int i = 1; i < N; i++) {
                x[j][i] += t * work[i];
            }
        }
    }

    /// a ← a − (h · a / h_first) h, from `first` on.
    private static void apply(double[] h, double[] a, int first) {
        double dot = 0;
        for (int n = first; n < N; n++) {
            dot += h[n] * a[n];
        }
        double t = -dot / h[first];
        for (int n = first; n < N; n++) {
            a[n] += t * h[n];
        }
    }

    /// Multiplies the reflections out.
    private void generate() {
        u[2][2] = 1;
        for (int l = 1; l >= 0; l--) {
            if (s[l] == 0) {
                u[l] = unit(l);
                continue;
            }
            for (int j = l + 1; j < N; j++) {
                apply(u[l], u[j], l);
            }
            for (int n = l; n < N; n++) {
                u[l][n] = -u[l][n];
            }
            u[l][l] += 1.0;
        }
        v[2] = unit(2);
        v[1] = unit(1);
        if (e[0] != 0) {
            apply(v[0], v[1], 1);
            apply(v[0], v[2], 1);
        }
        v[0] = unit(0);
    }

    private void iterate() {
        int m = N;
        for (int step = 0; m > 0; step++) {
            if (step > MOST_STEPS) {
                throw new IllegalArgumentException("no singular values found in " + MOST_STEPS + " steps");
            }
            int l = firstOfBlock(m);
            if (l == m - 1) {
                settle(l);
                m--;
            } else {
                qrStep(l, m);
            }
        }
    }

    /// Where the last unreduced block of the first m rows begins; negligible e become 0.
    private int firstOfBlock(int m) {
        for (int l = m - 2; l >= 0; l--) {
            double test = Math.abs(s[l]) + Math.abs(s[l + 1]);
            if (test + Math.abs(e[l]) == test) {
                e[l] = 0;
                return l + 1;
            }
        }
        return 0;
    }

    private void qrStep(int l, int m) {
        double scale = Math.max(
                Math.max(Math.max(Math.abs(s[m - 1]), Math.abs(s[m - 2])), Math.abs(e[m - 2])),
                Math.max(Math.abs(s[l]), Math.abs(e[l])));
        double sm = s[m - 1] / scale;
        double smm1 = s[m - 2] / scale;
        double emm1 = e[m - 2] / scale;
        double sl = s[l] / scale;
        double el = e[l] / scale;
        double b = ((smm1 + sm) * (smm1 - sm) + emm1 * emm1) / 2.0;
        double c = sm * emm1 * (sm * emm1);
        double shift = 0;
        if (b != 0 || c != 0) {
            shift = Math.sqrt(b * b + c);
            shift = c / (b + (b < 0 ? -shift : shift));
        }
        double f = (sl + sm) * (sl - sm) + shift;
        double g = sl * el;
        for (int k = l; k < m - 1; k++) {
            double r = givens(f, g);
            if (k != l) {
                e[k - 1] = r;
            }
            f = cosine * s[k] + sine * e[k];
            e[k] = cosine * e[k] - sine * s[k];
            g = sine * s[k + 1];
            s[k + 1] = cosine * s[k + 1];
            turn(v[k], v[k + 1]);
            s[k] = givens(f, g);
            f = cosine * e[k] + sine * s[k + 1];
            s[k + 1] = -sine * e[k] + cosine * s[k + 1];
            g = sine * e[k + 1];
            e[k + 1] = cosine * e[k + 1];
            turn(u[k], u[k + 1]);
        }
        e[m - 2] = f;
    }

    /// Makes a singular value positive and puts it in its place; they descend.
    private void settle(int from) {
        int l = from;
        if (s[l] < 0) {
            s[l] = -s[l];
            for (int n = 0; n < N; n++) {
                v[l][n] = -v[l][n];
            }
        }
        while (l < N - 1 && s[l] < s[l + 1]) {
            double value = s[l];
            s[l] = s[l + 1];
            s[l + 1] = value;
            double[] column = v[l];
            v[l] = v[l + 1];
            v[l + 1] = column;
            column = u[l];
            u[l] = u[l + 1];
            u[l + 1] = column;
            l++;
        }
    }

    /// Sets cosine and sine of the rotation that takes (a, b) to (r, 0); returns r.
    private double givens(double a, double b) {
        double scale = Math.abs(a) + Math.abs(b);
        if (scale == 0) {
            cosine = 1;
            sine = 0;
            return 0;
        }
        double p = a / scale;
        double q = b / scale;
        double r = scale * Math.sqrt(p * p + q * q);
        r = Math.copySign(1, Math.abs(a) > Math.abs(b) ? a : b) * r;
        cosine = a / r;
        sine = b / r;
        return r;
    }

    private void turn(double[] a, double[] b) {
        for (int n = 0; n < N; n++) {
            double turned = cosine * a[n] + sine * b[n];
            b[n] = cosine * b[n] - sine * a[n];
            a[n] = turned;
        }
    }

    /// Euclidean length without overflow, as BLAS has it.
    private static double norm(double[] a, int first) {
        double scale = 0;
        double squares = 1;
        for (int n = first; n < N; n++) {
            double size = Math.abs(a[n]);
            if (size == 0) {
                continue;
            }
            if (scale < size) {
                double ratio = scale / size;
                squares = 1 + squares * (ratio * ratio);
                scale = size;
            } else {
                double ratio = size / scale;
                squares += ratio * ratio;
            }
        }
        return scale * Math.sqrt(squares);
    }

    private static double[] unit(int n) {
        double[] unit = new double[N];
        unit[n] = 1;
        return unit;
    }
}
