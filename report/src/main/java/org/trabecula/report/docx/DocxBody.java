package org.trabecula.report.docx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.figures.pdf.DrawnFigure;
import org.trabecula.figures.pdf.FigurePng;
import org.trabecula.report.Block;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Cell;
import org.trabecula.report.Numbering;
import org.trabecula.report.Prose;

/// The body of a Word document under construction, and the pictures in it.
final class DocxBody {
    private static final int EMU_PER_MM = 36_000;
    private static final double TEXT_WIDTH_MM = 170;
    private static final int TEXT_WIDTH_TWIPS = 9638;
    /// 440 px are 85 mm, a column of a journal, as figures are drawn for.
    private static final double MM_PER_PX = 85.0 / 440;

    /// Of the picture for readers that draw no SVG; Word has drawn them since 2016.
    private static final double DPI = 110;

    private static final String SVG = "<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip"
            + " xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"";
    private static final String NAMESPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Numbering numbers;
    private final StringBuilder xml = new StringBuilder();
    private final List<Media> media = new ArrayList<>();

    DocxBody(Numbering numbers) {
        this.numbers = numbers;
    }

    /// A picture's file.
    ///
    /// @param ending `png` or `svg`
    record Media(String ending, byte[] bytes) {}

    /// In the order of their relations.
    List<Media> media() {
        return media;
    }

    /// @param number from 1
    static String fileName(int number, Media one) {
        return "image" + number + "." + one.ending();
    }

    String document() {
        return Xml.HEAD + "<w:document" + NAMESPACES + "><w:body>" + xml
                + "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                + "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
                + "</w:sectPr></w:body></w:document>";
    }

    static String footer(String words) {
        return Xml.HEAD + "<w:ftr" + NAMESPACES + "><w:p><w:pPr><w:pStyle w:val=\"Small\"/></w:pPr>" + run(words + " · ", false)
                + "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>";
    }

    String relations() {
        StringBuilder relations = new StringBuilder(Xml.HEAD)
                .append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">")
                .append("<Relationship Id=\"styles\" Type=\"").append(RELATION).append("styles\" Target=\"styles.xml\"/>")
                .append("<Relationship Id=\"footer\" Type=\"").append(RELATION).append("footer\" Target=\"footer.xml\"/>");
        for (int n = 1; n <= media.size(); n++) {
            relations.append("<Relationship Id=\"image").append(n).append("\" Type=\"").append(RELATION).append("image\" Target=\"media/")
                    .append(fileName(n, media.get(n - 1))).append("\"/>");
        }
        return relations.append("</Relationships>").toString();
    }

    /// A paragraph of a named style.
    void styled(String style, String words) {
        paragraph(style, run(words, false));
    }

    void block(Block block) {
        switch (block) {
            case Block.Heading heading -> styled("Heading2", heading.title());
            case Block.Paragraph text -> paragraph("Normal", runs(text.text()));
            case Block.Remark remark -> paragraph("Small", runs(remark.text()));
            case Block.Bullets bullets -> bullets.items().forEach(item -> paragraph("Point", run("• ", false) + runs(item)));
            case Block.Terms terms ->
                terms.terms().forEach(term -> paragraph("Small", run(term.word() + ": ", true) + run(term.meaning(), false)));
            case Block.Listing listing -> listing.text().stripTrailing().lines().forEach(line -> styled("Listing", line));
            case Block.KeyFigures keys -> keys.figures()
                    .forEach(key -> paragraph("Normal", run(key.name() + ": " + key.value(), true) + run(", " + key.detail(), false)));
            case Block.Fold fold -> {
                styled("Heading2", fold.title());
                fold.blocks().forEach(this::block);
            }
            case Block.SideBySide pair -> pair.figures().forEach(this::figure);
            case Block.Table table -> table(table);
            case Figure figure -> figure(figure);
        }
    }

    private void paragraph(String style, String runs) {
        xml.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>").append(runs).append("</w:p>");
    }

    private String runs(Prose prose) {
        StringBuilder runs = new StringBuilder();
        for (Prose.Span span : prose.spans()) {
            runs.append(switch (span) {
                case Prose.Words words -> run(words.text(), false);
                case Prose.Strong strong -> run(strong.text(), true);
                case Prose.Reference reference -> run(numbers.label(reference.key()), false);
            });
        }
        return runs.toString();
    }

    private static String run(String words, boolean bold) {
        return "<w:r>" + (bold ? "<w:rPr><w:b/></w:rPr>" : "") + "<w:t xml:space=\"preserve\">" + Xml.escaped(words) + "</w:t></w:r>";
    }

    private void caption(String style, String key, Prose caption) {
        paragraph(style, run(numbers.label(key) + ". ", true) + runs(caption));
    }

    private void table(Block.Table table) {
        caption("TableCaption", table.key(), table.caption());
        int columns = table.columns().size();
        xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\"/>"
                + "<w:bottom w:val=\"single\" w:sz=\"8\"/><w:insideH w:val=\"single\" w:sz=\"2\"/></w:tblBorders></w:tblPr><w:tblGrid>");
        xml.append(("<w:gridCol w:w=\"" + TEXT_WIDTH_TWIPS / columns + "\"/>").repeat(columns)).append("</w:tblGrid>");
        row(table, table.columns(), true);
        for (List<Cell> row : table.rows()) {
            row(table, row.stream().map(Cell::text).toList(), false);
        }
        xml.append("</w:tbl>");
        styled("Small", ""); // two tables in a row would become one
    }

    private void row(Block.Table table, List<String> cells, boolean head) {
        xml.append("<w:tr><w:trPr><w:cantSplit/>").append(head ? "<w:tblHeader/>" : "").append("</w:trPr>");
        for (int column = 0; column < cells.size(); column++) {
            xml.append("<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Cell\"/>")
                    .append(table.numeric(column) ? "<w:jc w:val=\"right\"/>" : "")
                    .append("</w:pPr>").append(run(cells.get(column), head)).append("</w:p></w:tc>");
        }
        xml.append("</w:tr>");
    }

    private void figure(Figure figure) {
        switch (figure.content()) {
            case Figure.Drawing drawing -> {
                DrawnFigure drawn = DrawnFigure.of(drawing.svg());
                double width = Math.min(TEXT_WIDTH_MM, drawn.width() * MM_PER_PX * 1.4);
                int svg = add("svg", drawing.svg().getBytes(StandardCharsets.UTF_8));
                int png = add("png", FigurePng.of(drawing.svg(), width, DPI));
                paragraph("Picture", picture(
                        png, SVG + "image" + svg + "\"/></a:ext></a:extLst>", drawn.title(), width, width * drawn.height() / drawn.width()));
            }
            case Figure.Gallery gallery -> gallery.strips().forEach(strip -> strip(gallery.size(), strip));
        }
        caption("FigureCaption", figure.key(), figure.caption());
    }

    private void strip(Figure.Gallery.Size size, Figure.Strip strip) {
        paragraph("Picture", run(strip.label(), true));
        double side = size == Figure.Gallery.Size.LARGE ? 40 : 24;
        StringBuilder row = new StringBuilder();
        List<String> below = new ArrayList<>();
        for (Figure.Picture picture : strip.pictures()) {
            row.append(picture(add("png", picture.png().bytes()), "", picture.alt(), side, side)).append(run(" ", false));
            below.add(picture.below());
        }
        paragraph("Picture", row.toString());
        if (below.stream().anyMatch(words -> !words.isEmpty())) {
            styled("Small", "From left to right: " + String.join(" · ", below) + ".");
        }
    }

    /// @return the number of its relation
    private int add(String ending, byte[] bytes) {
        media.add(new Media(ending, bytes));
        return media.size();
    }

    /// @param id    of the PNG's relation
    /// @param drawn what names the same as a drawing; empty for none
    private static String picture(int id, String drawn, String alt, double widthMm, double heightMm) {
        String extent = "cx=\"" + Math.round(widthMm * EMU_PER_MM) + "\" cy=\"" + Math.round(heightMm * EMU_PER_MM) + "\"";
        return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " + extent + "/><wp:docPr id=\"" + id
                + "\" name=\"Picture " + id + "\" descr=\"" + Xml.escaped(alt) + "\"/><a:graphic>"
                + "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"" + id
                + "\" name=\"image" + id + ".png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"image" + id
                + "\">" + drawn + "</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " + extent
                + "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
                + "</w:drawing></w:r>";
    }
}
