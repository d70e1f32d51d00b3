package org.trabecula.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a case's `expected.json` asks of a command's answer: exit code, words that a reader needs, numbers in files. A case may
/// allow several answers, of which one must fit.
record ExpectedAnswer(JsonNode asked, CommandLineRun run, Path folder) {
    private static final String STANDARD_OUT = "STDOUT";

    void check() throws IOException {
        assertThat(run.exit()).as(run.err()).isNotEqualTo(1);
        List<List<String>> misses = new ArrayList<>();
        if (asked.has("any_of")) {
            for (JsonNode one : asked.get("any_of")) {
                List<String> missed = missed(asked);
                missed.addAll(missed(one));
                misses.add(missed);
            }
        } else {
            misses.add(missed(asked));
        }
        assertThat(misses).as(run.out() + "\n" + run.err()).anyMatch(List::isEmpty);
    }

    /// What does not fit, in words.
    private List<String> missed(JsonNode answer) throws IOException {
        List<String> missed = new ArrayList<>();
        boolean further = answer == asked && asked.has("any_of");
        if (answer.has("exit") || !further && !asked.has("exit")) {
            List<Integer> exits = new ArrayList<>();
            JsonNode exit = answer.path("exit");
            exit.forEach(one -> exits.add(one.asInt()));
            if (!exit.isArray()) {
                exits.add(exit.asInt(0));
            }
            miss(missed, exits.contains(run.exit()), "exit " + run.exit() + ", not " + exits);
        }
        String said = said(answer);
        for (JsonNode word : answer.path("must_name")) {
            miss(missed, names(said, word), "does not name " + word);
        }
        for (JsonNode word : answer.path("must_not_name")) {
            miss(missed, !names(said, word), "names " + word);
        }
        long lines = (run.out() + run.err()).strip().lines().count();
        miss(missed, lines <= answer.path("max_lines").asLong(Long.MAX_VALUE), lines + " lines");
        for (JsonNode check : answer.path("json_path_checks")) {
            json(check, missed);
        }
        for (JsonNode check : answer.path("csv_checks")) {
            csv(check, missed);
        }
        for (JsonNode check : answer.path("file_checks")) {
            Path file = folder.resolve(check.get("file").asString());
            String text = Files.exists(file) ? Files.readString(file) : "";
            for (JsonNode word : check.path("must_name")) {
                miss(missed, names(text, word), file + " does not name " + word);
            }
        }
        return missed;
    }

    private static void miss(List<String> missed, boolean fits, String what) {
        if (!fits) {
            missed.add(what);
        }
    }

    private String said(JsonNode answer) throws IOException {
        StringBuilder said = new StringBuilder(run.out()).append('\n').append(run.err());
        for (JsonNode file : answer.path("say_in")) {
            Path path = folder.resolve(file.asString());
            said.append('\n').append(Files.exists(path) ? Files.readString(path) : "");
        }
        return said.toString();
    }

    /// A word, an expression after `re:`, or any of several; letter case does not matter.
    private static boolean names(String text, JsonNode word) {
        if (word.isArray()) {
            for (JsonNode one : word) {
                if (names(text, one)) {
                    return true;
                }
            }
            return false;
        }
        String wanted = word.asString();
        return wanted.startsWith("re:")
                ? Pattern.compile(wanted.substring(3), Pattern.CASE_INSENSITIVE).matcher(text).find()
                : text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    private void json(JsonNode check, List<String> missed) throws IOException {
        String file = check.get("file").asString();
        Path path = folder.resolve(file);
        if (!file.equals(STANDARD_OUT) && !Files.exists(path)) {
            missed.add("no file " + file);
            return;
        }
        JsonNode found = JsonMapper.shared().readTree(file.equals(STANDARD_OUT) ? run.out() : Files.readString(path));
        for (String part : check.get("path").asString().split("\\.(?![^\\[]*\\])")) {
            found = step(found, part);
        }
        String what = check.get("path").asString() + " is " + found;
        if (check.has("equals")) {
            miss(missed, found.equals(check.get("equals")), what);
        }
        if (check.has("min")) {
            miss(missed, found.asDouble(Double.NaN) >= check.get("min").asDouble(), what);
        }
        if (check.has("max")) {
            miss(missed, found.asDouble(Double.NaN) <= check.get("max").asDouble(), what);
        }
        if (check.has("is_null")) {
            miss(missed, (found.isNull() || found.isMissingNode()) == check.get("is_null").asBoolean(), what);
        }
    }

    /// `key`, or `key[number]`, or `key[name=value,…]` for the first entry with these values.
    private static JsonNode step(JsonNode from, String part) {
        int bracket = part.indexOf('[');
        JsonNode found = bracket == 0 ? from : from.path(bracket < 0 ? part : part.substring(0, bracket));
        if (bracket < 0) {
            return found;
        }
        String inside = part.substring(bracket + 1, part.length() - 1);
        if (inside.indexOf('=') < 0) {
            return found.path(Integer.parseInt(inside));
        }
        for (JsonNode one : found) {
            if (Arrays.stream(inside.split(","))
                    .map(pair -> pair.split("="))
                    .allMatch(pair -> one.path(pair[0]).asString("").equals(pair[1]))) {
                return one;
            }
        }
        return JsonMapper.shared().missingNode();
    }

    private void csv(JsonNode check, List<String> missed) {
        Path file = folder.resolve(check.get("file").asString());
        if (!Files.exists(file)) {
            missed.add("no file " + file.getFileName());
            return;
        }
        TextTable table = DelimitedText.read(file);
        long rows = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            int at = row;
            if (check.path("where").propertyStream().allMatch(one -> table.cell(at, one.getKey()).equals(one.getValue().asString()))) {
                rows++;
                check.path("equals").propertyStream().forEach(one ->
                        miss(missed, table.cell(at, one.getKey()).equals(one.getValue().asString()), one.getKey() + " in row " + at));
            }
        }
        miss(missed, rows == check.path("count").asLong(rows), rows + " rows");
        miss(missed, rows >= check.path("min").asLong(0) && rows <= check.path("max").asLong(rows), rows + " rows");
    }
}
