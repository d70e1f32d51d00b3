package org.trabecula.figures.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.figures.Examples;

class FigurePdfTest {
    private static final Pattern TEXT = Pattern.compile("<text[^>]*>([^<]*)</text>");

    static List<String> figures() {
        return new ArrayList<>(Examples.all().keySet());
    }

    /// Every letter of the drawing is text of the page, in an embedded font.
    @ParameterizedTest
    @MethodSource("figures")
    void holdsEveryWordOfTheDrawing(String name) throws IOException {
        String svg = figure(name);
        try (PDDocument document = Loader.loadPDF(FigurePdf.of(svg, 85))) {
            assertThat(sorted(new PDFTextStripper().getText(document))).isEqualTo(sorted(words(svg)));
            PDPage page = document.getPage(0);
            assertThat(page.getMediaBox().getWidth()).isCloseTo((float) (85 * 72 / 25.4), offset(0.01f));
            for (var font : page.getResources().getFontNames()) {
                PDFont used = page.getResources().getFont(font);
                assertThat(used.isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void sameFigureGivesTheSameBytes() {
        String svg = figure("nomogram");
        assertThat(FigurePdf.of(svg, 180)).isEqualTo(FigurePdf.of(svg, 180));
    }

    @Test
    void refusesWhatNoFigureHolds() {
        assertThatThrownBy(() -> FigurePdf.of("<svg width=\"9\" height=\"9\"><title>t</title><image/></svg>", 85))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("image");
        assertThatThrownBy(() -> FigurePdf.of("no svg", 85)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String figure(String name) {
        return Objects.requireNonNull(Examples.all().get(name));
    }

    private static String words(String svg) {
        StringBuilder words = new StringBuilder();
        Matcher text = TEXT.matcher(svg);
        while (text.find()) {
            words.append(text.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        }
        return words.toString();
    }

    /// All letters in the order of their code points, so that it does not matter in which order a page is read.
    private static String sorted(String text) {
        return text.replaceAll("\\s", "").chars().sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
