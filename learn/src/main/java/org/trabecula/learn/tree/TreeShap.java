package org.trabecula.learn.tree;

/// What each feature adds to a tree's value for one case: Shapley values of the game in which features that are left out are
/// averaged over by the covers of the tree (path-dependent TreeSHAP; Lundberg and others 2020, doi:10.1038/s42256-019-0138-9,
/// algorithm 2; as XGBoost's and LightGBM's own contributions).
///
/// ```
/// value(x) = expected + Σ_j φ_j(x)
/// ```
///
/// Time is O(leaves · depth²), memory O(depth²).
public final class TreeShap {
    private final Tree tree;
    private final double[] x;
    private final double[] phi;

    private TreeShap(Tree tree, double[] x, double[] phi) {
        this.tree = tree;
        this.x = x;
        this.phi = phi;
    }

    /// Adds a tree's contributions to those of other trees.
    ///
    /// @param x   one value per feature; NaN is missing
    /// @param phi one per feature; added to
    public static void add(Tree tree, double[] x, double[] phi) {
        new TreeShap(tree, x, phi).walk(0, new Path(0), 1, 1, -1);
    }

    /// The value of a case of which nothing is known: the mean over leaves by their covers.
    public static double expected(Tree tree) {
        double[] means = tree.numbers().clone();
        for (int node = means.length - 1; node >= 0; node--) { // children stand behind their parents
            if (tree.features()[node] != Tree.LEAF) {
                int left = node + 1;
                int right = tree.rights()[node];
                means[node] = (tree.covers()[left] * means[left] + tree.covers()[right] * means[right]) / tree.covers()[node];
            }
        }
        return means[0];
    }

    /// The features on the way to a node, and for each number of them known the share of orders in which the case comes by.
    ///
    /// `zero[i]` is the share that comes by where feature i is not known, `one[i]` where it is (1 or 0), `weight[i]` belongs to
    /// i features known.
    private static final class Path {
        private final int[] feature;
        private final double[] zero;
        private final double[] one;
        private final double[] weight;
        private int length;

        Path(int room) {
            feature = new int[room + 1];
            zero = new double[room + 1];
            one = new double[room + 1];
            weight = new double[room + 1];
        }

        /// A copy with one more.
        Path extended(double zeroShare, double oneShare, int by) {
            Path longer = new Path(length);
            System.arraycopy(feature, 0, longer.feature, 0, length);
            System.arraycopy(zero, 0, longer.zero, 0, length);
            System.arraycopy(one, 0, longer.one, 0, length);
            System.arraycopy(weight, 0, longer.weight, 0, length);
            longer.length = length + 1;
            longer.feature[length] = by;
            longer.zero[length] = zeroShare;
            longer.one[length] = oneShare;
            longer.weight[length] = length == 0 ? 1 : 0;
            for (int i = length - 1; i >= 0; i--) {
                longer.weight[i + 1] += oneShare * longer.weight[i] * (i + 1) / (length + 1);
                longer.weight[i] = zeroShare * longer.weight[i] * (length - i) / (length + 1);
            }
            return longer;
        }

        /// Takes feature number `at` out again.
        void unwind(int at) {
            int last = length - 1;
            double next = weight[last];
            for (int i = last - 1; i >= 0; i--) {
                if (one[at] != 0) {
                    double kept = weight[i];
                    weight[i] = next * length / ((i + 1) * one[at]);
                    next = kept - weight[i] * zero[at] * (last - i) / length;
                } else {
                    weight[i] = weight[i] * length / (zero[at] * (last - i));
                }
            }
            for (int i = at; i < last; i++) {
                feature[i] = feature[i + 1];
                zero[i] = zero[i + 1];
                one[i] = one[i + 1];
            }
            length = last;
        }

        /// The sum of the weights once feature number `at` is taken out.
        double weightWithout(int at) {
            int last = length - 1;
            double next = weight[last];
            double sum = 0;
            for (int i = last - 1; i >= 0; i--) {
                if (one[at] != 0) {
                    double own = next * length / ((i + 1) * one[at]);
                    sum += own;
                    next = weight[i] - own * zero[at] * (last - i) / length;
                } else if (zero[at] != 0) {
                    sum += weight[i] * length / (zero[at] * (last - i));
                }
            }
            return sum;
        }

        int placeOf(int wanted) {
            for (int i = 1; i < length; i++) {
                if (feature[i] == wanted) {
                    return i;
                }
            }
            return -1;
        }
    }

    private void walk(int node, Path before, double zeroShare, double oneShare, int by) {
        if (zeroShare == 0 && oneShare == 0) {
            return; // nobody comes by, whatever is known
        }
        Path path = before.extended(zeroShare, oneShare, by);
        int feature = tree.features()[node];
        if (feature == Tree.LEAF) {
            for (int i = 1; i < path.length; i++) {
                phi[path.feature[i]] += path.weightWithout(i) * (path.one[i] - path.zero[i]) * tree.numbers()[node];
            }
            return;
        }
        double zero = 1;
        double one = 1;
        int seen = path.placeOf(feature);
        if (seen >= 0) {
            zero = path.zero[seen];
            one = path.one[seen];
            path.unwind(seen);
        }
        boolean left = tree.goesLeft(node, x[feature]);
        int hot = left ? node + 1 : tree.rights()[node];
        int cold = left ? tree.rights()[node] : node + 1;
        double cover = tree.covers()[node];
        walk(hot, path, zero * tree.covers()[hot] / cover, one, feature);
        walk(cold, path, zero * tree.covers()[cold] / cover, 0, feature);
    }
}
