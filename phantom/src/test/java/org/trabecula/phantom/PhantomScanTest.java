package org.trabecula.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trabecula.core.Parallel;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

class PhantomScanTest {
    private static final CohortSettings COARSE = new CohortSettings(12, 1, 4, new Spacing(1.5, 1.5, 1.5), 3, 6, 2);
    private static final List<PhantomPatient> PATIENTS = PhantomCohort.plan(COARSE);
    private static List<PhantomScan> scans = List.of();

    @BeforeAll
    static void render() {
        scans = Parallel.map(PATIENTS.size(), 2, p -> PATIENTS.get(p).render());
    }

    @Test
    void everyWholeVertebraIsOutlinedWithItsLabel() {
        for (int p = 0; p < PATIENTS.size(); p++) {
            for (Level level : PATIENTS.get(p).levels()) {
                double mm3 = voxels(scans.get(p).labels(), level.label())
                        * scans.get(p).labels().grid().spacing().voxelVolumeMm3();
                // from a crushed T4 of a small woman to a lumbar body of a large man
                assertThat(mm3).as(level.name()).isBetween(3_000.0, 60_000.0);
            }
        }
    }

    @Test
    void labelsDoNotTouchTheEdgeOfTheScan() {
        for (PhantomScan scan : scans) {
            Size size = scan.labels().grid().size();
            for (int k = 0; k < size.k(); k++) {
                for (int j = 0; j < size.j(); j++) {
                    for (int i = 0; i < size.i(); i++) {
                        boolean edge = i == 0 || j == 0 || k == 0 || i == size.i() - 1 || j == size.j() - 1
                                || k == size.k() - 1;
                        if (edge) {
                            assertThat(scan.labels().at(i, j, k)).isZero();
                        }
                    }
                }
            }
        }
    }

    @Test
    void vertebraeStandInOrderFromHeadToFeetInTheWorld() {
        for (int p = 0; p < PATIENTS.size(); p++) {
            double above = Double.POSITIVE_INFINITY;
            for (Level level : PATIENTS.get(p).levels()) {
                double z = middle(scans.get(p).labels(), level.label()).z();
                assertThat(z).as(PATIENTS.get(p).patientId() + " " + level).isLessThan(above);
                above = z;
            }
        }
    }

    @Test
    void marrowMuscleAndFatHaveTheirHounsfieldUnits() {
        for (int p = 0; p < PATIENTS.size(); p++) {
            PhantomScan scan = scans.get(p);
            Level level = PATIENTS.get(p).levels().get(1);
            PointMm body = middle(scan.labels(), level.label());
            double marrow = mean(scan.ct(), body, 4);
            assertThat(marrow).as(PATIENTS.get(p).patientId() + " marrow").isBetween(20.0, 450.0);
            double depth = level.depthMm() / 2;
            // the dural sac lies behind the body: water-like
            double sac = mean(scan.ct(), new PointMm(body.x(), body.y() + depth + 8, body.z()), 2.2);
            assertThat(sac).as(PATIENTS.get(p).patientId() + " dural sac").isBetween(-60.0, 260.0);
        }
    }

    @Test
    void rendersTheSameTwice() {
        PhantomScan again = PATIENTS.getFirst().render();
        assertThat(shorts(again.ct())).isEqualTo(shorts(scans.getFirst().ct()));
        assertThat(shorts(again.labels())).isEqualTo(shorts(scans.getFirst().labels()));
    }

    @Test
    void readersAgreeWellWithThemselvesAndABitLessWithEachOther() {
        double intra = 0;
        double inter = 0;
        for (int p = 0; p < 6; p++) {
            PhantomScan scan = scans.get(p);
            intra += dice(scan.labels(), Objects.requireNonNull(scan.intra())) / 6;
            inter += dice(scan.labels(), Objects.requireNonNull(scan.inter())) / 6;
        }
        assertThat(intra).isBetween(0.94, 0.995);
        assertThat(inter).isBetween(0.90, intra - 0.003);
        assertThat(scans.get(6).intra()).isNull();
        assertThat(scans.get(6).inter()).isNull();
    }

    /// A reader without a habit wanders about the true surface by some 0.36 mm, and a second reading lies as far off again. Over a
    /// whole body that is at most some 7 % of its volume, over 18 bodies together less than 2 %: 5 % is three times that.
    @Test
    void aReadersOutlineLiesAboutTheTrueBody() {
        double drawn = 0;
        double known = 0;
        for (int p = 0; p < 6; p++) {
            Volume bodies = PATIENTS.get(p).bodies();
            PhantomScan scan = scans.get(p);
            assertThat(bodies.grid()).isEqualTo(scan.labels().grid());
            assertThat(dice(bodies, scan.labels())).isGreaterThan(dice(scan.labels(), Objects.requireNonNull(scan.intra())));
            for (Level level : PATIENTS.get(p).levels()) {
                drawn += voxels(scan.labels(), level.label());
                known += voxels(bodies, level.label());
            }
        }
        assertThat(drawn / known).isBetween(0.95, 1.05);
    }

    @Test
    void scansAreStoredInSeveralDirections() {
        List<PhantomPatient> many = PhantomCohort.plan(
                new CohortSettings(40, 1, 4, new Spacing(4, 4, 4), 1, 0, 2));
        List<Mat3> directions = many.stream()
                .map(p -> p.render().ct().grid().direction())
                .distinct()
                .toList();
        assertThat(directions).hasSizeGreaterThanOrEqualTo(4);
        assertThat(directions).anySatisfy(d -> assertThat(d.determinant()).isNegative());
    }

    private static short[] shorts(Volume volume) {
        return ((Volume.Voxels.OfShort) volume.voxels()).values();
    }

    private static long voxels(Volume labels, int label) {
        long count = 0;
        for (short value : shorts(labels)) {
            count += value == label ? 1 : 0;
        }
        return count;
    }

    private static double dice(Volume a, Volume b) {
        long both = 0;
        long sum = 0;
        short[] x = shorts(a);
        short[] y = shorts(b);
        for (int n = 0; n < x.length; n++) {
            both += x[n] != 0 && x[n] == y[n] ? 1 : 0;
            sum += (x[n] != 0 ? 1 : 0) + (y[n] != 0 ? 1 : 0);
        }
        return 2.0 * both / sum;
    }

    private static PointMm middle(Volume labels, int label) {
        double[] sum = new double[3];
        long count = 0;
        Size size = labels.grid().size();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    if (labels.at(i, j, k) == label) {
                        sum[0] += i;
                        sum[1] += j;
                        sum[2] += k;
                        count++;
                    }
                }
            }
        }
        return labels.grid().toWorld(sum[0] / count, sum[1] / count, sum[2] / count);
    }

    /// Mean HU within `radiusMm` of a place.
    private static double mean(Volume ct, PointMm place, double radiusMm) {
        double sum = 0;
        long count = 0;
        Size size = ct.grid().size();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    if (ct.grid().toWorld(i, j, k).distanceMm(place) <= radiusMm) {
                        sum += ct.at(i, j, k);
                        count++;
                    }
                }
            }
        }
        return sum / count;
    }
}
