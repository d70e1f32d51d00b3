package org.trabecula.extraction.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;

/// A case in four pictures of the same scale, side by side.
public final class CaseMontage {
    /// Along both sides of each picture.
    public static final int PIXELS = 280;

    private final BufferedImage strip;

    /// What each picture shows, from left to right.
    public enum Panel {
        SAGITTAL("sagittal"),
        CORONAL("coronal"),
        AXIAL("axial"),
        SURFACE("surface of the mask");

        private final String words;

        Panel(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// Takes ownership of the pictures side by side.
    CaseMontage(BufferedImage strip) {
        if (strip.getWidth() != Panel.values().length * PIXELS || strip.getHeight() != PIXELS) {
            throw new IllegalArgumentException("a montage has " + Panel.values().length + " pictures of " + PIXELS + " pixels");
        }
        this.strip = strip;
    }

    /// @param image on the mask's grid; holds at least the box of `planes`
    static CaseMontage of(ThreePlanes planes, Mask mask, Volume image) {
        BufferedImage strip = Ink.picture(Panel.values().length * PIXELS, PIXELS);
        for (Panel panel : Panel.values()) {
            BufferedImage picture = switch (panel) {
                case SAGITTAL -> planes.sagittal(image, PIXELS);
                case CORONAL -> planes.coronal(image, PIXELS);
                case AXIAL -> planes.axial(image, PIXELS);
                case SURFACE -> SurfacePicture.of(SurfaceNet.of(Occupancy.of(mask)), planes.fieldMm(), PIXELS);
            };
            strip.getRaster().setRect(panel.ordinal() * PIXELS, 0, picture.getRaster());
        }
        return new CaseMontage(strip);
    }

    /// All four side by side. Not to be written to.
    public BufferedImage strip() {
        return strip;
    }

    /// One picture as a PNG file.
    public byte[] png(Panel panel) {
        BufferedImage picture = Ink.picture(PIXELS, PIXELS);
        picture.getRaster().setRect(strip.getRaster().createChild(panel.ordinal() * PIXELS, 0, PIXELS, PIXELS, 0, 0, null));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing leaves memory
        }
        return bytes.toByteArray();
    }
}
