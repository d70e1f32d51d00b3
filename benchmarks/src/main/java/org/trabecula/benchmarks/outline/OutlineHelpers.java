package org.trabecula.benchmarks.outline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.trabecula.image.Mask;
import org.trabecula.image.Orientation;
import org.trabecula.outline.agreement.Agreement;
import org.trabecula.outline.slices.SliceInterpolation;

/// Dice, surface distances and milliseconds of every helper of outlining, against the true bodies of phantoms at 1 mm.
///
/// Arguments: patients (8), seed (1).
public final class OutlineHelpers {
    private final List<TrueBody> bodies;

    private OutlineHelpers(List<TrueBody> bodies) {
        this.bodies = bodies;
    }

    public static void main(String[] args) {
        int patients = args.length > 0 ? Integer.parseInt(args[0]) : 8;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        OutlineHelpers phantoms = new OutlineHelpers(TrueBody.ofPhantoms(patients, seed));
        System.out.println("phantoms: " + phantoms.bodies.size() + " bodies at 1 mm; median (worst)");
        for (int round = 0; round < 2; round++) { // the second round is compiled
            phantoms.print(round == 1, "between every 3rd sagittal slice", body -> filled(body, 3));
            phantoms.print(round == 1, "between every 5th sagittal slice", body -> filled(body, 5));
        }
    }

    /// One way to an outline.
    @FunctionalInterface
    private interface Helper {
        Mask outline(TrueBody body);
    }

    private static Mask filled(TrueBody body, int step) {
        int axis = Orientation.of(body.ct().grid().direction()).sagittalAxis();
        return SliceInterpolation.fill(DrawnSlices.every(step, axis, body.body()), axis);
    }

    private void print(boolean shown, String what, Helper helper) {
        List<Double> dice = new ArrayList<>();
        List<Double> surface95 = new ArrayList<>();
        List<Double> surfaceMean = new ArrayList<>();
        List<Double> milliseconds = new ArrayList<>();
        for (TrueBody body : bodies) {
            long before = System.nanoTime();
            Mask outline = helper.outline(body);
            milliseconds.add((System.nanoTime() - before) / 1e6);
            Agreement agreement = Agreement.of(body.body(), outline);
            dice.add(agreement.dice());
            surface95.add(agreement.surfaceDistance95Mm());
            surfaceMean.add(agreement.meanSurfaceDistanceMm());
        }
        if (shown) {
            System.out.printf(
                    Locale.ROOT,
                    "%-34s Dice %.3f (%.3f)  95 %% %.2f mm (%.2f)  mean %.2f mm (%.2f)  %.0f ms (%.0f)%n",
                    what, median(dice), Collections.min(dice), median(surface95), Collections.max(surface95),
                    median(surfaceMean), Collections.max(surfaceMean), median(milliseconds), Collections.max(milliseconds));
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : 0.5 * (sorted.get(half - 1) + sorted.get(half));
    }
}
