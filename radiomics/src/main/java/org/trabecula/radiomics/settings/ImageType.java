package org.trabecula.radiomics.settings;

import java.util.List;

/// The images that features are computed on: the original and those that filters derive from it.
public sealed interface ImageType {
    /// The image as it is after normalisation and resampling.
    record Original() implements ImageType {}

    /// Stationary wavelet transform.
    ///
    /// @param wavelet    its name in PyWavelets, such as `coif1`
    /// @param level      how many times the transform is applied; 1 … 20
    /// @param startLevel how many silent transforms come before; 0 … 20
    record Wavelet(String wavelet, int level, int startLevel) implements ImageType {
        /// Each level is eight images; the taps of twenty in a row reach further than any scan.
        private static final int HIGHEST = 20;

        public Wavelet {
            if (level < 1 || level > HIGHEST) {
                throw new IllegalArgumentException("level must be ≥ 1 and ≤ " + HIGHEST + ", got " + level);
            }
            if (startLevel < 0 || startLevel > HIGHEST) {
                throw new IllegalArgumentException("start_level must be ≥ 0 and ≤ " + HIGHEST + ", got " + startLevel);
            }
        }
    }

    /// Laplacian of Gaussian, one image per scale.
    record LaplacianOfGaussian(List<Sigma> sigmas) implements ImageType {
        public LaplacianOfGaussian {
            sigmas = List.copyOf(sigmas);
        }
    }

    /// A scale of the Laplacian of Gaussian.
    ///
    /// @param mm   standard deviation; > 0
    /// @param text as column names show it before "." becomes "-": `1` and `1.0` give different columns
    record Sigma(double mm, String text) {
        public Sigma {
            if (!(mm > 0) || Double.isInfinite(mm)) {
                throw new IllegalArgumentException("sigma must be finite and > 0 mm, got " + text);
            }
        }
    }

    /// The square, scaled to the range of the image.
    record Square() implements ImageType {}

    /// The square root of the absolute value, with the sign, scaled.
    record SquareRoot() implements ImageType {}

    /// The logarithm of the absolute value plus one, with the sign, scaled.
    record Logarithm() implements ImageType {}

    /// The exponential, scaled.
    record Exponential() implements ImageType {}

    /// Magnitude of the gradient.
    ///
    /// @param useSpacing per mm (true) or per voxel
    record Gradient(boolean useSpacing) implements ImageType {}

    /// Local binary patterns in slices.
    ///
    /// @param radius  in voxels; > 0
    /// @param samples points on the circle; 1 … 24
    record LocalBinaryPattern2D(double radius, int samples, Method method) implements ImageType {
        public LocalBinaryPattern2D {
            if (!(radius > 0) || Double.isInfinite(radius)) {
                throw new IllegalArgumentException("lbp2DRadius must be finite and > 0, got " + radius);
            }
            if (samples < 1 || samples > 24) {
                throw new IllegalArgumentException("lbp2DSamples must be 1 … 24, got " + samples);
            }
        }

        /// How the bits around a voxel become a value.
        public enum Method {
            /// The number whose binary digits the bits are.
            DEFAULT,
            /// The smallest such number over all rotations of the bits.
            ROR,
            /// The number of set bits where the bits change at most twice around the circle, else samples + 1.
            UNIFORM,
            /// The variance of the samples.
            VAR
        }
    }

    /// Local binary patterns on a sphere, described by spherical harmonics; one image per degree and one for the kurtosis.
    ///
    /// @param levels      degrees 0 … levels − 1; ≥ 1
    /// @param radius      in voxels; > 0
    /// @param subdivision how often the icosahedron's triangles are divided; 0 … 4
    record LocalBinaryPattern3D(int levels, double radius, int subdivision) implements ImageType {
        public LocalBinaryPattern3D {
            if (levels < 1 || levels > 20) {
                throw new IllegalArgumentException("lbp3DLevels must be 1 … 20, got " + levels);
            }
            if (!(radius > 0) || Double.isInfinite(radius)) {
                throw new IllegalArgumentException("lbp3DIcosphereRadius must be finite and > 0, got " + radius);
            }
            if (subdivision < 0 || subdivision > 4) {
                throw new IllegalArgumentException("lbp3DIcosphereSubdivision must be 0 … 4, got " + subdivision);
            }
        }
    }
}
