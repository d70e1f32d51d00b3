package org.trabecula.report.docx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.trabecula.report.Block;
import org.trabecula.report.MadeUpReport;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class DocxReportTest {
    private final Map<String, byte[]> files = unzipped(DocxReport.of(MadeUpReport.withEverything()));

    @Test
    void holdsEveryBlockOfTheReport() throws Exception {
        NodeList paragraphs = parsed("word/document.xml").getElementsByTagName("w:p");
        List<String> words = new ArrayList<>();
        for (int n = 0; n < paragraphs.getLength(); n++) {
            words.add(paragraphs.item(n).getTextContent());
        }
        assertThat(words)
                .contains("Acute < chronic & \"so on\"", "Synthetic patients.", "Nomogram: 0.861, test AUC, 95 % CI 0.718–1.000")
                .contains("See Table 1 and Figure 1, λ ≥ 0.1 × ρ. Mind this.", "λ (lambda): The strength of the penalty.", "A heading")
                .contains("Figure 2. Drawing left.", "Behind a title", "  b: −2", "• one thing", "Beside the point.", "Figure 4. What is seen.")
                .contains("−0.500", "not estimable", "Table 1. Table of numbers.");
    }

    @Test
    void everyPartIsWellFormedAndEveryPictureThere() throws Exception {
        for (String name : files.keySet()) {
            if (!name.endsWith(".png")) {
                parsed(name);
            }
        }
        String document = text("word/document.xml");
        Map<String, String> targets = new LinkedHashMap<>();
        Matcher relation = Pattern.compile("Id=\"([^\"]+)\" Type=\"[^\"]+\" Target=\"([^\"]+)\"").matcher(text("word/_rels/document.xml.rels"));
        while (relation.find()) {
            targets.put(relation.group(1), relation.group(2));
        }
        assertThat(targets.values()).allMatch(target -> files.containsKey("word/" + target));
        Matcher used = Pattern.compile("r:(?:embed|id)=\"([^\"]+)\"").matcher(document);
        int pictures = 0;
        while (used.find()) {
            assertThat(targets).containsKey(used.group(1));
            pictures++;
        }
        assertThat(pictures).as("three drawings twice, 1 + 8 + 45 pictures, the footer").isEqualTo(2 * 3 + 54 + 1);
        byte[] drawing = Objects.requireNonNull(files.get("word/media/image2.png"));
        assertThat(ImageIO.read(new ByteArrayInputStream(drawing)).getWidth()).as("at 110 dpi").isGreaterThan(300);
        assertThat(text("word/media/image1.svg")).startsWith("<svg").as("the same as a drawing");
        Matcher style = Pattern.compile("<w:pStyle w:val=\"([^\"]+)\"").matcher(document);
        while (style.find()) {
            assertThat(text("word/styles.xml")).contains("w:styleId=\"" + style.group(1) + "\"");
        }
    }

    @Test
    void strangeLettersDoNotBreakTheFile() throws Exception {
        Map<String, byte[]> strange = unzipped(DocxReport.of(MadeUpReport.of(Block.Paragraph.of("a\u0000b\u0007c\ud83e\uddb4 <w:p> & \ufffe"))));
        String document = new String(Objects.requireNonNull(strange.get("word/document.xml")), StandardCharsets.UTF_8);
        assertThat(document).contains("a b c\ud83e\uddb4 &lt;w:p&gt; &amp;  ");
    }

    @Test
    void sameReportGivesTheSameBytes() {
        assertThat(DocxReport.of(MadeUpReport.withEverything())).isEqualTo(DocxReport.of(MadeUpReport.withEverything()));
    }

    private String text(String name) {
        return new String(Objects.requireNonNull(files.get(name), name), StandardCharsets.UTF_8);
    }

    private Document parsed(String name) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Objects.requireNonNull(files.get(name), name)));
    }

    private static Map<String, byte[]> unzipped(byte[] docx) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }
}
