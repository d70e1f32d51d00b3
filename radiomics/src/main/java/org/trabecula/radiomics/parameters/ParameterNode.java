package org.trabecula.radiomics.parameters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Suggestion;

/// A value in a parameter file that knows its place, and refuses to be what it is not.
///
/// Plain scalars are read as YAML 1.2 numbers, `true`, `false` or `null`; a number with a leading zero is refused, since
/// YAML versions disagree on it.
final class ParameterNode {
    private static final int LONGEST_SHOWN = 80;
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?((0|[1-9][0-9]*)(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    private final String file;
    private final String key;
    private final Node node;

    ParameterNode(String file, String key, Node node) {
        this.file = file;
        this.key = key;
        this.node = node;
    }

    /// The place in words: file, line, key.
    String where() {
        return where(file, node, key);
    }

    static String where(String file, Node node, String key) {
        return file + node.getStartMark().map(ParameterNode::line).orElse("") + (key.isEmpty() ? "" : ", " + shown(key));
    }

    private static String line(Mark mark) {
        return ", line " + (mark.getLine() + 1);
    }

    String key() {
        return key;
    }

    boolean isNull() {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && switch (scalar.getValue()) {
                    case "", "~", "null", "Null", "NULL" -> true;
                    default -> false;
                };
    }

    /// The entries of a mapping in file order; none for null.
    Map<String, ParameterNode> entries() {
        Map<String, ParameterNode> entries = new LinkedHashMap<>();
        if (isNull()) {
            return entries;
        }
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("a mapping (key: value)");
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode name)) {
                throw wrong("plain words as keys");
            }
            ParameterNode value = new ParameterNode(file, name.getValue(), entry.getValueNode());
            if (entries.putIfAbsent(name.getValue(), value) != null) {
                throw new InputException(new Problem(
                        ParameterProblem.WRONG_VALUE,
                        where(file, name, name.getValue()),
                        "the key '" + shown(name.getValue()) + "' a second time",
                        "each key once",
                        "remove one of the two"));
            }
        }
        return entries;
    }

    /// The items of a list; a single value is a list of one.
    List<ParameterNode> items() {
        List<ParameterNode> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.add(new ParameterNode(file, key, item));
            }
        } else if (!isNull()) {
            items.add(this);
        }
        return items;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || isNull()) {
            throw wrong("a word");
        }
        return scalar.getValue();
    }

    double number() {
        if (!isPlain() || !NUMBER.matcher(text()).matches()) {
            throw wrong("a number, without leading zeros");
        }
        return Double.parseDouble(text());
    }

    int integer() {
        if (!isPlain() || !INTEGER.matcher(text()).matches()) {
            throw wrong("a whole number, without leading zeros");
        }
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw wrong("a whole number below 2³¹");
        }
    }

    boolean bool() {
        String text = isPlain() ? text().toLowerCase(Locale.ROOT) : "";
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("true or false");
        };
    }

    /// Whether the value is written as a whole number: `1`, not `1.0`.
    boolean isWhole() {
        return isPlain() && INTEGER.matcher(text()).matches();
    }

    private boolean isPlain() {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    /// A refusal of this value.
    InputException wrong(String expected) {
        return new InputException(new Problem(
                ParameterProblem.WRONG_VALUE, where(), found(), expected, "put a value of this kind there"));
    }

    private String found() {
        return switch (node) {
            case ScalarNode _ when isNull() -> "nothing";
            // a whole file that is one word is some other file, and not ours to quote
            case ScalarNode scalar when key.isEmpty() -> "a text of " + scalar.getValue().length() + " characters";
            case ScalarNode scalar -> "'" + shown(scalar.getValue()) + "'";
            case SequenceNode sequence -> "a list of " + sequence.getValue().size();
            case MappingNode mapping -> "a mapping of " + mapping.getValue().size() + " keys";
            default -> node.getNodeType().toString();
        };
    }

    /// Shortened, so that a message stays a message.
    static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /// A refusal of a key that does not exist, with the nearest that does.
    InputException unknownKey(String kind, Collection<String> known) {
        return new InputException(new Problem(
                ParameterProblem.UNKNOWN_KEY,
                where(),
                kind + " '" + shown(key) + "'",
                "one of: " + String.join(", ", known),
                meant(key, known, "remove the key")));
    }

    /// The nearest known word as a question, or `otherwise` where none is near.
    static String meant(String word, Collection<String> known, String otherwise) {
        return Suggestion.nearest(word, known).map(nearest -> "did you mean '" + nearest + "'?").orElse(otherwise);
    }
}
