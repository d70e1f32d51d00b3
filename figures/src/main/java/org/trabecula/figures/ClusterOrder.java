package org.trabecula.figures;

import java.util.ArrayList;
import java.util.List;

/// An order of rows that puts similar ones side by side: average linkage on the distance 1 − |rho|.
///
/// A layout for the heat map, not a result: of two clusters the one with the earlier row goes first, ties join the
/// earlier pair. O(n³), for the few hundred features that a picture can show.
final class ClusterOrder {
    /// Two clusters joined at a height, for the tree beside the map; a leaf has no parts.
    record Node(int[] leaves, double height, List<Node> parts) {}

    private ClusterOrder() {}

    /// @param rho symmetric, one row a feature; NaN counts as 0
    static Node tree(double[][] rho) {
        List<Node> open = new ArrayList<>();
        for (int f = 0; f < rho.length; f++) {
            open.add(new Node(new int[] {f}, 0, List.of()));
        }
        while (open.size() > 1) {
            int first = 0;
            int second = 1;
            double nearest = Double.POSITIVE_INFINITY;
            for (int a = 0; a < open.size(); a++) {
                for (int b = a + 1; b < open.size(); b++) {
                    double distance = distance(rho, open.get(a).leaves(), open.get(b).leaves());
                    if (distance < nearest) {
                        nearest = distance;
                        first = a;
                        second = b;
                    }
                }
            }
            Node joined = joined(open.get(first), open.get(second), nearest);
            open.remove(second);
            open.set(first, joined);
        }
        return open.getFirst();
    }

    private static Node joined(Node a, Node b, double height) {
        int[] leaves = new int[a.leaves().length + b.leaves().length];
        System.arraycopy(a.leaves(), 0, leaves, 0, a.leaves().length);
        System.arraycopy(b.leaves(), 0, leaves, a.leaves().length, b.leaves().length);
        return new Node(leaves, height, List.of(a, b));
    }

    private static double distance(double[][] rho, int[] a, int[] b) {
        double sum = 0;
        for (int i : a) {
            for (int j : b) {
                sum += Double.isNaN(rho[i][j]) ? 1 : 1 - Math.abs(rho[i][j]);
            }
        }
        return sum / ((double) a.length * b.length);
    }
}
