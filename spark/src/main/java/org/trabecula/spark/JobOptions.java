package org.trabecula.spark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.Suggestion;

/// What `extract` of [SparkMain] is asked for. Places are URIs of any file system that the cluster's Hadoop knows; without a scheme, of its
/// default one.
///
/// @param manifest cases, as on the command line; files in it are relative to its folder, or URIs
/// @param settings a preset's name, or where a parameter file lies
/// @param output   folder of results
/// @param labels   for rows without one: numbers or names, or `all`
/// @param rows     after how many new rows a file of the output is written
/// @param seconds  after how many seconds one is written, though it has fewer
record JobOptions(
        String manifest, SettingsSource settings, String output, List<String> labels, int rows, int seconds) {
    static final String USAGE = """
            usage: spark-submit --class org.trabecula.spark.SparkMain … extract --manifest URI --output URI
                     (--preset original|paper1648|full|lbp3d | --params URI) [--label N|NAME|all,…]
                     [--part-rows N] [--part-seconds N]""";

    private static final List<String> FLAGS =
            List.of("--manifest", "--preset", "--params", "--output", "--label", "--part-rows", "--part-seconds");
    private static final int PART_ROWS = 1000;
    private static final int PART_SECONDS = 60;

    /// Where settings come from.
    sealed interface SettingsSource {
        /// Settings by name.
        record Preset(String name) implements SettingsSource {}

        /// A PyRadiomics parameter file.
        record Params(String place) implements SettingsSource {}
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
        if (words.length == 0 || !words[0].equals("extract")) {
            throw new UsageException("the first word is the verb: extract");
        }
        Map<String, String> given = new HashMap<>();
        for (int at = 1; at < words.length; at += 2) {
            String flag = words[at];
            if (!FLAGS.contains(flag)) {
                throw new UsageException("unknown: " + flag
                        + Suggestion.nearest(flag, FLAGS).map(near -> "; did you mean " + near + "?").orElse(""));
            }
            if (at + 1 == words.length) {
                throw new UsageException(flag + " needs a value");
            }
            if (given.put(flag, words[at + 1]) != null) {
                throw new UsageException(flag + " is given twice");
            }
        }
        return new JobOptions(
                needed(given, "--manifest"), settings(given), needed(given, "--output"),
                Optional.ofNullable(given.get("--label")).map(labels -> List.of(labels.split(","))).orElse(List.of()),
                count(given, "--part-rows", PART_ROWS), count(given, "--part-seconds", PART_SECONDS));
    }

    private static SettingsSource settings(Map<String, String> given) {
        if (given.containsKey("--preset") == given.containsKey("--params")) {
            throw new UsageException("either --preset NAME or --params URI: settings have no default here");
        }
        return given.containsKey("--preset")
                ? new SettingsSource.Preset(needed(given, "--preset"))
                : new SettingsSource.Params(needed(given, "--params"));
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
