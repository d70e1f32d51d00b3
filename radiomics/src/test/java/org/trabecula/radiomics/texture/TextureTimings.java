package org.trabecula.radiomics.texture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.testkit.Reference;

/// Prints what each family costs, warm, on one thread: run `main` by hand.
///
/// The region is the ellipsoid of the reference's `phantom512_iso` case (360,577 voxels) or a smaller one of the size
/// of a vertebra (16,590 voxels and the like), at 25 or 6 HU a level.
final class TextureTimings {
    private static final int ROUNDS = 6;

    private TextureTimings() {}

    public static void main(String[] args) {
        time("vertebra", phantom(18, 16.5, 13, 25), 300);
        time("vertebra, fine levels", phantom(18, 16.5, 13, 6), 300);
        Reference.whole("pyradiomics/intermediate/vert_chronic_t3__paper1648").ifPresent(TextureTimings::timeStored);
        time("phantom512_iso", phantom(52, 46, 36, 25), 20);
    }

    private static LevelImage phantom(double radiusX, double radiusY, double radiusZ, double widthHu) {
        int ni = 2 * (int) radiusX + 1;
        int nj = 2 * (int) radiusY + 1;
        int nk = 2 * (int) radiusZ + 1;
        int[] levels = new int[ni * nj * nk];
        for (int at = 0; at < levels.length; at++) {
            int x = at % ni - (int) radiusX + 256;
            int y = at / ni % nj - (int) radiusY + 256;
            int z = at / ni / nj - (int) radiusZ + 60;
            double u = (x - 256) / radiusX;
            double v = (y - 256) / radiusY;
            double w = (z - 60) / radiusZ;
            if (u * u + v * v + w * w <= 1) {
                long noise = ((73856093L * x) ^ (19349663L * y) ^ (83492791L * z)) % 61 - 30;
                double hu = 120 + 60 * Math.sin(0.11 * x) * Math.cos(0.13 * y) * Math.sin(0.17 * z)
                        + 40 * Math.sin(0.53 * x + 0.31 * y + 0.71 * z) + noise;
                levels[at] = (int) Math.floor(Math.floor(hu + 0.5) / widthHu) + (int) (200 / widthHu);
            }
        }
        return LevelImage.of(new Size(ni, nj, nk), Spacing.isotropic(1), levels);
    }

    /// All filtered images of one case together, as an extraction meets them.
    private static void timeStored(Path folder) {
        TestImage mask = TestImage.read(folder.resolve("cropped_mask.nrrd"));
        try (Stream<Path> files = Files.list(folder)) {
            time("vert_chronic_t3, 19 images", files.filter(file -> file.getFileName().toString().startsWith("filtered_"))
                    .sorted()
                    .map(file -> PyRadiomicsLevels.ofWidth(TestImage.read(file), mask, 1, 25))
                    .toList(), 40);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void time(String what, LevelImage image, int times) {
        time(what, List.of(image), times);
    }

    private static void time(String what, List<LevelImage> images, int times) {
        System.out.println(what + ": " + images.getFirst().voxelCount() + " voxels, "
                + images.stream().mapToInt(LevelImage::presentLevels).summaryStatistics() + " levels; microseconds of CPU");
        List<int[]> levels = images.stream().map(LevelImage::boxLevels).toList();
        BitSet glcm = all(Glcm.NAMES);
        glcm.clear(Glcm.NAMES.indexOf("MCC"));
        BitSet mcc = new BitSet();
        mcc.set(Glcm.NAMES.indexOf("MCC"));
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder line = new StringBuilder();
            append(line, "level image", times, images, image -> LevelImage.of(
                    image.size(), image.spacing(), levels.get(images.indexOf(image))));
            append(line, "equal neighbours", times, images, EqualNeighbours::of);
            append(line, "GLCM", times, images, image -> Glcm.features(image, GlcmSettings.PYRADIOMICS, glcm));
            append(line, "MCC", times, images, image -> Glcm.features(image, GlcmSettings.PYRADIOMICS, mcc));
            append(line, "GLRLM", times, images,
                    image -> Glrlm.features(image, GlrlmSettings.PYRADIOMICS, all(Glrlm.NAMES)));
            append(line, "GLSZM", times, images,
                    image -> Glszm.features(image, GlszmSettings.PYRADIOMICS, all(Glszm.NAMES)));
            append(line, "GLDM", times, images,
                    image -> Gldm.features(image, GldmSettings.PYRADIOMICS, all(Gldm.NAMES)));
            append(line, "NGTDM", times, images,
                    image -> Ngtdm.features(image, NgtdmSettings.PYRADIOMICS, all(Ngtdm.NAMES)));
            System.out.println(line);
        }
    }

    private static void append(
            StringBuilder line, String what, int times, List<LevelImage> images, Consumer<LevelImage> work) {
        long start = cpuNanos();
        for (int time = 0; time < times; time++) {
            images.forEach(work);
        }
        line.append(String.format(Locale.ROOT, "  %s %,d", what, (cpuNanos() - start) / 1000 / times));
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static BitSet all(List<String> names) {
        BitSet wanted = new BitSet();
        wanted.set(0, names.size());
        return wanted;
    }
}
