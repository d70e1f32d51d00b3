package org.trabecula.learn.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.trabecula.learn.tree.Tree;
import org.trabecula.learn.tree.Unfolding;

/// LightGBM's text model (version v4) as trees: blocks `Tree=k` of lines `key=values`. Splits and leaves are numbered apart; a child
/// below 0 is leaf `−1 − child`. `decision_type`: bit 0 a category, bit 1 missing goes left, bits 2 and 3 what is missing (none, zero,
/// NaN). Where nothing was missing in training, LightGBM reads NaN as 0, and so do these trees.
final class LightgbmText {
    private static final int CATEGORY = 1;
    private static final int MISSING_LEFT = 2;
    private static final int MISSING_KIND = 2;
    private static final int MISSING_NONE = 0;
    private static final int MISSING_NAN = 2;

    private LightgbmText() {}

    /// @throws IllegalArgumentException if a split is on a category, or zero means missing: neither was asked for
    static List<Tree> trees(String model) {
        List<Tree> trees = new ArrayList<>();
        String body = model.substring(0, model.indexOf("end of trees"));
        for (String block : body.split("(?m)^Tree=", -1)) {
            Map<String, String> lines = new HashMap<>();
            block.lines().filter(line -> line.contains("=")).forEach(line -> {
                String[] parts = line.split("=", 2);
                lines.put(parts[0], parts[1]);
            });
            if (lines.containsKey("leaf_value")) { // what comes before the first tree has none
                trees.add(new Block(lines).tree());
            }
        }
        return trees;
    }

    /// The lines of one tree.
    private record Block(Map<String, String> lines) {
        Tree tree() {
            double[] values = numbers("leaf_value");
            if (values.length == 1) { // nothing was worth a split
                return Unfolding.from(0, _ -> new Unfolding.Node.Leaf<>(values[0], 0));
            }
            double[] leafCovers = numbers("leaf_count");
            double[] splitCovers = numbers("internal_count");
            double[] limits = numbers("threshold");
            int[] features = integers("split_feature");
            int[] decisions = integers("decision_type");
            int[] left = integers("left_child");
            int[] right = integers("right_child");
            return Unfolding.from(0, node -> node < 0
                    ? new Unfolding.Node.Leaf<>(values[-1 - node], leafCovers[-1 - node])
                    : new Unfolding.Node.Fork<>(
                            features[node], limits[node], missingLeft(decisions[node], limits[node]), splitCovers[node],
                            left[node], right[node]));
        }

        private static boolean missingLeft(int decision, double limit) {
            if ((decision & CATEGORY) != 0) {
                throw new IllegalArgumentException("a split on a category, decision_type " + decision);
            }
            return switch (decision >> MISSING_KIND & 3) {
                case MISSING_NONE -> 0 <= limit;
                case MISSING_NAN -> (decision & MISSING_LEFT) != 0;
                default -> throw new IllegalArgumentException("a split where zero is missing, decision_type " + decision);
            };
        }

        /// A limit of `inf` has all values on its left, and only what is missing on its right.
        private double[] numbers(String key) {
            return Arrays.stream(words(key))
                    .mapToDouble(word -> word.equals("inf") ? Double.MAX_VALUE : Double.parseDouble(word))
                    .toArray();
        }

        private int[] integers(String key) {
            return Arrays.stream(words(key)).mapToInt(Integer::parseInt).toArray();
        }

        private String[] words(String key) {
            return Objects.requireNonNull(lines.get(key), key).strip().split(" ", -1);
        }
    }
}
