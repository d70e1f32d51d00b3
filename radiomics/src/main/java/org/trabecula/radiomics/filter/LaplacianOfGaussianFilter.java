package org.trabecula.radiomics.filter;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.image.Box;
import org.trabecula.image.Size;
import org.trabecula.radiomics.settings.ImageType.LaplacianOfGaussian;
import org.trabecula.radiomics.settings.ImageType.Sigma;

/// Laplacian of Gaussian by recursive filters, with ITK's numbers to the bit.
///
/// For each axis a: the second derivative along a (scaled by sigma²), then smoothing along the other two axes in ascending
/// order; every result is rounded to 32 bits. The image is the sum of the three, each times 1/spacing_a², again in 32 bits.
/// Sigma is in mm and enters each line filter as sigma/spacing voxels.
///
/// Only what the region's box needs is filtered: a filter along one axis does not mix the others. Left out for images with
/// fewer than 4 voxels on an axis, and for scales of which ⌈sigma/spacing⌉ + 1 voxels do not fit.
///
/// Source: ITK LaplacianRecursiveGaussianImageFilter, PyRadiomics `imageoperations.getLoGImage`.
record LaplacianOfGaussianFilter(LaplacianOfGaussian settings) implements ImageFilter {
    private static final int SHORTEST_AXIS = 4;

    @Override
    public List<DerivedImage> derive(FilterInput input) {
        List<DerivedImage> derived = new ArrayList<>();
        for (Sigma sigma : settings.sigmas()) {
            if (fits(input, sigma.mm())) {
                derived.add(new DerivedImage(name(sigma), laplacian(input, sigma.mm()), true));
            }
        }
        return derived;
    }

    @Override
    public List<String> leftOut(FilterInput input) {
        if (settings.sigmas().isEmpty()) {
            return List.of("LoG is left out: the settings give it no sigma (LoG: {sigma: [1, 2]}, in mm)");
        }
        return settings.sigmas().stream()
                .filter(sigma -> !fits(input, sigma.mm()))
                .map(sigma -> name(sigma) + " is left out: an image of " + input.size() + " voxels is too small for it")
                .toList();
    }

    private static String name(Sigma sigma) {
        return "log-sigma-" + sigma.text().replace('.', '-') + "-mm-3D";
    }

    private static boolean fits(FilterInput input, double sigma) {
        for (int axis = 0; axis < 3; axis++) {
            int voxels = input.size().along(axis);
            if (voxels < SHORTEST_AXIS
                    || !(voxels >= Math.ceil(sigma / input.spacing().along(axis)) + 1)) {
                return false;
            }
        }
        return true;
    }

    private static double[] laplacian(FilterInput input, double sigma) {
        Size size = input.size();
        Box box = input.box();
        LineFilter lines = new LineFilter(size);
        float[] sum = new float[Math.toIntExact(box.size().voxels())];
        for (int axis = 0; axis < 3; axis++) {
            double spacing = input.spacing().along(axis);
            RecursiveGaussian derivative = RecursiveGaussian.secondDerivative(sigma / spacing, sigma * sigma);
            LineFilter.Block block = lines.first(input.values(), size, axis, box, derivative);
            for (int other = 0; other < 3; other++) {
                if (other != axis) {
                    RecursiveGaussian smoothing =
                            RecursiveGaussian.smoothing(sigma / input.spacing().along(other));
                    block = lines.next(block, other, box, smoothing);
                }
            }
            double perSquare = 1.0 / (spacing * spacing);
            float[] part = block.values();
            for (int n = 0; n < sum.length; n++) {
                sum[n] = (float) (sum[n] + part[n] * perSquare);
            }
        }
        double[] values = new double[sum.length];
        for (int n = 0; n < sum.length; n++) {
            values[n] = sum[n];
        }
        return values;
    }
}
