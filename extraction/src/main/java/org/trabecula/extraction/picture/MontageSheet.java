package org.trabecula.extraction.picture;

import java.awt.image.BufferedImage;
import java.util.List;
import org.trabecula.deep.crop.PixelFont;

/// Montages of several cases below each other, each under its title.
public final class MontageSheet {
    private static final int TITLE = 2 * PixelFont.HEIGHT + 12;

    private MontageSheet() {}

    /// @param titles one a montage
    public static BufferedImage of(List<String> titles, List<CaseMontage> montages) {
        int width = CaseMontage.Panel.values().length * CaseMontage.PIXELS;
        BufferedImage sheet = Ink.picture(width, Math.max(1, montages.size() * (TITLE + CaseMontage.PIXELS)));
        for (int n = 0; n < montages.size(); n++) {
            int top = n * (TITLE + CaseMontage.PIXELS);
            PixelFont.drawTwice(sheet, titles.get(n), 6, top + 6, Ink.LETTERS_RGB);
            sheet.getRaster().setRect(0, top + TITLE, montages.get(n).strip().getRaster());
        }
        return sheet;
    }
}
