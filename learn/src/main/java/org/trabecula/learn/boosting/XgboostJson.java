package org.trabecula.learn.boosting;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.learn.tree.Tree;
import org.trabecula.learn.tree.Unfolding;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// XGBoost's JSON model (its "Introduction to Model IO", schema of 3.x) as trees. XGBoost goes left where `x < limit` in single
/// precision; that is `x ≤` the single-precision number below the limit, which is how it stands in a [Tree].
final class XgboostJson {
    /// Decimal text is kept as it is, so that it is rounded once, to single precision.
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final int NO_CHILD = -1;

    private XgboostJson() {}

    /// @throws IllegalArgumentException if the model is no boosted binary classifier that starts from a margin of 0
    static List<Tree> trees(byte[] json) {
        JsonNode learner = MAPPER.readTree(json).required("learner");
        String base = learner.required("learner_model_param").required("base_score").stringValue();
        if (Float.parseFloat(base.replaceAll("[\\[\\]]", "")) != Xgboost.BASE_SCORE) {
            throw new IllegalArgumentException("a base_score of " + Xgboost.BASE_SCORE + " was asked for, got " + base);
        }
        List<Tree> trees = new ArrayList<>();
        for (JsonNode tree : learner.required("gradient_booster").required("model").required("trees")) {
            trees.add(tree(tree));
        }
        return trees;
    }

    private static Tree tree(JsonNode tree) {
        JsonNode left = tree.required("left_children");
        JsonNode right = tree.required("right_children");
        JsonNode feature = tree.required("split_indices");
        JsonNode number = tree.required("split_conditions");
        JsonNode missingLeft = tree.required("default_left");
        JsonNode cover = tree.required("sum_hessian");
        return Unfolding.from(0, node -> {
            float own = single(number.get(node));
            float weight = single(cover.get(node));
            return left.get(node).intValue() == NO_CHILD
                    ? new Unfolding.Node.Leaf<>(own, weight)
                    : new Unfolding.Node.Fork<>(
                            feature.get(node).intValue(), Math.nextDown(own), isTrue(missingLeft.get(node)), weight,
                            left.get(node).intValue(), right.get(node).intValue());
        });
    }

    /// XGBoost writes truth as 0 and 1, or as true and false.
    private static boolean isTrue(JsonNode flag) {
        return flag.isBoolean() ? flag.booleanValue() : flag.intValue() != 0;
    }

    private static float single(JsonNode number) {
        return number.decimalValue().floatValue();
    }
}
