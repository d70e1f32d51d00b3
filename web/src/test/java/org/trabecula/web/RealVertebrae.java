package org.trabecula.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.core.Progress;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.study.Study;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.testkit.Reference;
import org.trabecula.web.room.BodyPlane;
import org.trabecula.web.room.PlaneOfGrid;
import org.trabecula.web.run.StudyFolder;

/// The vertebral bodies L5 to L1 of the real CT of `reference/ct` (3 mm), and a study of them: made-up patients, whose bodies are those of this CT with noise and
/// with other densities. So the model has seen what lies in the CT, and its probabilities are no 0 or 1.
final class RealVertebrae {
    static final Path CT = Reference.best("ct/abdomen-3mm/ct.nii.gz");
    /// Of the label file, see reference/ct/README.md.
    static final int L3 = 29;
    private static final int L5 = 27;
    private static final int LEVELS = 5;
    private static final int PATIENTS = 45;
    private static final int AROUND = 5;
    /// Of 3 mm: what is lower is a transverse process beside the body.
    private static final int LEAST_ROWS = 8;
    private static final String QUICK =
            """
            features: original
            network: {architecture: resnet18}
            finetune: {epochs: 1, batch: 16}
            crop: {size: 32}
            pca: 3
            classifiers: [svm]
            lasso: {folds: 3}
            grid_folds: 2
            crossfit: 2
            evaluation: {bootstrap: 0, bands: 0, optimism: 0}
            """;

    private final Volume ct;
    private final LabelFile labels;

    RealVertebrae() throws IOException {
        ct = StandardFormats.ALL.open(CT).read();
        labels = StandardFormats.ALL.labels(Reference.best("ct/abdomen-3mm/labels.nii.gz"));
    }

    Grid grid() {
        return ct.grid();
    }

    /// What lies in front of the canal: in each row of a sagittal slice the first pixels from the front that belong to the vertebra.
    ///
    /// @return column and row, one after the other, of the two ends of each row, from top to bottom; empty where the slice has none
    List<int[]> rows(int label, int slice) throws IOException {
        Mask mask = labels.mask(label);
        PlaneOfGrid lies = PlaneOfGrid.of(ct.grid(), BodyPlane.SAGITTAL);
        List<int[]> rows = new ArrayList<>();
        for (int row = 0; row < lies.rows(); row++) {
            int first = 0;
            while (first < lies.columns() && !inside(mask, lies, first, row, slice)) {
                first++;
            }
            int last = first;
            while (last < lies.columns() && inside(mask, lies, last, row, slice)) {
                last++;
            }
            if (last > first) {
                rows.add(new int[] {first, last - 1, row});
            }
        }
        return rows.size() < LEAST_ROWS ? List.of() : rows;
    }

    private static boolean inside(Mask mask, PlaneOfGrid lies, int column, int row, int slice) {
        int[] voxel = lies.voxel(column, row, slice);
        return mask.at(voxel[0], voxel[1], voxel[2]);
    }

    /// The body as a mask of the whole grid.
    Mask body(int label) throws IOException {
        PlaneOfGrid lies = PlaneOfGrid.of(ct.grid(), BodyPlane.SAGITTAL);
        boolean[] flags = new boolean[(int) ct.grid().size().voxels()];
        for (int slice = 0; slice < lies.slices(); slice++) {
            for (int[] row : rows(label, slice)) {
                for (int column = row[0]; column <= row[1]; column++) {
                    int[] voxel = lies.voxel(column, row[2], slice);
                    flags[ct.indexOf(voxel[0], voxel[1], voxel[2])] = true;
                }
            }
        }
        return Mask.of(ct.grid(), ct.grid().wholeBox(), flags);
    }

    /// Writes a cohort and the folder `run`.
    StudyFolder study(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder rows = new StringBuilder("case_id,patient_id,image,mask,outcome,age,sex,split\n");
        SplittableRandom random = new SplittableRandom(1);
        List<Mask> bodies = new ArrayList<>();
        for (int n = 0; n < LEVELS; n++) {
            bodies.add(body(L5 + n));
        }
        for (int n = 0; n < PATIENTS; n++) {
            boolean positive = random.nextBoolean();
            write(folder, n, bodies.get(n % LEVELS), 60 * (random.nextDouble() - 0.5) + (positive ? 90 : 0), random);
            int age = 50 + random.nextInt(30) + (positive ? 8 : 0);
            rows.append("C%d,P%d,ct-%d.nii.gz,mask-%d.nii.gz,%d,%d,%s,%s%n".formatted(
                    n, n, n, n, positive ? 1 : 0, age, random.nextBoolean() ? "F" : "M", n % 3 == 2 ? "test" : "train"));
        }
        Path cases = Files.writeString(folder.resolve("cases.csv"), rows);
        Path run = folder.resolve("run");
        new Study(StudyYaml.parse(QUICK, "test"), folder, run, false, 2, Progress.NONE, "test", List.of("study", "cases.csv"))
                .run(ManifestFile.read(cases, Optional.empty()));
        return new StudyFolder(run, Optional.of(cases));
    }

    /// The body with what is around it.
    private void write(Path folder, int number, Mask body, double shiftHu, SplittableRandom random) throws IOException {
        Box tight = tight(body);
        Box box = new Box(
                Math.max(0, tight.iMin() - AROUND), Math.max(0, tight.jMin() - AROUND), Math.max(0, tight.kMin() - AROUND),
                tight.iMax() + AROUND, tight.jMax() + AROUND, Math.min(ct.grid().size().k() - 1, tight.kMax() + AROUND));
        short[] hu = new short[(int) box.size().voxels()];
        short[] inside = new short[hu.length];
        int at = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++) {
                    boolean bone = body.at(i, j, k);
                    inside[at] = (short) (bone ? 1 : 0);
                    hu[at++] = (short) Math.round(ct.at(i, j, k) + 25 * random.nextGaussian() + (bone ? shiftHu : 0));
                }
            }
        }
        Grid grid = Grid.axisAligned(box.size(), ct.grid().spacing());
        StandardFormats.ALL.write(Volume.ofShorts(grid, hu), folder.resolve("ct-" + number + ".nii.gz"));
        StandardFormats.ALL.write(Volume.ofShorts(grid, inside), folder.resolve("mask-" + number + ".nii.gz"));
    }

    private Box tight(Mask body) {
        int[] least = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] most = new int[3];
        for (int k = 0; k < ct.grid().size().k(); k++) {
            for (int j = 0; j < ct.grid().size().j(); j++) {
                for (int i = 0; i < ct.grid().size().i(); i++) {
                    if (body.at(i, j, k)) {
                        int[] here = {i, j, k};
                        for (int axis = 0; axis < 3; axis++) {
                            least[axis] = Math.min(least[axis], here[axis]);
                            most[axis] = Math.max(most[axis], here[axis]);
                        }
                    }
                }
            }
        }
        return new Box(least[0], least[1], least[2], most[0], most[1], most[2]);
    }
}
