package org.trabecula.report.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.trabecula.figures.pdf.FigurePdf;
import org.trabecula.figures.pdf.PageFont;
import org.trabecula.report.Block;
import org.trabecula.report.Report;
import org.trabecula.report.Section;

/// Writes a [Report] as a PDF. The same report gives the same bytes: no date, no random id.
public final class PdfReport {
    private PdfReport() {}

    public static byte[] of(Report report) {
        try (PDDocument document = new PDDocument()) {
            describe(document, report);
            PageFont font = PageFont.in(document);
            List<List<Pages.Placed>> pages = Pages.of(pieces(report, font));
            Bookmarks bookmarks = new Bookmarks(document);
            for (int n = 0; n < pages.size(); n++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    Paper paper = new Paper(document, content, font);
                    for (Pages.Placed placed : pages.get(n)) {
                        placed.piece().painter().paint(paper, Style.SIDE, placed.y());
                        placed.piece().bookmark().ifPresent(mark -> bookmarks.add(mark, page, placed.y()));
                    }
                    foot(paper, report, n + 1, pages.size());
                }
            }
            return FigurePdf.bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing leaves memory
        }
    }

    private static void describe(PDDocument document, Report report) {
        document.getDocumentInformation().setTitle(report.title());
        document.getDocumentInformation().setSubject(report.subtitle());
        document.getDocumentInformation().setCreator(report.madeBy());
        document.getDocumentCatalog().setLanguage("en");
        PDViewerPreferences preferences =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private static List<Piece> pieces(Report report, PageFont font) {
        BlockPieces blocks = new BlockPieces(font, report.numbering());
        List<Piece> pieces = new ArrayList<>();
        pieces.add(blocks.texts().heading(report.title(), Style.TITLE, 0, false));
        pieces.addAll(blocks.texts()
                .paragraph(List.of(new Lines.Run(report.subtitle(), false)), Style.TEXT, Style.SOFT, 0, 0));
        report.warnings().forEach(warning -> pieces.add(blocks.texts().banner(warning)));
        pieces.add(blocks.texts().banner(report.status()));
        report.opening().forEach(block -> pieces.addAll(blocks.of(block)));
        for (Section section : report.sections()) {
            pieces.add(blocks.texts().heading(section.title(), Style.SECTION, 22, true).marked(0, section.title()));
            for (Block block : section.blocks()) {
                pieces.addAll(blocks.of(block));
            }
        }
        pieces.addAll(blocks.texts()
                .paragraph(List.of(new Lines.Run(report.madeBy() + ". " + report.status(), false)), Style.SMALL, Style.SOFT, 0, 18));
        return pieces;
    }

    private static void foot(Paper paper, Report report, int page, int pages) throws IOException {
        double y = Style.PAGE_HEIGHT - 24;
        String right = page + " / " + pages;
        double wide = paper.font().width(right, Style.FOOT);
        paper.text(Style.SIDE + Style.WIDTH - wide, y, right, Style.FOOT, Style.SOFT, false);
        String left = report.title() + " · " + report.status();
        Lines foot = Lines.of(List.of(new Lines.Run(left, false)), Style.WIDTH - 60, Style.FOOT, paper.font());
        foot.paintLine(paper, 0, Style.SIDE, y - Style.FOOT, Style.SOFT);
    }
}
