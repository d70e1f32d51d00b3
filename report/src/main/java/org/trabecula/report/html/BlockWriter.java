package org.trabecula.report.html;

import java.util.Base64;
import java.util.List;
import org.trabecula.report.Block;
import org.trabecula.report.Numbering;
import org.trabecula.report.Prose;

/// Writes the blocks of a report as HTML.
final class BlockWriter {
    private final Markup page;
    private final Numbering numbers;
    private final TableWriter tables;

    BlockWriter(Markup page, Numbering numbers) {
        this.page = page;
        this.numbers = numbers;
        this.tables = new TableWriter(page, numbers);
    }

    void write(Block block) {
        switch (block) {
            case Block.Heading heading -> page.raw("<h3>").text(heading.title()).raw("</h3>\n");
            case Block.Paragraph paragraph -> prose("<p>", paragraph.text());
            case Block.Remark remark -> prose("<p class=\"note\">", remark.text());
            case Block.Bullets bullets -> bullets(bullets.items());
            case Block.Terms terms -> terms(terms.terms());
            case Block.Listing listing -> page.raw("<pre tabindex=\"0\">").text(listing.text()).raw("</pre>\n");
            case Block.KeyFigures figures -> keyFigures(figures.figures());
            case Block.Fold fold -> {
                page.raw("<details><summary>").text(fold.title()).raw("</summary>\n");
                fold.blocks().forEach(this::write);
                page.raw("</details>\n");
            }
            case Block.SideBySide pair -> {
                page.raw("<div class=\"pair\">\n");
                pair.figures().forEach(this::figure);
                page.raw("</div>\n");
            }
            case Block.Table table -> tables.write(table);
            case Block.Figure figure -> figure(figure);
        }
    }

    private void prose(String open, Prose text) {
        page.raw(open).prose(text, numbers).raw("</p>\n");
    }

    private void bullets(List<Prose> items) {
        page.raw("<ul>");
        items.forEach(item -> page.raw("<li>").prose(item, numbers).raw("</li>"));
        page.raw("</ul>\n");
    }

    private void terms(List<Block.Terms.Term> terms) {
        page.raw("<dl>");
        terms.forEach(term -> page.raw("<dt>").text(term.word()).raw("</dt><dd>").text(term.meaning()).raw("</dd>"));
        page.raw("</dl>\n");
    }

    private void keyFigures(List<Block.KeyFigures.KeyFigure> figures) {
        page.raw("<div class=\"big\">");
        for (Block.KeyFigures.KeyFigure figure : figures) {
            page.raw("<div><b>").text(figure.value()).raw("</b><span class=\"whose\">").text(figure.name());
            page.raw("</span><span>").text(figure.detail()).raw("</span></div>\n");
        }
        page.raw("</div>\n");
    }

    private void figure(Block.Figure figure) {
        page.raw("<figure id=\"").text(figure.key()).raw("\">");
        switch (figure.content()) {
            case Block.Figure.Drawing drawing ->
                // the width lets the page shrink a drawing only as far as its letters can be read
                page.raw("<div class=\"drawing\" style=\"--width:" + width(drawing.svg()) + "px\" tabindex=\"0\">\n")
                        .raw(drawing.svg())
                        .raw("</div>");
            case Block.Figure.Gallery gallery -> gallery.strips().forEach(strip -> strip(strip, gallery.size()));
        }
        page.raw("<figcaption><b>" + numbers.label(figure.key()) + ".</b> ")
                .prose(figure.caption(), numbers)
                .raw("</figcaption></figure>\n");
    }

    private void strip(Block.Figure.Strip strip, Block.Figure.Gallery.Size size) {
        int pixels = size == Block.Figure.Gallery.Size.LARGE ? 240 : 128;
        page.raw("<div class=\"strip" + (size == Block.Figure.Gallery.Size.LARGE ? " large" : "") + "\"><p>").text(strip.label()).raw("</p>");
        for (Block.Figure.Picture picture : strip.pictures()) {
            page.raw("<div><img width=\"" + pixels + "\" height=\"" + pixels + "\" alt=\"")
                    .text(picture.alt())
                    .raw("\" src=\"data:image/png;base64,")
                    .raw(Base64.getEncoder().encodeToString(picture.png().bytes()))
                    .raw("\">");
            if (!picture.below().isEmpty()) {
                page.raw("<span>").text(picture.below()).raw("</span>");
            }
            page.raw("</div>");
        }
        page.raw("</div>\n");
    }

    /// The width that the drawing's first tag gives it, in px.
    private static String width(String svg) {
        String attribute = " width=\"";
        int from = svg.indexOf(attribute) + attribute.length();
        int to = svg.indexOf('"', from);
        String width = from < attribute.length() || to < 0 ? "" : svg.substring(from, to);
        if (!width.matches("[0-9]+")) {
            throw new IllegalArgumentException("a drawing says its width in px in its first tag, got '" + width + "'");
        }
        return width;
    }
}
