package org.trabecula.web.pacs;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.trabecula.figures.Svg;
import org.trabecula.figures.Svg.Anchor;
import org.trabecula.figures.nomogram.NomogramFigure;
import org.trabecula.figures.pdf.FigurePng;
import org.trabecula.stats.nomogram.Link;
import org.trabecula.study.predict.Reasons;
import org.trabecula.web.predict.PredictedCase;
import org.trabecula.web.predict.PredictionView;
import org.trabecula.web.predict.ReasonsView;
import org.trabecula.web.room.OutlinedSlice;

/// The result on one picture, for a PACS that shows nothing but pictures: what is said, the outlined slice, where the network looked, the nomogram.
/// No name, no number and no date of a patient is on it.
final class ResultPicture {
    private static final int WIDTH = 984;
    private static final int MARGIN = 24;
    private static final int ROW = 20;
    private static final int LARGE = 18;
    private static final int PICTURE_HEIGHT = 380;
    private static final double PIXELS_PER_INCH = 96;
    private static final double MM_PER_INCH = 25.4;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private ResultPicture() {}

    /// @param label what was outlined, such as `L3`; may be empty
    static BufferedImage of(PredictedCase told, OutlinedSlice slice, String label) throws IOException {
        List<BufferedImage> parts = new ArrayList<>();
        parts.add(figure(words(told, label)));
        parts.add(pictures(slice, told.heat()));
        parts.add(figure(caption(told.heat().isPresent())));
        told.reasons().ifPresent(reasons -> parts.add(figure(nomogram(told.view(), reasons))));
        int height = parts.stream().mapToInt(BufferedImage::getHeight).sum();
        BufferedImage whole = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = whole.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, height);
        int y = 0;
        for (BufferedImage part : parts) {
            pen.drawImage(part, (WIDTH - part.getWidth()) / 2, y, null);
            y += part.getHeight();
        }
        pen.dispose();
        return whole;
    }

    /// Red, green and blue of each pixel, row by row.
    static byte[] rgb(BufferedImage picture) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        byte[] rgb = new byte[3 * pixels.length];
        for (int n = 0; n < pixels.length; n++) {
            rgb[3 * n] = (byte) (pixels[n] >> 16);
            rgb[3 * n + 1] = (byte) (pixels[n] >> 8);
            rgb[3 * n + 2] = (byte) pixels[n];
        }
        return rgb;
    }

    private static BufferedImage figure(String svg) {
        try {
            byte[] png = FigurePng.of(svg, width(svg) * MM_PER_INCH / PIXELS_PER_INCH, PIXELS_PER_INCH);
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing leaves memory
        }
    }

    private static double width(String svg) {
        int from = svg.indexOf(" width=\"") + " width=\"".length();
        return Double.parseDouble(svg.substring(from, svg.indexOf('"', from)));
    }

    private static String nomogram(PredictionView view, Reasons reasons) {
        return NomogramFigure.svg("nomogram", reasons.nomogram(), new Link.Logistic(), "Probability of " + view.positive(), name -> name);
    }

    private static String caption(boolean heat) {
        Svg svg = new Svg(WIDTH, 2 * ROW, "what the pictures show");
        svg.text(MARGIN, ROW, "Middle sagittal slice, outline in orange", Anchor.START);
        if (heat) {
            svg.text(WIDTH - MARGIN - PICTURE_HEIGHT, ROW, "Where the network looked (Grad-CAM, coarse)", Anchor.START);
        }
        return svg.document();
    }

    private static String words(PredictedCase told, String label) {
        PredictionView view = told.view();
        List<String> rows = new ArrayList<>();
        for (PredictionView.ModelAnswer answer : view.models()) {
            rows.add(answer.model() + ": probability of " + view.positive() + " " + number(answer.probability()) + interval(view, answer)
                    + (answer.threshold().isPresent() ? ", cut-off " + number(answer.threshold().getAsDouble()) : ""));
        }
        view.reasons().ifPresent(reasons -> rows.add("Of the nomogram: " + String.join(
                ", ", reasons.parts().stream().map(part -> part.term() + " " + number(part.value()) + " gives " + number(part.points()) + " points").toList())
                + "; " + number(reasons.points()) + " points in all"));
        told.view().warnings().forEach(warning -> rows.add("Warning: " + warning));
        rows.add("Model " + told.model().name() + ", SHA-256 " + told.sha256().substring(0, 16) + "…; " + WHEN.format(told.made().atZone(ZoneId.systemDefault())));
        List<String> broken = rows.stream().flatMap(row -> broken(row).stream()).toList();
        Svg svg = new Svg(WIDTH, 2 * MARGIN + ROW * (broken.size() + 3), "the prediction in words");
        double y = MARGIN + LARGE;
        svg.text(MARGIN, y, "Trabecula: prediction" + (label.isEmpty() ? "" : " of " + label), Anchor.START, LARGE, Svg.INK, true);
        y += ROW * 1.3;
        svg.text(MARGIN, y, PredictionReport.NOTICE, Anchor.START, Svg.TEXT, Svg.INK, true);
        for (String row : broken) {
            y += ROW;
            svg.text(MARGIN, y, row, Anchor.START);
        }
        return svg.document();
    }

    private static String interval(PredictionView view, PredictionView.ModelAnswer answer) {
        Optional<ReasonsView> reasons = view.reasons().filter(_ -> answer.model().equals("nomogram"));
        return reasons.map(known -> " (95 % interval " + number(known.lower()) + " to " + number(known.upper()) + ")").orElse("");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.0f", value).replace('-', '\u2212');
    }

    private static List<String> broken(String text) {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!row.isEmpty() && Svg.width(row + " " + word, Svg.TEXT) > WIDTH - 2 * MARGIN) {
                rows.add(row.toString());
                row.setLength(0);
            }
            row.append(row.isEmpty() ? "" : " ").append(word);
        }
        rows.add(row.toString());
        return rows;
    }

    private static BufferedImage pictures(OutlinedSlice slice, Optional<Path> heat) throws IOException {
        BufferedImage row = new BufferedImage(WIDTH, PICTURE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = row.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, row.getWidth(), row.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        double scale = Math.min(PICTURE_HEIGHT / slice.heightMm(), (WIDTH - PICTURE_HEIGHT - 3.0 * MARGIN) / slice.widthMm());
        pen.drawImage(slice.picture(), MARGIN, 0, (int) Math.round(slice.widthMm() * scale), (int) Math.round(slice.heightMm() * scale), null);
        if (heat.isPresent()) {
            pen.drawImage(ImageIO.read(heat.get().toFile()), WIDTH - MARGIN - PICTURE_HEIGHT, 0, PICTURE_HEIGHT, PICTURE_HEIGHT, null);
        }
        pen.dispose();
        return row;
    }
}
