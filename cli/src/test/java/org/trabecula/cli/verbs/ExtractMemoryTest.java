package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.table.FeatureTableFile;

/// `extract` in processes with little memory.
class ExtractMemoryTest {
    private static final int HEADER_BYTES = 352;
    private static final int DIM_OFFSET = 40;

    @TempDir
    Path folder;

    /// One case takes some 100 MiB (2.6 million voxels, filtered whole); eight side by side would take three times the heap.
    @Test
    void asManyCasesRunSideBySideAsMemoryAllows() throws IOException, InterruptedException {
        Grid grid = Grid.axisAligned(new Size(160, 160, 100), new Spacing(1, 1, 1));
        ExtractCases cases = new ExtractCases(folder);
        cases.mask("mask.nii.gz", grid, 1);
        List<String> lines = new ArrayList<>(List.of("case_id,image,mask"));
        for (int n = 0; n < 8; n++) {
            short[] voxels = new short[(int) grid.size().voxels()];
            for (int at = 0; at < voxels.length; at++) {
                voxels[at] = (short) ((at + n) % 311);
            }
            cases.written(Volume.ofShorts(grid, voxels), "ct" + n + ".nii.gz");
            lines.add("c" + n + ",ct" + n + ".nii.gz,mask.nii.gz");
        }
        cases.lines("cases.csv", lines.toArray(String[]::new));
        cases.lines("log.yaml", "imageType: {LoG: {sigma: [2]}}", "featureClass: {firstorder: [], glcm: []}");

        Process run = ChildRun.start(folder, "-Xmx256m", "extract", folder.resolve("cases.csv").toString(), "--params",
                folder.resolve("log.yaml").toString(), "-o", folder.resolve("t.csv").toString(), "--jobs", "8");

        assertThat(run.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(run.exitValue()).as(ChildRun.log(folder)).isZero();
        assertThat(FeatureTableFile.read(folder.resolve("t.csv")).rows()).isEqualTo(8);
    }

    @Test
    @Tag("slow")
    void aVertebraOfAScanOfAThousandSlicesFitsInHalfAGibibyte() throws IOException, InterruptedException {
        Size size = new Size(512, 512, 1000);
        Path image = large("ct.nii.gz", size, (i, j, k) -> (short) (((i * 31 + j * 17 + k * 7) % 97 - 20) * 8));
        Path mask = large("mask.nii.gz", size, (i, j, k) -> (short) (inVertebra(i, j, k) ? 20 : 0));

        for (String preset : List.of("paper1648", "original")) {
            Path table = folder.resolve(preset + ".csv");
            Process run = ChildRun.start(folder, "-Xmx512m", "extract", image.toString(), mask.toString(), "--preset", preset,
                    "-o", table.toString());
            assertThat(run.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(run.exitValue()).as(ChildRun.log(folder)).isZero();
            assertThat(FeatureTableFile.read(table).rows()).isEqualTo(1);
        }
    }

    private static boolean inVertebra(int i, int j, int k) {
        double x = (i - 256) / 26.0;
        double y = (j - 300) / 18.0;
        double z = (k - 500) / 15.0;
        return x * x + y * y + z * z <= 1;
    }

    /// A voxel by its indices.
    @FunctionalInterface
    private interface Voxel {
        short at(int i, int j, int k);
    }

    /// Writes a packed NIfTI slice by slice: the header of a one-voxel file with other sizes.
    private Path large(String name, Size size, Voxel voxel) throws IOException {
        Path tiny = folder.resolve("tiny.nii");
        Grid one = Grid.axisAligned(new Size(1, 1, 1), new Spacing(0.7, 0.7, 1));
        StandardFormats.ALL.write(Volume.ofShorts(one, new short[1]), tiny);
        ByteBuffer header = ByteBuffer.wrap(Files.readAllBytes(tiny), 0, HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort(DIM_OFFSET + 2, (short) size.i()).putShort(DIM_OFFSET + 4, (short) size.j());
        header.putShort(DIM_OFFSET + 6, (short) size.k());
        Path file = folder.resolve(name);
        try (OutputStream out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        })) {
            out.write(header.array(), 0, HEADER_BYTES);
            ByteBuffer slice = ByteBuffer.allocate(2 * size.i() * size.j()).order(ByteOrder.LITTLE_ENDIAN);
            for (int k = 0; k < size.k(); k++) {
                slice.clear();
                for (int j = 0; j < size.j(); j++) {
                    for (int i = 0; i < size.i(); i++) {
                        slice.putShort(voxel.at(i, j, k));
                    }
                }
                out.write(slice.array());
            }
        }
        return file;
    }
}
