package org.trabecula.report.pdf;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jspecify.annotations.Nullable;

/// The bookmarks of a document, two levels deep, in reading order.
final class Bookmarks {
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private @Nullable PDOutlineItem section;

    Bookmarks(PDDocument document) {
        document.getDocumentCatalog().setDocumentOutline(outline);
    }

    void add(Piece.Bookmark mark, PDPage page, double y) {
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(page);
        place.setLeft(0);
        place.setTop((int) Math.round(Style.PAGE_HEIGHT - y + 8));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(mark.title());
        item.setDestination(place);
        if (mark.level() == 0 || section == null) {
            outline.addLast(item);
            section = item;
        } else {
            section.addLast(item);
        }
    }
}
