package org.trabecula.radiomics.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Settings as YAML, within limits: what the YAML reader would answer with a full stack or an endless walk is counted in its events
/// first.
public final class BoundedYaml {
    /// A parameter file has four levels (part, image type, setting, list), a study's settings one more.
    private static final int DEEPEST = 20;
    /// Every alias counted as what it stands for. All features of all classes on all image types are about 1,500.
    private static final long MOST_NODES = 20_000;

    private BoundedYaml() {}

    /// The root; empty for a text without any.
    ///
    /// @throws YamlRefusal if it is no YAML, or none that a person wrote
    public static Optional<Node> compose(String text, LoadSettings settings) throws YamlRefusal {
        try {
            refuseUnbounded(text, settings);
            return new Composer(settings, events(text, settings)).getSingleNode();
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark().map(BoundedYaml::line).orElse("");
            throw new YamlRefusal(line, String.valueOf(e.getProblem()), e);
        } catch (YamlEngineException e) {
            throw new YamlRefusal("", String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) { // the reader's own faults, such as an index past the end of a damaged text
            throw new YamlRefusal("", "a text at which the YAML reader gives up (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /// What the library's `Compose` and `Parse` do, which its module keeps to itself.
    private static ParserImpl events(String text, LoadSettings settings) {
        return new ParserImpl(settings, new StreamReader(settings, text));
    }

    /// Counts depth and nodes with aliases expanded; an alias within what it stands for has no end.
    private static void refuseUnbounded(String text, LoadSettings yaml) throws YamlRefusal {
        Map<Anchor, Long> sizes = new HashMap<>();
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(Optional.empty()));
        ParserImpl events = events(text, yaml);
        while (events.hasNext()) {
            Event event = events.next();
            switch (event) {
                case CollectionStartEvent start -> {
                    open.push(new Open(start.getAnchor()));
                    if (open.size() > DEEPEST) {
                        throw new YamlRefusal(line(event), "more than " + DEEPEST + " levels of nesting");
                    }
                }
                case CollectionEndEvent _ -> close(open, sizes);
                case AliasEvent alias -> {
                    Long nodes = sizes.get(alias.getAlias());
                    if (nodes == null) {
                        throw new YamlRefusal(line(event), "an alias within what it stands for, or of nothing");
                    }
                    open.element().nodes += nodes;
                }
                case NodeEvent scalar -> {
                    open.element().nodes++;
                    scalar.getAnchor().ifPresent(anchor -> sizes.put(anchor, 1L));
                }
                default -> {}
            }
            if (open.element().nodes > MOST_NODES) {
                throw new YamlRefusal(line(event), "more than " + MOST_NODES + " entries, aliases counted as what they stand for");
            }
        }
    }

    private static void close(Deque<Open> open, Map<Anchor, Long> sizes) {
        Open closed = open.pop();
        closed.anchor.ifPresent(anchor -> sizes.put(anchor, closed.nodes + 1));
        open.element().nodes += closed.nodes + 1;
    }

    /// A collection whose end has not come yet.
    private static final class Open {
        private final Optional<Anchor> anchor;
        private long nodes;

        Open(Optional<Anchor> anchor) {
            this.anchor = anchor;
        }
    }

    private static String line(Event event) {
        return event.getStartMark().map(BoundedYaml::line).orElse("");
    }

    private static String line(Mark mark) {
        return ", line " + (mark.getLine() + 1);
    }
}
