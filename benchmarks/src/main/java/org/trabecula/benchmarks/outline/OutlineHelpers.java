package org.trabecula.benchmarks.outline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;
import org.trabecula.outline.agreement.Agreement;
import org.trabecula.outline.seeded.SeededRegion;
import org.trabecula.outline.seeded.VertebralStart;
import org.trabecula.outline.slices.SliceInterpolation;

/// Dice, surface distances and processor time of every helper of outlining: against the true bodies of phantoms at 1 mm, in a CT of
/// 512 × 512 × 200 voxels of 0.4 × 0.4 × 1 mm, and against the labels of a real CT at 3 mm.
///
/// Arguments: folder with `ct.nii.gz` and `labels.nii.gz`, or `-` for none; patients (12), seed (11).
public final class OutlineHelpers {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /// How far a hand is off on every side of a box, and a click on every axis.
    private static final double OFF_MM = 2;
    private static final double CLICK_OFF_MM = 4;
    /// How far outside of the box seeds of the outside lie, and how far the box to look in reaches.
    private static final double SHELL_MM = 2;
    private static final double LOOK_MM = 5;
    private static final double BAND_MM = 2;

    private final List<TrueBody> bodies;

    private OutlineHelpers(List<TrueBody> bodies) {
        this.bodies = bodies;
    }

    public static void main(String[] args) throws IOException {
        int patients = args.length > 1 ? Integer.parseInt(args[1]) : 12;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 11;
        List<TrueBody> phantoms = TrueBody.ofPhantoms(patients, seed, Spacing.isotropic(1));
        new OutlineHelpers(phantoms).all(false); // compiles
        System.out.println("phantoms at 1 mm, " + phantoms.size() + " bodies: median (worst)");
        new OutlineHelpers(phantoms).all(true);
        TrueBody fine = TrueBody.ofPhantoms(1, seed, new Spacing(0.4, 0.4, 1)).get(1).inLargeScan();
        System.out.println("512 × 512 × 200 voxels, " + fine.ct().grid().spacing());
        new OutlineHelpers(List.of(fine)).all(true);
        if (args.length > 0 && !args[0].equals("-")) {
            Path folder = Path.of(args[0]);
            List<TrueBody> whole = TrueBody.ofLabels(folder.resolve("ct.nii.gz"), folder.resolve("labels.nii.gz"));
            System.out.println("real CT at 3 mm, " + whole.size() + " whole vertebrae");
            new OutlineHelpers(whole).slices(true);
            List<TrueBody> cut = whole.stream().map(TrueBody::withoutArch).toList();
            System.out.println("real CT at 3 mm, " + cut.size() + " bodies cut from their arches");
            new OutlineHelpers(cut).all(true);
        }
    }

    /// One way to an outline.
    @FunctionalInterface
    private interface Helper {
        Mask outline(TrueBody body);
    }

    private void all(boolean shown) {
        Hand sure = new Hand(1, 0);
        print(shown, "box, exact", body -> VertebralStart.fromBox(body.ct(), sure.box(body)));
        Hand box = new Hand(2, OFF_MM);
        print(shown, "box, off by up to 2 mm a side", body -> VertebralStart.fromBox(body.ct(), box.box(body)));
        Hand slice = new Hand(3, OFF_MM);
        print(shown, "box on one sagittal slice, off", body -> VertebralStart.fromBox(body.ct(), slice.sagittalBox(body)));
        Hand click = new Hand(4, CLICK_OFF_MM);
        print(shown, "click, off by up to 4 mm an axis", body -> {
            int[] at = click.click(body);
            return VertebralStart.fromClick(body.ct(), at[0], at[1], at[2]);
        });
        slices(shown);
        print(shown, "seeds: cross and shell", body -> SeededRegion.grow(
                        body.ct(), around(body, LOOK_MM), sure.cross(body), Optional.of(shell(body)))
                .orElseThrow());
        Hand start = new Hand(2, OFF_MM);
        print(shown, "box, off, then refined", body -> refined(body, VertebralStart.fromBox(body.ct(), start.box(body))));
        print(shown, "every 5th slice, then refined", body -> refined(
                body, SliceInterpolation.fill(DrawnSlices.every(5, body.sagittalAxis(), body.body()), body.sagittalAxis())));
    }

    private void slices(boolean shown) {
        print(shown, "between every 3rd sagittal slice", body -> filled(body, DrawnSlices.every(3, body.sagittalAxis(), body.body())));
        print(shown, "between every 5th sagittal slice", body -> filled(body, DrawnSlices.every(5, body.sagittalAxis(), body.body())));
        print(
                shown,
                "every 5th, outermost not drawn",
                body -> filled(body, DrawnSlices.everyFromHalfway(5, body.sagittalAxis(), body.body())));
    }

    private static Mask filled(TrueBody body, Mask drawn) {
        return SliceInterpolation.fill(drawn, body.sagittalAxis());
    }

    private static Mask refined(TrueBody body, Mask current) {
        return SeededRegion.refine(
                        body.ct(), around(body, LOOK_MM), current, Optional.empty(), Optional.of(shell(body)), BAND_MM)
                .orElseThrow();
    }

    /// All voxels of the box to look in that lie farther outside of the body's box than the shell.
    private static Mask shell(TrueBody body) {
        Box look = around(body, LOOK_MM);
        Box free = around(body, SHELL_MM);
        boolean[] flags = new boolean[Math.toIntExact(look.size().voxels())];
        int at = 0;
        for (int k = look.kMin(); k <= look.kMax(); k++) {
            for (int j = look.jMin(); j <= look.jMax(); j++) {
                for (int i = look.iMin(); i <= look.iMax(); i++, at++) {
                    flags[at] = !free.contains(i, j, k);
                }
            }
        }
        return Mask.of(body.ct().grid(), look, flags);
    }

    private static Box around(TrueBody body, double mm) {
        Spacing spacing = body.ct().grid().spacing();
        return body.body().box().grown(
                (int) Math.ceil(mm / spacing.iMm()),
                (int) Math.ceil(mm / spacing.jMm()),
                (int) Math.ceil(mm / spacing.kMm()),
                body.ct().grid().wholeBox());
    }

    private void print(boolean shown, String what, Helper helper) {
        List<Double> dice = new ArrayList<>();
        List<Double> surface95 = new ArrayList<>();
        List<Double> surfaceMean = new ArrayList<>();
        List<Double> milliseconds = new ArrayList<>();
        for (TrueBody body : bodies) {
            long before = THREADS.getCurrentThreadCpuTime();
            Mask outline = helper.outline(body);
            milliseconds.add((THREADS.getCurrentThreadCpuTime() - before) / 1e6);
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
