package org.trabecula.phantom;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.RandomStreams;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

/// A synthetic patient: who, which vertebrae, which fractures. [#render] makes the scan.
public final class PhantomPatient {
    private static final int TEXTURE_EDGE = 64;
    private static final double TEXTURE_VOXEL_MM = 0.8;
    private static final double ASIDE_MM = 36;
    private static final double BEFORE_MM = 15;
    private static final double BEHIND_MM = 36;
    private static final double BEYOND_MM = 6;

    private final String patientId;
    private final int age;
    private final boolean woman;
    private final String centre;
    private final List<Level> levels;
    private final List<PhantomCase> cases;
    private final boolean outlinedAgain;
    private final Scanner scanner;
    private final RandomStreams streams;

    PhantomPatient(
            String patientId,
            int age,
            boolean woman,
            String centre,
            List<Level> levels,
            List<PhantomCase> cases,
            boolean outlinedAgain,
            Scanner scanner,
            RandomStreams streams) {
        this.patientId = patientId;
        this.age = age;
        this.woman = woman;
        this.centre = centre;
        this.levels = List.copyOf(levels);
        this.cases = List.copyOf(cases);
        this.outlinedAgain = outlinedAgain;
        this.scanner = scanner;
        this.streams = streams;
    }

    public String patientId() {
        return patientId;
    }

    /// In years.
    public int age() {
        return age;
    }

    /// `F` or `M`.
    public String sex() {
        return woman ? "F" : "M";
    }

    /// The site, `A`, `B`, …
    public String centre() {
        return centre;
    }

    /// The whole vertebrae in the scan, from the head down.
    public List<Level> levels() {
        return levels;
    }

    /// The fractured ones, from the head down; at least one.
    public List<PhantomCase> cases() {
        return cases;
    }

    /// Whether the patient belongs to the reproducibility set and has second outlines.
    public boolean outlinedAgain() {
        return outlinedAgain;
    }

    /// Paints, scans and outlines. The same patient renders to the same voxels every time.
    public PhantomScan render() {
        Painting painting = paint();
        short[] first = outline(Reader.A, "outline", painting);
        short[] intra = outlinedAgain ? outline(Reader.A, "outline/intra", painting) : null;
        short[] inter = outlinedAgain ? outline(Reader.B, "outline/inter", painting) : null;
        return scanner.scan(painting.canvas, first, intra, inter, streams.stream("noise"));
    }

    /// The true bodies on the grid of the scan, numbered as [Level#label]: the voxels whose centres lie inside, as no reader
    /// knows them. Paints anew.
    public Volume bodies() {
        Painting painting = paint();
        return scanner.labels(painting.canvas, outline(Reader.EXACT, "outline/exact", painting));
    }

    /// A painted column and what it was painted from.
    private record Painting(Canvas canvas, Column column, ColumnPainter painter) {}

    private Painting paint() {
        Body body = Body.draw(age, woman, streams.stream("body"));
        List<Fracture> fractures = new ArrayList<>();
        for (Level level : levels) {
            fractures.add(cases.stream()
                    .filter(c -> c.level() == level)
                    .map(PhantomCase::fracture)
                    .findFirst()
                    .orElse(Fracture.NONE));
        }
        Column column = Column.stack(levels, fractures, body.scale(), streams.stream("spine"));
        Canvas canvas = canvas(column, scanner.spacing());
        TextureField texture = TextureField.draw(TEXTURE_EDGE, TEXTURE_VOXEL_MM, streams.stream("texture"));
        ColumnPainter painter = new ColumnPainter(canvas, column, body, texture, streams);
        painter.paint();
        return new Painting(canvas, column, painter);
    }

    private short[] outline(Reader reader, String name, Painting painting) {
        return reader.outline(
                painting.canvas,
                painting.column,
                painting.painter.bodyDepth(),
                painting.painter.owner(),
                streams.stream(name));
    }

    /// Large enough for every whole body and the roots of the spinous processes.
    private static Canvas canvas(Column column, Spacing spacing) {
        double front = Double.MAX_VALUE;
        double back = -Double.MAX_VALUE;
        double middle = 0;
        List<Vertebra> whole = column.whole();
        for (Vertebra v : whole) {
            front = Math.min(front, v.centre()[1] - v.shape().halfDepthMm());
            back = Math.max(back, v.centre()[1] + v.shape().halfDepthMm());
            middle += v.centre()[0] / whole.size();
        }
        double head = edge(whole.getFirst(), 1);
        double feet = edge(whole.getLast(), -1);
        double[] first = {middle - ASIDE_MM, front - BEFORE_MM, feet - BEYOND_MM};
        Size size = new Size(
                (int) Math.ceil(2 * ASIDE_MM / spacing.iMm()),
                (int) Math.ceil((back - front + BEFORE_MM + BEHIND_MM) / spacing.jMm()),
                (int) Math.ceil((head - feet + 2 * BEYOND_MM) / spacing.kMm()));
        return new Canvas(size, spacing, first);
    }

    /// Height of the highest (`way` 1) or lowest (−1) point of a body, leaning included.
    private static double edge(Vertebra v, int way) {
        double lean = Math.abs(Math.sin(v.leanRad())) * v.shape().halfDepthMm();
        return v.centre()[2] + way * (v.shape().halfHeightMm() + lean);
    }
}
