package org.trabecula.figures.nomogram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trabecula.figures.Svg;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.stats.nomogram.NomogramModel;

/// One HTML file that predicts: a slider or list per variable, the nomogram with lines that follow the values, points,
/// probability with 95 % limits (logistic models). It needs no network and forbids itself any; nothing leaves the page.
public final class NomogramCalculator {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final String BANNER =
            "<p class=\"banner\"><strong>Synthetic data.</strong> Fitted on made-up cases; it says nothing about patients.</p>";

    private NomogramCalculator() {}

    /// With the variables' own names.
    public static String html(
            String title, NomogramModel model, Nomogram nomogram, String probability, boolean synthetic) {
        return html(title, model, nomogram, probability, UnaryOperator.identity(), synthetic);
    }

    /// @param title       of the page
    /// @param model       as fitted
    /// @param nomogram    of that model
    /// @param probability what the result is called, such as "Probability of acute"
    /// @param titles      what a variable is called, with its unit
    /// @param synthetic   whether the model was fitted on made-up cases, which the page then says on top
    public static String html(
            String title,
            NomogramModel model,
            Nomogram nomogram,
            String probability,
            UnaryOperator<String> titles,
            boolean synthetic) {
        NomogramLayout layout = NomogramLayout.of(nomogram, model.fitted().link(), probability, titles);
        String numbers = CalculatorModel.of(model, nomogram, layout, titles).toString();
        return filled(
                resource("calculator.html"),
                Map.of(
                        "title", Svg.escaped(title),
                        "banner", synthetic ? BANNER : "",
                        "probability", Svg.escaped(probability),
                        "style", resource("calculator.css"),
                        "nomogram", NomogramFigure.draw(title, layout),
                        "model", numbers.replace("<", "\\u003c"), // a name may not end the script element
                        "script", resource("calculator.js")));
    }

    private static String filled(String template, Map<String, String> parts) {
        Matcher place = PLACE.matcher(template);
        return place.replaceAll(found ->
                Matcher.quoteReplacement(Objects.requireNonNull(parts.get(found.group(1)), found.group(1))));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(NomogramCalculator.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
