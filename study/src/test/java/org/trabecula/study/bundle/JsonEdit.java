package org.trabecula.study.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is done to one place of a JSON text.
enum JsonEdit {
    DELETE,
    NULL,
    OTHER_TYPE,
    SHORTER,
    LONGER,
    NAN,
    INFINITE,
    TWICE;

    private static final String ENDLESS = "1e400";
    /// Stands for what a tree of numbers cannot hold and is put in as text.
    private static final double MARK = 987654321.125;
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    /// A place of the tree, and how its value is replaced.
    interface Visitor {
        void at(String place, JsonNode value, Consumer<JsonNode> set);
    }

    /// The tree as a file holds it after an edit.
    static String text(JsonNode tree) {
        return tree.toString().replace(Double.toString(MARK), ENDLESS);
    }

    /// Does this to a place of `tree` below its root, drawn from all where it can be done.
    ///
    /// @return the place; empty if there is none
    String to(JsonNode tree, SplittableRandom random) {
        List<String> names = new ArrayList<>();
        List<Runnable> edits = new ArrayList<>();
        places(tree, (at, value, set) -> {
            Runnable change = change(value, set, random);
            if (change != null) {
                names.add(at);
                edits.add(change);
            }
        });
        if (edits.isEmpty()) {
            return "";
        }
        int chosen = random.nextInt(edits.size());
        edits.get(chosen).run();
        return names.get(chosen);
    }

    private @Nullable Runnable change(JsonNode value, Consumer<JsonNode> set, SplittableRandom random) {
        boolean list = value instanceof ArrayNode array && !array.isEmpty();
        return switch (this) {
            case DELETE -> value instanceof ObjectNode object && !object.isEmpty()
                    ? () -> object.remove(List.copyOf(object.propertyNames()).get(random.nextInt(object.size())))
                    : null;
            case NULL -> () -> set.accept(MAKE.nullNode());
            case OTHER_TYPE -> () -> set.accept(
                    value.isNumber() ? MAKE.stringNode("1.5") : value.isString() ? MAKE.numberNode(3) : MAKE.booleanNode(true));
            case SHORTER -> list ? () -> ((ArrayNode) value).remove(random.nextInt(value.size())) : null;
            case LONGER -> list ? () -> ((ArrayNode) value).add(value.get(random.nextInt(value.size())).deepCopy()) : null;
            case TWICE -> list && value.size() > 1 && value.get(0).isString()
                    ? () -> ((ArrayNode) value).set(0, value.get(value.size() - 1))
                    : null;
            case NAN -> value.isNumber() ? () -> set.accept(MAKE.stringNode("NaN")) : null;
            case INFINITE -> value.isNumber() ? () -> set.accept(MAKE.numberNode(MARK)) : null;
        };
    }

    /// Every place below the root.
    static void places(JsonNode tree, Visitor visitor) {
        places(tree, "", visitor);
    }

    private static void places(JsonNode node, String path, Visitor visitor) {
        if (node instanceof ObjectNode object) {
            for (String key : List.copyOf(object.propertyNames())) {
                visitor.at(path + "/" + key, object.get(key), other -> object.set(key, other));
                places(object.get(key), path + "/" + key, visitor);
            }
        } else if (node instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                int index = at;
                visitor.at(path + "/" + at, array.get(at), other -> array.set(index, other));
                places(array.get(at), path + "/" + at, visitor);
            }
        }
    }
}
