package org.trabecula.outline.seeded;

import java.util.Arrays;

/// A queue of voxels by whole-number cost, cheapest first, for costs that never lie more than a fixed span above the cheapest
/// (Dial, Communications of the ACM 12 (1969) 632–633). Within one cost, the last to come is the first to go: always the same order.
final class BucketQueue {
    private static final int NOTHING = -1;

    private final int[] top;
    private int[] voxel = new int[1024];
    private int[] below = new int[1024];
    private int used;
    private int free = NOTHING;
    private int held;
    private int cost;

    /// @param span the largest difference between the cost of a voxel that is added and the cheapest one in the queue
    BucketQueue(int span) {
        top = new int[span + 1];
        Arrays.fill(top, NOTHING);
    }

    void add(int newVoxel, int atCost) {
        int node = free;
        if (node == NOTHING) {
            if (used == voxel.length) {
                voxel = Arrays.copyOf(voxel, 2 * used);
                below = Arrays.copyOf(below, 2 * used);
            }
            node = used++;
        } else {
            free = below[node];
        }
        int bucket = atCost % top.length;
        voxel[node] = newVoxel;
        below[node] = top[bucket];
        top[bucket] = node;
        held++;
    }

    boolean isEmpty() {
        return held == 0;
    }

    /// Takes out the cheapest voxel; [#cost] is then its cost.
    int take() {
        while (top[cost % top.length] == NOTHING) {
            cost++;
        }
        int bucket = cost % top.length;
        int node = top[bucket];
        top[bucket] = below[node];
        below[node] = free;
        free = node;
        held--;
        return voxel[node];
    }

    int cost() {
        return cost;
    }
}
