package org.trabecula.phantom;

import java.util.Arrays;
import java.util.List;
import org.trabecula.core.RandomStreams;

/// Paints a column into a canvas, from the outside in: soft tissue, discs, arches, bodies. What lies later covers what
/// lies before by the share of the voxel that it fills.
final class ColumnPainter {
    private static final double DISC_HU = 82;
    private static final double WALL_THICK_MM = 0.7;
    private static final double ENDPLATE_THICK_MM = 0.9;
    private static final double ARCH_CORTEX_MM = 1.2;
    private static final double ARCH_CORTEX_HU = 850;
    private static final double ARCH_SPONGY_HU = 300;

    private final Canvas canvas;
    private final Column column;
    private final Body body;
    private final TextureField texture;
    private final RandomStreams streams;
    private final float[] archDepth;
    private final float[] bodyDepth;
    private final byte[] owner;

    ColumnPainter(Canvas canvas, Column column, Body body, TextureField texture, RandomStreams streams) {
        this.canvas = canvas;
        this.column = column;
        this.body = body;
        this.texture = texture;
        this.streams = streams;
        this.archDepth = canvas.depths();
        this.bodyDepth = canvas.depths();
        this.owner = new byte[bodyDepth.length];
        Arrays.fill(owner, (byte) -1);
    }

    void paint() {
        new SoftTissue(column, body, texture).paint(canvas);
        List<Vertebra> all = column.vertebrae();
        for (int v = 0; v + 1 < all.size(); v++) {
            paintDisc(all.get(v), all.get(v + 1));
        }
        for (Vertebra vertebra : all) {
            new PosteriorArch(vertebra).carve(canvas, archDepth);
        }
        paintArches();
        for (int v = 0; v < all.size(); v++) {
            paintBody(v, all.get(v));
        }
    }

    /// Depth in mm below the surface of the vertebral body that owns a voxel; negative outside, −1000 far away.
    float[] bodyDepth() {
        return bodyDepth;
    }

    /// Position in the column of the body nearest to a voxel, −1 far from all.
    byte[] owner() {
        return owner;
    }

    private void paintArches() {
        for (int at = 0; at < archDepth.length; at++) {
            double share = canvas.coverage(archDepth[at]);
            if (share > 0) {
                double spongy = canvas.coverage(archDepth[at] - ARCH_CORTEX_MM);
                canvas.paint(at, ARCH_CORTEX_HU + spongy * (ARCH_SPONGY_HU - ARCH_CORTEX_HU), share);
            }
        }
    }

    private void paintDisc(Vertebra upper, Vertebra lower) {
        Frame below = new Frame(lower);
        Frame above = new Frame(upper);
        Region region = Region.around(canvas, lower, lower.shape().halfHeightMm() + lower.discMm() + 6);
        region.each((i, j, k) -> {
            below.move(canvas, i, j, k);
            double top = lower.shape().top(below.u, below.v);
            double overLower = below.w - top;
            if (overLower < -2 || Math.abs(below.u) > lower.shape().halfWidthMm() + 2) {
                return;
            }
            above.move(canvas, i, j, k);
            double underUpper = upper.shape().bottom(above.u, above.v) - above.w;
            if (underUpper < -2) {
                return;
            }
            double bottom = lower.shape().bottom(below.u, below.v);
            double wall = lower.shape().insideWall(below.u, below.v, top, top, bottom) - 0.3;
            double inside = Math.min(wall, Math.min(overLower, underUpper) + 2);
            double rim = Math.exp(-wall * wall / 16);
            canvas.paint(canvas.index(i, j, k), DISC_HU + 25 * rim, canvas.coverage(inside));
        });
    }

    private void paintBody(int position, Vertebra vertebra) {
        BodyShape shape = vertebra.shape();
        Marrow marrow = new Marrow(
                shape, body, texture, position & 1, streams.stream("marrow/" + vertebra.level().name()));
        Frame frame = new Frame(vertebra);
        Region region = Region.around(canvas, vertebra, shape.halfHeightMm() + 3);
        region.each((i, j, k) -> {
            frame.move(canvas, i, j, k);
            double top = shape.top(frame.u, frame.v);
            double bottom = shape.bottom(frame.u, frame.v);
            if (frame.w > top + 3 || frame.w < bottom - 3) {
                return;
            }
            double wall = shape.insideWall(frame.u, frame.v, frame.w, top, bottom);
            double inside = shape.inside(wall, frame.w, top, bottom);
            int at = canvas.index(i, j, k);
            if (inside > bodyDepth[at]) {
                bodyDepth[at] = (float) inside;
                owner[at] = (byte) position;
            }
            double share = canvas.coverage(inside);
            if (share > 0) {
                double thick = wall < Math.min(top - frame.w, frame.w - bottom) ? WALL_THICK_MM : ENDPLATE_THICK_MM;
                boolean intoPedicle = archDepth[at] > 0.8;
                double spongy = intoPedicle ? 1 : canvas.coverage(inside - thick);
                double cortexHu = body.cortexHu();
                double marrowHu = spongy > 0 ? marrow.hu(frame.u, frame.v, frame.w, top, bottom) : cortexHu;
                canvas.paint(at, cortexHu + spongy * (marrowHu - cortexHu), share);
            }
        });
    }

    /// A voxel's place in a vertebra's frame; reused from voxel to voxel.
    private static final class Frame {
        private final double[] centre;
        private final double[][] axes;
        double u;
        double v;
        double w;

        Frame(Vertebra vertebra) {
            centre = vertebra.centre();
            axes = vertebra.axes();
        }

        void move(Canvas canvas, int i, int j, int k) {
            double x = canvas.place(0, i) - centre[0];
            double y = canvas.place(1, j) - centre[1];
            double z = canvas.place(2, k) - centre[2];
            u = axes[0][0] * x + axes[0][1] * y + axes[0][2] * z;
            v = axes[1][0] * x + axes[1][1] * y + axes[1][2] * z;
            w = axes[2][0] * x + axes[2][1] * y + axes[2][2] * z;
        }
    }

    /// The voxels that a vertebra can touch.
    private record Region(int[] from, int[] to) {
        /// What is done at a voxel.
        @FunctionalInterface
        interface At {
            void voxel(int i, int j, int k);
        }

        static Region around(Canvas canvas, Vertebra vertebra, double halfHeightMm) {
            double lean = Math.abs(Math.sin(vertebra.leanRad()));
            double side = Math.abs(Math.sin(vertebra.sideRad()));
            double width = vertebra.shape().halfWidthMm() + 3;
            double depth = vertebra.shape().halfDepthMm() + 7;
            double[] half = {
                width + side * halfHeightMm, depth + lean * halfHeightMm, halfHeightMm + lean * depth + side * width
            };
            int[] from = new int[3];
            int[] to = new int[3];
            for (int axis = 0; axis < 3; axis++) {
                from[axis] = canvas.from(axis, vertebra.centre()[axis] - half[axis]);
                to[axis] = canvas.to(axis, vertebra.centre()[axis] + half[axis]);
            }
            return new Region(from, to);
        }

        void each(At at) {
            for (int k = from[2]; k < to[2]; k++) {
                for (int j = from[1]; j < to[1]; j++) {
                    for (int i = from[0]; i < to[0]; i++) {
                        at.voxel(i, j, k);
                    }
                }
            }
        }
    }
}
