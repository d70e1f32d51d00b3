package org.trabecula.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.trabecula.report.Block;
import org.trabecula.report.MadeUpReport;
import org.trabecula.report.Report;

class PdfReportTest {
    @Test
    void holdsEveryBlockOfTheReport() throws IOException {
        assertThat(text(MadeUpReport.withEverything()).replaceAll("\\s+", " "))
                .contains("Acute < chronic & \"so on\"", "Synthetic patients.", "0.861", "See Table 1 and Figure 1, λ ≥ 0.1 × ρ. Mind this.")
                .contains("λ (lambda): The strength of the penalty.", "12 cases eligible", "Figure 2. Drawing left.", "A heading")
                .contains("Behind a title", "b: −2", "• one thing", "Beside the point.", "Figure 4. What is seen.", "strip 1", "below picture 3 of 1", "−0.500", "not estimable");
    }

    @Test
    void everyPageSaysWhatItIsAndItsNumber() throws IOException {
        try (PDDocument document = open(MadeUpReport.withEverything())) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            for (int n = 1; n <= pages; n++) {
                assertThat(textOfPage(document, n)).contains("Not a medical device. For research.").contains(n + " / " + pages);
            }
        }
    }

    @Test
    void theHeadOfATableStandsOnEveryPageThatItGoesOnTo() throws IOException {
        try (PDDocument document = open(MadeUpReport.of(MadeUpReport.table("long", 150)))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            for (int n = 1; n <= document.getNumberOfPages(); n++) {
                assertThat(textOfPage(document, n)).contains("Name Value Remark").contains("row ");
            }
        }
    }

    /// A column of headings, each with a figure: wherever pages end, none ends with a heading.
    @Test
    void aHeadingIsNeverTheLastOnItsPage() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (int n = 0; n < 24; n++) {
            blocks.add(new Block.Heading("Heading " + n));
            blocks.add(n % 3 == 0 ? MadeUpReport.flow("f" + n) : Block.Paragraph.of("Text. ".repeat(60 + 7 * n)));
        }
        try (PDDocument document = open(MadeUpReport.of(blocks.toArray(Block[]::new)))) {
            for (int n = 1; n <= document.getNumberOfPages(); n++) {
                List<String> lines = Arrays.stream(textOfPage(document, n).split("\n"))
                        .filter(line -> !line.contains("medical device") && !line.isBlank() && !line.matches("\\d+ / \\d+"))
                        .toList();
                assertThat(lines.getLast()).as("page " + n).doesNotStartWith("Heading");
            }
        }
    }

    @Test
    void nothingLeavesThePaper() throws IOException {
        Report wide = MadeUpReport.of(
                Block.Paragraph.of("w".repeat(300)), MadeUpReport.table("t", 2), new Block.Listing("x".repeat(400)));
        for (Report report : List.of(MadeUpReport.withEverything(), wide)) {
            try (PDDocument document = open(report)) {
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition letter) {
                        assertThat(letter.getXDirAdj() + letter.getWidthDirAdj()).isLessThanOrEqualTo((float) Style.PAGE_WIDTH - 30);
                        assertThat(letter.getXDirAdj()).isGreaterThanOrEqualTo(30);
                        assertThat(letter.getYDirAdj()).isBetween(20f, (float) Style.PAGE_HEIGHT - 10);
                    }
                }.getText(document);
            }
        }
    }

    @Test
    void lettersAreEmbeddedAndStrangeOnesDoNotStopTheReport() throws IOException {
        try (PDDocument document = open(MadeUpReport.of(Block.Paragraph.of("急性 \u0007 ☃ and \uD83E\uDDB4")))) {
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
            assertThat(textOfPage(document, 1)).contains("□□").contains("and □");
        }
    }

    @Test
    void bookmarksNameTheSections() throws IOException {
        try (PDDocument document = open(MadeUpReport.withEverything())) {
            List<String> titles = new ArrayList<>();
            document.getDocumentCatalog().getDocumentOutline().children().forEach(item -> titles.add(item.getTitle()));
            assertThat(titles).containsExactly("First things", "Second things");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Acute < chronic & \"so on\"");
        }
    }

    @Test
    void sameReportGivesTheSameBytes() {
        assertThat(PdfReport.of(MadeUpReport.withEverything())).isEqualTo(PdfReport.of(MadeUpReport.withEverything()));
    }

    private static PDDocument open(Report report) throws IOException {
        return Loader.loadPDF(PdfReport.of(report));
    }

    private static String text(Report report) throws IOException {
        try (PDDocument document = open(report)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String textOfPage(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }
}
