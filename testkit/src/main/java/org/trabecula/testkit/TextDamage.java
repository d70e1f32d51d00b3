package org.trabecula.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// One way of damaging a text, drawn at random.
final class TextDamage {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d_]+");
    private static final List<String> NUMBERS = List.of(
            "0", "-1", "1", "1e400", "-1e400", "1e-400", "NaN", "nan", "Infinity", "inf", "1e5", "1e-30", "2147483647", "2147483648",
            "-2147483649", "9223372036854775808", "0x7f", "1,5", "010", "1e", ".", "99999999999999999999");
    private static final List<String> ODD = List.of(
            "", " ", "\t", "\n", "\r\n", "\0", "\u001b[31m", "\u0007", "\ufeff", "\u2028", "ä", "\ud83d\ude00", "\"", "'", "=", ",",
            ";", ":", "-", "#", "\\");
    /// Deep enough to end the stack of a reader that calls itself for each level.
    private static final int MOST_TIMES = 20_000;

    private TextDamage() {}

    static byte[] of(byte[] bytes, List<String> tokens, SplittableRandom random) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return damaged(text, tokens, random).getBytes(StandardCharsets.UTF_8);
    }

    private static String damaged(String text, List<String> tokens, SplittableRandom random) {
        int at = random.nextInt(text.length() + 1);
        String token = pick(tokens.isEmpty() || random.nextInt(3) == 0 ? ODD : tokens, random);
        return switch (random.nextInt(9)) {
            case 0 -> text.substring(0, at) + token + text.substring(at);
            case 1 -> text.substring(0, at) + token.repeat(1 + random.nextInt(MOST_TIMES)) + text.substring(at);
            case 2 -> replaced(text, NUMBER, pick(NUMBERS, random), random);
            case 3 -> replaced(text, WORD, token, random);
            case 4 -> replaced(text, WORD, pick(NUMBERS, random), random);
            case 5 -> text.substring(0, at);
            default -> lines(text, token, random);
        };
    }

    private static String replaced(String text, Pattern pattern, String by, SplittableRandom random) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text + by;
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        return text.substring(0, one.start()) + by + text.substring(one.end());
    }

    private static String lines(String text, String token, SplittableRandom random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.set(at, lines.set(random.nextInt(lines.size()), line));
            case 3 -> lines.add(at, token);
            default -> lines.set(at, line + token);
        }
        return String.join("\n", lines);
    }

    private static String pick(List<String> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
