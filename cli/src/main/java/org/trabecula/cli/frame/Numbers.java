package org.trabecula.cli.frame;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Numbers on the command line, refused in words of the user.
public final class Numbers {
    private Numbers() {}

    public static void registerIn(CommandLine line) {
        ITypeConverter<Integer> whole = text -> parse(text, Integer::valueOf, "a whole number");
        ITypeConverter<Long> large = text -> parse(text, Long::valueOf, "a whole number");
        ITypeConverter<Double> real = text -> parse(text, Double::valueOf, "a number");
        line.registerConverter(Integer.class, whole).registerConverter(int.class, whole);
        line.registerConverter(Long.class, large).registerConverter(long.class, large);
        line.registerConverter(Double.class, real).registerConverter(double.class, real);
    }

    private static <T> T parse(String text, Function<String, T> parser, String kind) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not " + kind);
        }
    }
}
