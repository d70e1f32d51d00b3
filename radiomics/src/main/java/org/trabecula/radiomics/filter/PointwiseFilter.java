package org.trabecula.radiomics.filter;

import java.util.List;
import org.trabecula.radiomics.numeric.NaturalExponential;
import org.trabecula.radiomics.numeric.NaturalLogarithm;

/// Filters that look at one voxel at a time, scaled by m, the largest |x| of the whole image, padding included.
///
/// ```
/// square        ((1/√m) x)²                 the sign is lost
/// squareroot    sign(x) √(|x| m)
/// logarithm     sign(x) ln(|x| + 1) · m / ln(m + 1)
/// exponential   exp((ln m / m) x)
/// ```
///
/// Logarithms and exponentials round as in the reference ([NaturalLogarithm] says why). An image of zeros has no finite values
/// here. Source: PyRadiomics `imageoperations.getSquareImage` and its like.
enum PointwiseFilter implements ImageFilter {
    SQUARE("square") {
        @Override
        void apply(double[] x, double m) {
            double scale = 1 / Math.sqrt(m);
            for (int n = 0; n < x.length; n++) {
                double scaled = scale * x[n];
                x[n] = scaled * scaled;
            }
        }
    },
    SQUARE_ROOT("squareroot") {
        @Override
        void apply(double[] x, double m) {
            for (int n = 0; n < x.length; n++) {
                x[n] = Math.copySign(Math.sqrt(Math.abs(x[n]) * m), x[n]);
            }
        }
    },
    LOGARITHM("logarithm") {
        @Override
        void apply(double[] x, double m) {
            double scale = m / NaturalLogarithm.of(m + 1);
            for (int n = 0; n < x.length; n++) {
                x[n] = Math.copySign(NaturalLogarithm.of(Math.abs(x[n]) + 1), x[n]) * scale;
            }
        }
    },
    EXPONENTIAL("exponential") {
        @Override
        void apply(double[] x, double m) {
            double scale = NaturalLogarithm.of(m) / m;
            for (int n = 0; n < x.length; n++) {
                x[n] = NaturalExponential.of(scale * x[n]);
            }
        }
    };

    private final String imageName;

    PointwiseFilter(String imageName) {
        this.imageName = imageName;
    }

    abstract void apply(double[] x, double m);

    @Override
    public List<DerivedImage> derive(FilterInput input) {
        double m = 0;
        for (double x : input.values()) {
            m = Math.max(m, Math.abs(x));
        }
        double[] values = input.inBox();
        apply(values, m);
        return List.of(new DerivedImage(imageName, values, false));
    }
}
