package org.trabecula.outline.seeded;

import java.util.Arrays;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// Fronts from inside and outside seeds that run towards each other; each voxel belongs to the one that arrives first.
///
/// The competition of GrowCut (Vezhnevets & Konouchine 2005) as shortest paths (Zhu et al., MICCAI 2014), solved exactly with one
/// queue. A step between neighbours costs what it runs against: the inside front pays for HU that it loses, the outside front
/// for HU that it gains. On the flank between a bright rim and dark surroundings both have then paid the same at half of the
/// height, which is where an edge lies; with the usual |ΔHU| for both they meet at the rim's crest instead, half a cortex too deep.
/// On top of that each front pays for every millimetre, more where it is said to be out of place.
final class FrontCompetition {
    static final byte NO_SEED = 0;
    static final byte INSIDE = 1;
    static final byte OUTSIDE = 2;

    /// Costs are whole numbers of this fraction of a HU.
    private static final int PER_HU = 2;
    private static final int FARTHEST = Integer.MAX_VALUE / 2;

    private final int[] hu;
    private final Size size;
    private final Spacing spacing;
    private final double[] insidePerMm;
    private final double[] outsidePerMm;

    /// Each array has one entry per voxel of `size`, i fastest.
    ///
    /// @param hu           smoothed and clipped
    /// @param insidePerMm  what the inside front pays for a millimetre at a voxel, in HU
    /// @param outsidePerMm what the outside front pays
    FrontCompetition(float[] hu, Size size, Spacing spacing, double[] insidePerMm, double[] outsidePerMm) {
        this.hu = new int[hu.length];
        for (int at = 0; at < hu.length; at++) {
            this.hu[at] = Math.round(PER_HU * hu[at]);
        }
        this.size = size;
        this.spacing = spacing;
        this.insidePerMm = insidePerMm;
        this.outsidePerMm = outsidePerMm;
    }

    /// For each voxel, [#INSIDE] or [#OUTSIDE], or [#NO_SEED] if there is no seed at all.
    byte[] run(byte[] seeds) {
        int count = hu.length;
        int[] cost = new int[count];
        byte[] owner = seeds.clone();
        BucketQueue queue = new BucketQueue(span());
        Arrays.fill(cost, FARTHEST);
        for (int at = 0; at < count; at++) {
            if (seeds[at] != NO_SEED) {
                cost[at] = 0;
                queue.add(at, 0);
            }
        }
        int width = size.i();
        int layer = size.i() * size.j();
        boolean[] settled = new boolean[count];
        while (!queue.isEmpty()) {
            int at = queue.take();
            if (settled[at]) {
                continue; // reached more cheaply before
            }
            settled[at] = true;
            int i = at % width;
            int j = at / width % size.j();
            int k = at / layer;
            byte front = owner[at];
            if (i > 0) {
                step(at, at - 1, spacing.iMm(), front, cost, owner, settled, queue);
            }
            if (i + 1 < width) {
                step(at, at + 1, spacing.iMm(), front, cost, owner, settled, queue);
            }
            if (j > 0) {
                step(at, at - width, spacing.jMm(), front, cost, owner, settled, queue);
            }
            if (j + 1 < size.j()) {
                step(at, at + width, spacing.jMm(), front, cost, owner, settled, queue);
            }
            if (k > 0) {
                step(at, at - layer, spacing.kMm(), front, cost, owner, settled, queue);
            }
            if (k + 1 < size.k()) {
                step(at, at + layer, spacing.kMm(), front, cost, owner, settled, queue);
            }
        }
        return owner;
    }

    private void step(
            int from, int to, double lengthMm, byte front, int[] cost, byte[] owner, boolean[] settled, BucketQueue queue) {
        if (settled[to]) {
            return;
        }
        int gained = hu[to] - hu[from];
        int against = front == INSIDE ? -gained : gained;
        double perMm = front == INSIDE ? insidePerMm[to] : outsidePerMm[to];
        int next = cost[from] + Math.max(0, against) + (int) (PER_HU * perMm * lengthMm + 0.5);
        if (next < cost[to]) {
            cost[to] = next;
            owner[to] = front;
            queue.add(to, next);
        }
    }

    /// The most that a single step can cost.
    private int span() {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        double dearest = 0;
        for (int at = 0; at < hu.length; at++) {
            lowest = Math.min(lowest, hu[at]);
            highest = Math.max(highest, hu[at]);
            dearest = Math.max(dearest, Math.max(insidePerMm[at], outsidePerMm[at]));
        }
        double longest = Math.max(spacing.iMm(), Math.max(spacing.jMm(), spacing.kMm()));
        return highest - lowest + (int) (PER_HU * dearest * longest + 1);
    }
}
