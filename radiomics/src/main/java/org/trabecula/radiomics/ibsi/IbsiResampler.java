package org.trabecula.radiomics.ibsi;

import java.util.Optional;
import org.trabecula.core.Parallel;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;

/// Brings an image and a mask onto a [CentredGrid], only where asked for.
final class IbsiResampler {
    private final CentredGrid target;
    private final int jobs;

    IbsiResampler(CentredGrid target, int jobs) {
        this.target = target;
        this.jobs = jobs;
    }

    /// The intensities of the new voxels in `wanted`.
    Volume image(Volume image, Box wanted, Interpolation interpolation) {
        Box source = target.sources(wanted, interpolation);
        double[] values = sample(image.toDoubles(source), source, wanted, interpolation);
        return new Volume(target.grid(), wanted, VoxelType.FLOAT64, new Volume.Voxels.OfDouble(values));
    }

    /// The new voxels where the linearly interpolated mask is at least `threshold`; empty if there are none.
    Optional<Mask> mask(Mask mask, double threshold) {
        Box wanted = target.covering(mask.box());
        Box source = target.sources(wanted, Interpolation.LINEAR);
        boolean[] flags = mask.toFlags(source);
        double[] values = new double[flags.length];
        for (int v = 0; v < values.length; v++) {
            values[v] = flags[v] ? 1 : 0;
        }
        double[] interpolated = sample(values, source, wanted, Interpolation.LINEAR);
        boolean[] inside = new boolean[interpolated.length];
        for (int v = 0; v < inside.length; v++) {
            inside[v] = interpolated[v] >= threshold;
        }
        return maskOf(target.grid(), wanted, inside);
    }

    /// A mask, unless no flag is set.
    static Optional<Mask> maskOf(Grid grid, Box box, boolean[] inside) {
        for (boolean flag : inside) {
            if (flag) {
                return Optional.of(Mask.of(grid, box, inside));
            }
        }
        return Optional.empty();
    }

    private double[] sample(double[] values, Box source, Box wanted, Interpolation interpolation) {
        Size size = source.size();
        double[] current = values;
        for (int axis = 0; axis < 3; axis++) {
            double[] positions = new double[wanted.size().along(axis)];
            for (int m = 0; m < positions.length; m++) {
                positions[m] = target.oldPosition(axis, wanted.min(axis) + m) - source.min(axis);
            }
            AxisSampler sampler = new AxisSampler(interpolation, size.along(axis), positions);
            current = alongAxis(current, size, axis, sampler);
            size = new Size(
                    axis == 0 ? positions.length : size.i(),
                    axis == 1 ? positions.length : size.j(),
                    axis == 2 ? positions.length : size.k());
        }
        return current;
    }

    private double[] alongAxis(double[] in, Size size, int axis, AxisSampler sampler) {
        int n = sampler.outputLength();
        int outI = axis == 0 ? n : size.i();
        int outJ = axis == 1 ? n : size.j();
        int outK = axis == 2 ? n : size.k();
        double[] out = new double[Math.toIntExact((long) outI * outJ * outK)];
        int slabs = axis == 2 ? size.j() : size.k();
        Parallel.forEach(slabs, jobs, slab -> {
            double[] scratch = sampler.newScratch();
            int lines = axis == 0 ? size.j() : size.i();
            for (int line = 0; line < lines; line++) {
                switch (axis) {
                    case 0 -> sampler.sample(
                            in, size.i() * (line + size.j() * slab), 1,
                            out, outI * (line + outJ * slab), 1, scratch);
                    case 1 -> sampler.sample(
                            in, line + size.i() * size.j() * slab, size.i(),
                            out, line + outI * outJ * slab, outI, scratch);
                    default -> sampler.sample(
                            in, line + size.i() * slab, size.i() * size.j(),
                            out, line + outI * slab, outI * outJ, scratch);
                }
            }
        });
        return out;
    }
}
