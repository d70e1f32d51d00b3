package org.trabecula.spark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.core.Suggestion;
import org.trabecula.deep.crop.CropSettings;

/// What [SparkMain] is asked for. Places are URIs of any file system that the cluster's Hadoop knows; without a scheme, of its
/// default one.
///
/// @param manifest cases, as on the command line; files in it are relative to its folder, or URIs
/// @param asked    what is made of each case
/// @param output   folder of results
/// @param labels   for rows without one: numbers or names, or `all`
/// @param rows     after how many new rows a file of the output is written
/// @param seconds  after how many seconds one is written, though it has fewer
record JobOptions(
        String manifest, Asked asked, String output, List<String> labels, int rows, int seconds) {
    static final String USAGE = """
            usage: spark-submit --class org.trabecula.spark.SparkMain … extract --manifest URI --output URI
                     (--preset original|paper1648|full|lbp3d | --params URI) [--label N|NAME|all,…]
                     [--part-rows N] [--part-seconds N]
               spark-submit … embed --manifest URI --output URI --weights URI [--size PIXELS] [--window LOW,HIGH] [--margin MM]
                     [--part-rows N] [--part-seconds N]""";

    private static final List<String> EVERY = List.of("--manifest", "--output", "--part-rows", "--part-seconds");
    private static final Map<String, List<String>> FLAGS = Map.of(
            "extract", List.of("--preset", "--params", "--label"),
            "embed", List.of("--weights", "--size", "--window", "--margin"));
    private static final int PART_ROWS = 1000;
    private static final int PART_SECONDS = 60;

    /// What is made of each case: hand-crafted features by a preset or by a parameter file, or a network's.
    sealed interface Asked {
        /// Settings by name.
        record Preset(String name) implements Asked {}

        /// A PyRadiomics parameter file.
        record Params(String place) implements Asked {}

        /// A file of weights, as `embed` takes it.
        record Network(String weights, CropSettings crop) implements Asked {}
    }

    JobOptions {
        labels = List.copyOf(labels);
    }

    /// A command line that cannot be meant.
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UsageException(String message) {
            super(message);
        }
    }

    /// @param words the verb first
    /// @throws UsageException for words that are not understood, given twice or missing
    static JobOptions of(String... words) {
        if (words.length == 0 || !FLAGS.containsKey(words[0])) {
            throw new UsageException("the first word is the verb: extract or embed");
        }
        List<String> flags = Stream.concat(EVERY.stream(), FLAGS.getOrDefault(words[0], List.of()).stream()).toList();
        Map<String, String> given = new HashMap<>();
        for (int at = 1; at < words.length; at += 2) {
            String flag = words[at];
            if (!flags.contains(flag)) {
                throw new UsageException("unknown: " + flag
                        + Suggestion.nearest(flag, flags).map(near -> "; did you mean " + near + "?").orElse(""));
            }
            if (at + 1 == words.length) {
                throw new UsageException(flag + " needs a value");
            }
            if (given.put(flag, words[at + 1]) != null) {
                throw new UsageException(flag + " is given twice");
            }
        }
        return new JobOptions(
                needed(given, "--manifest"), words[0].equals("embed") ? network(given) : settings(given), needed(given, "--output"),
                Optional.ofNullable(given.get("--label")).map(labels -> List.of(labels.split(","))).orElse(List.of()),
                count(given, "--part-rows", PART_ROWS), count(given, "--part-seconds", PART_SECONDS));
    }

    private static Asked settings(Map<String, String> given) {
        if (given.containsKey("--preset") == given.containsKey("--params")) {
            throw new UsageException("either --preset NAME or --params URI: settings have no default here");
        }
        return given.containsKey("--preset")
                ? new Asked.Preset(needed(given, "--preset"))
                : new Asked.Params(needed(given, "--params"));
    }

    private static Asked network(Map<String, String> given) {
        CropSettings paper = CropSettings.paper();
        String[] window = given.getOrDefault("--window", paper.windowLowHu() + "," + paper.windowHighHu()).split(",", -1);
        if (window.length != 2) {
            throw new UsageException("--window takes LOW,HIGH in HU, not '" + String.join(",", window) + "'");
        }
        return new Asked.Network(needed(given, "--weights"), new CropSettings(
                count(given, "--size", paper.sizePixels()), number("--window", window[0]), number("--window", window[1]),
                number("--margin", given.getOrDefault("--margin", Double.toString(paper.marginMm()))), paper.shape(), paper.blankOutside(),
                paper.neighbourMm()));
    }

    private static double number(String flag, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw new UsageException(flag + " takes numbers, not '" + text + "'");
        }
    }

    private static String needed(Map<String, String> given, String flag) {
        String value = given.get(flag);
        if (value == null) {
            throw new UsageException("missing: " + flag);
        }
        return value;
    }

    private static int count(Map<String, String> given, String flag, int byDefault) {
        String text = given.getOrDefault(flag, Integer.toString(byDefault));
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new UsageException(flag + " takes a whole number from 1, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
