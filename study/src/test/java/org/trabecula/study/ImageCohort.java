package org.trabecula.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.network.Crops;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.study.input.StudyInputs;
import org.trabecula.study.settings.StudySettings;

/// A made-up cohort of images, small enough to study in seconds: one bone of 18 mm a patient, with a bright band in positive
/// cases, and noise. Every third case is given to the test part.
///
/// @param folder where its files lie
/// @param cases  how many; `c0`, `c1`, …
public record ImageCohort(Path folder, int cases) {
    private static final Size SIZE = new Size(12, 24, 24);

    /// Every case as its class looks.
    public static ImageCohort write(Path folder, int cases) throws IOException {
        ImageCohort cohort = new ImageCohort(folder, cases);
        for (int number = 0; number < cases; number++) {
            cohort.draw(number, isPositive(number), number);
        }
        return cohort;
    }

    public static boolean isTest(int number) {
        return number % 3 == 2;
    }

    public static boolean isPositive(int number) {
        return number / 3 % 2 == 1;
    }

    /// The same case with the looks of the other class.
    public void redraw(int number) throws IOException {
        draw(number, !isPositive(number), 1000 + number);
    }

    /// The same case with a screw through its bone.
    public void putScrewInto(int number) throws IOException {
        draw(number, isPositive(number), number, 3071);
    }

    private void draw(int number, boolean band, long seed) throws IOException {
        draw(number, band, seed, 0);
    }

    /// @param screwHu 0: none
    private void draw(int number, boolean band, long seed, int screwHu) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        short[] hu = new short[(int) SIZE.voxels()];
        short[] inside = new short[hu.length];
        for (int at = 0; at < hu.length; at++) {
            int j = at / SIZE.i() % SIZE.j();
            int k = at / (SIZE.i() * SIZE.j());
            boolean bone = at % SIZE.i() > 0 && at % SIZE.i() < 11 && j > 2 && j < 21 && k > 2 && k < 21;
            inside[at] = (short) (bone ? 1 : 0);
            boolean screw = screwHu > 0 && j > 8 && j < 16 && k > 10 && k < 13;
            hu[at] = (short) (screw ? screwHu : (bone ? 200 : -50) + (band && k > 9 && k < 14 ? 60 : 0) + random.nextInt(-80, 80));
        }
        Grid grid = Grid.axisAligned(SIZE, Spacing.isotropic(1));
        StandardFormats.ALL.write(Volume.ofShorts(grid, hu), folder.resolve("ct-" + number + ".nii.gz"));
        StandardFormats.ALL.write(Volume.ofShorts(grid, inside), folder.resolve("mask-" + number + ".nii.gz"));
    }

    public Cohort manifest() throws IOException {
        StringBuilder rows = new StringBuilder("case_id,patient_id,image,mask,outcome,split\n");
        for (int n = 0; n < cases; n++) {
            rows.append("c%d,p%d,ct-%d.nii.gz,mask-%d.nii.gz,%d,%s%n"
                    .formatted(n, n, n, n, isPositive(n) ? 1 : 0, isTest(n) ? "test" : "train"));
        }
        return ManifestFile.read(Files.writeString(folder.resolve("cases.csv"), rows), Optional.empty());
    }

    /// What the network sees of them.
    public Crops crops(StudySettings settings) throws IOException {
        return Crops.of(
                manifest().included(), StudyInputs.cropSettings(settings.crop()), StageStore.none(),
                StudyInputs.opener(settings.features(), Progress.NONE), 2, Progress.NONE);
    }
}
