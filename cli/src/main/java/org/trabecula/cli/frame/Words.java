package org.trabecula.cli.frame;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import org.trabecula.core.InputException;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Numbers and paths on the command line, refused in words of the user.
public final class Words {
    private Words() {}

    public static void registerIn(CommandLine line) {
        ITypeConverter<Integer> whole = text -> parse(text, Integer::valueOf, "a whole number");
        ITypeConverter<Long> large = text -> parse(text, Long::valueOf, "a whole number");
        ITypeConverter<Double> real = text -> parse(text, Double::valueOf, "a number");
        line.registerConverter(Integer.class, whole).registerConverter(int.class, whole);
        line.registerConverter(Long.class, large).registerConverter(long.class, large);
        line.registerConverter(Double.class, real).registerConverter(double.class, real);
        line.registerConverter(Path.class, Words::path);
    }

    /// `"$FILE"` with nothing in FILE is a mistake; the path "" would mean the folder that one is in.
    private static Path path(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException("an empty path");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InputException(Failures.problem(e), e);
        }
    }

    private static <T> T parse(String text, Function<String, T> parser, String kind) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not " + kind);
        }
    }
}
