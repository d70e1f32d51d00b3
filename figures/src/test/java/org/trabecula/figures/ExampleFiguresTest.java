package org.trabecula.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Every figure against its reviewed picture in `docs/images/figures`. After looking at a changed picture, write it with
/// `mvn -pl figures -am test -Dgolden.update=true`.
class ExampleFiguresTest {
    private static final Path PICTURES =
            Path.of(System.getProperty("trabecula.root", "..")).resolve("docs/images/figures");

    @TestFactory
    List<DynamicTest> equalsItsReviewedPicture() {
        return Examples.all().entrySet().stream()
                .map(figure -> DynamicTest.dynamicTest(figure.getKey(), () -> {
                    Path picture = PICTURES.resolve(figure.getKey() + ".svg");
                    if (Boolean.getBoolean("golden.update")) {
                        Files.createDirectories(PICTURES);
                        Files.writeString(picture, figure.getValue());
                    }
                    assertThat(picture).hasContent(figure.getValue());
                    assertThat(Files.size(picture)).as("bytes").isLessThan(60_000);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> isWellFormedAndStaysInItsFrame() {
        return Examples.all().entrySet().stream()
                .map(figure -> DynamicTest.dynamicTest(figure.getKey(), () -> inspect(figure.getValue())))
                .toList();
    }

    @Test
    void drawsTheSameBytesTwice() {
        assertThat(Examples.all()).isEqualTo(Examples.all());
    }

    @Test
    void everyPictureBelongsToAnExample() throws IOException {
        Map<String, String> examples = Examples.all();
        try (var files = Files.list(PICTURES)) {
            assertThat(files.map(f -> f.getFileName().toString().replace(".svg", "")))
                    .containsExactlyInAnyOrderElementsOf(examples.keySet());
        }
    }

    private static void inspect(String svg) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        Element root = document.getDocumentElement();
        double width = Double.parseDouble(root.getAttribute("width"));
        double height = Double.parseDouble(root.getAttribute("height"));
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
        NodeList texts = root.getElementsByTagName("text");
        for (int n = 0; n < texts.getLength(); n++) {
            Element text = (Element) texts.item(n);
            if (!text.hasAttribute("x")) {
                continue; // turned upwards
            }
            double x = Double.parseDouble(text.getAttribute("x"));
            double y = Double.parseDouble(text.getAttribute("y"));
            int size = text.hasAttribute("font-size") ? Integer.parseInt(text.getAttribute("font-size")) : Svg.TEXT;
            double wide = Svg.width(text.getTextContent(), size);
            double start = switch (text.getAttribute("text-anchor")) {
                case "end" -> x - wide;
                case "middle" -> x - wide / 2;
                default -> x;
            };
            // the width is an estimate, so a few px over the edge are forgiven
            assertThat(start).as(text.getTextContent()).isGreaterThan(-4);
            assertThat(start + wide).as(text.getTextContent()).isLessThan(width + 4);
            assertThat(y).as(text.getTextContent()).isBetween(size * 0.7, height);
        }
    }
}
