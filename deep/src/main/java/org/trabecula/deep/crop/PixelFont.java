package org.trabecula.deep.crop;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/// Letters of 5 × 7 pixels for labels in pictures: no font of the system is needed, and the same text gives the same bytes.
///
/// Each character has five columns from left to right as hexadecimal numbers, lowest bit at the top.
public final class PixelFont {
    public static final int HEIGHT = 7;
    private static final int ADVANCE = 6;

    private static final String GLYPHS = """
            0 3E5149453E 1 00427F4000 2 4261514946 3 2141454B31 4 1814127F10 5 2745454539 6 3C4A494930 7 0171090503
            8 3649494936 9 064949291E A 7E1111117E B 7F49494936 C 3E41414122 D 7F4141221C E 7F49494941 F 7F09090901
            G 3E4149497A H 7F0808087F I 00417F4100 J 2040413F01 K 7F08142241 L 7F40404040 M 7F020C027F N 7F0408107F
            O 3E4141413E P 7F09090906 Q 3E4151215E R 7F09192946 S 4649494931 T 01017F0101 U 3F4040403F V 1F2040201F
            W 3F4038403F X 6314081463 Y 0708700807 Z 6151494543 a 2054545478 b 7F48444438 c 3844444420 d 384444487F
            e 3854545418 f 087E090102 g 0C5252523E h 7F08040478 i 00447D4000 j 2040443D00 k 7F10284400 l 00417F4000
            m 7C04180478 n 7C08040478 o 3844444438 p 7C14141408 q 081414187C r 7C08040408 s 4854545420 t 043F444020
            u 3C4040207C v 1C2040201C w 3C4030403C x 4428102844 y 0C5050503C z 4464544C44 - 0808080808 _ 4040404040
            . 0060600000 , 0050300000 : 0036360000 / 2010080402 ( 001C224100 ) 0041221C00 + 08083E0808 = 1414141414
            % 2313086462 ? 0201510906
            """;

    private static final Map<Character, String> COLUMNS = columns();

    private PixelFont() {}

    private static Map<Character, String> columns() {
        Map<Character, String> columns = new HashMap<>();
        String[] parts = GLYPHS.trim().split("\\s+");
        for (int part = 0; part < parts.length; part += 2) {
            columns.put(parts[part].charAt(0), parts[part + 1]);
        }
        columns.put(' ', "0000000000");
        return columns;
    }

    /// How many characters fit into `width` pixels.
    static int fitting(int width) {
        return width / ADVANCE;
    }

    /// How wide a text is, in pixels.
    public static int width(String text) {
        return text.length() * ADVANCE;
    }

    /// Draws from (x, y), the upper left corner; a character that is not known is drawn as `?`, pixels outside are left out.
    static void draw(BufferedImage picture, String text, int x, int y, int rgb) {
        draw(picture, text, x, y, rgb, 1);
    }

    /// The same, twice as large: 10 × 14 pixels a letter, so that it can be read in a picture that is shrunk.
    public static void drawTwice(BufferedImage picture, String text, int x, int y, int rgb) {
        draw(picture, text, x, y, rgb, 2);
    }

    private static void draw(BufferedImage picture, String text, int x, int y, int rgb, int scale) {
        for (int c = 0; c < text.length(); c++) {
            String columns = COLUMNS.getOrDefault(text.charAt(c), COLUMNS.getOrDefault('?', "0000000000"));
            for (int column = 0; column < 5; column++) {
                int bits = Integer.parseInt(columns, 2 * column, 2 * column + 2, 16);
                for (int row = 0; row < HEIGHT; row++) {
                    if ((bits >> row & 1) == 1) {
                        dot(picture, x + (c * ADVANCE + column) * scale, y + row * scale, rgb, scale);
                    }
                }
            }
        }
    }

    private static void dot(BufferedImage picture, int x, int y, int rgb, int scale) {
        for (int px = Math.max(0, x); px < Math.min(picture.getWidth(), x + scale); px++) {
            for (int py = Math.max(0, y); py < Math.min(picture.getHeight(), y + scale); py++) {
                picture.setRGB(px, py, rgb);
            }
        }
    }
}
