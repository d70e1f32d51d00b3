package org.trabecula.image.label;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A label description file of ITK-SNAP: a line for each number, `29 255 0 0 1 1 1 "L3"`.
///
/// @param title which file it is
/// @param names by number, without 0, the background; in file order
public record ItkSnapLabels(String title, Map<Integer, String> names) implements LabelNaming {
    /// Number, red, green, blue, opacity, visible, meshed, name in quotes.
    private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,9})(?:\\s+[\\d.]{1,9}){6}\\s+\"([^\"]*)\"\\s*");
    private static final int LONGEST = 1 << 20;

    public ItkSnapLabels {
        names = new LinkedHashMap<>(names);
    }

    /// Reads such a file; empty where `file` is none.
    public static Optional<ItkSnapLabels> read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST);
            return parse(String.valueOf(file.getFileName()), new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /// @param title how to call the text
    public static Optional<ItkSnapLabels> parse(String title, String text) {
        Map<Integer, String> names = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher label = LINE.matcher(line);
            if (!label.matches()) {
                return Optional.empty();
            }
            int number = Integer.parseInt(label.group(1));
            if (number > 0) {
                names.put(number, label.group(2));
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(new ItkSnapLabels(title, names));
    }

    @Override
    public Optional<String> nameOf(int number) {
        return Optional.ofNullable(names.get(number));
    }

    @Override
    public OptionalInt numberOf(String name) {
        String normal = VertebraName.normal(name).orElse(name);
        return names.entrySet().stream()
                .filter(entry -> VertebraName.normal(entry.getValue()).orElse(entry.getValue()).equals(normal))
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }
}
