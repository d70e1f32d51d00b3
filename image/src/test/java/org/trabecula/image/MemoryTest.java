package org.trabecula.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.image.formats.StandardFormats;

/// Large and lying files with little memory, counted as bytes allocated by the reading thread: an upper bound of what it
/// can hold at once.
class MemoryTest {
    @TempDir
    Path folder;

    /// 512 × 512 × 1000 labels, 262 MB as bytes: scanning and one mask must stay below 200 MB, garbage included.
    @Test
    void aLabelMapOfAThousandSlicesNeedsOneSlice() throws IOException {
        Path file = folder.resolve("labels.nii.gz");
        byte[] vertebra = new byte[512 * 512];
        for (int j = 200; j < 280; j++) {
            java.util.Arrays.fill(vertebra, j * 512 + 220, j * 512 + 290, (byte) 20);
        }
        byte[] empty = gzip(new byte[512 * 512 * 10]);
        byte[] full = gzip(vertebra);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(gzip(header(512, 512, 1000, 2)));
            repeat(out, empty, 50);
            repeat(out, full, 30);
            repeat(out, empty, 47);
        }
        long before = allocated();
        LabelFile labels = StandardFormats.ALL.labels(file);
        Mask mask = labels.mask(20);
        assertThat(allocated() - before).isLessThan(200L << 20);
        assertThat(labels.labels()).containsExactly(new Label(20, "20", 0, 70 * 80 * 30, new Box(220, 200, 500, 289, 279, 529)));
        assertThat(mask.voxelCount()).isEqualTo(70 * 80 * 30);
    }

    /// A slab costs its own voxels and a chunk, not the volume.
    @Test
    void aSlabOfALargeFileCostsItsOwnVoxels() throws IOException {
        Path file = folder.resolve("sparse.nii");
        try (var channel = java.nio.channels.FileChannel.open(
                file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(header(512, 512, 4000, 4)));
            channel.write(ByteBuffer.wrap(new byte[] {7}), 352 + 512L * 512 * 4000 * 2 - 2); // a sparse file of 2 GB
            channel.write(ByteBuffer.wrap(new byte[] {0}), 352 + 512L * 512 * 4000 * 2 - 1);
        }
        long before = allocated();
        Volume slab = StandardFormats.ALL.open(file).read(new Box(500, 500, 3998, 511, 511, 3999));
        assertThat(allocated() - before).isLessThan(2L << 20);
        assertThat(slab.at(511, 511, 3999)).isEqualTo(7);
    }

    @Test
    void anHonestBombIsRefusedWhenItIsOpened() throws IOException {
        Path file = folder.resolve("bomb.nii.gz");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(gzip(header(1024, 1024, 512, 4)));
            repeat(out, gzip(new byte[1 << 20]), 1024);
        }
        long before = allocated();
        assertThatThrownBy(() -> StandardFormats.ALL.open(file)).hasMessageContaining("IMG-004").hasMessageContaining("1024 MiB");
        assertThat(allocated() - before).isLessThan(8L << 20); // buffers of the inflater, and the assertion's own classes
    }

    @Test
    void moreThanTheHeapHoldsIsRefusedBeforeItIsTaken() throws IOException {
        Path file = folder.resolve("large.nii");
        try (var channel = java.nio.channels.FileChannel.open(
                file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(header(30_000, 30_000, 4, 64)));
            channel.write(ByteBuffer.wrap(new byte[] {0}), 352 + 30_000L * 30_000 * 4 * 8 - 1);
        }
        ImageFile image = StandardFormats.ALL.open(file);
        long before = allocated();
        assertThatThrownBy(image::read).hasMessageContaining("IMG-004");
        assertThat(allocated() - before).isLessThan(1L << 20);
    }

    /// One gzip member; members in a row are one file, made without deflating the same zeros a thousand times.
    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(member)) {
            out.write(bytes);
        }
        return member.toByteArray();
    }

    private static void repeat(OutputStream out, byte[] member, int times) throws IOException {
        for (int n = 0; n < times; n++) {
            out.write(member);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /// A plain NIfTI-1 header, 1 mm voxels, with an sform.
    private static byte[] header(int i, int j, int k, int datatype) {
        ByteBuffer b = ByteBuffer.allocate(352).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(0, 348);
        short[] dim = {3, (short) i, (short) j, (short) k};
        for (int n = 0; n < 4; n++) {
            b.putShort(40 + 2 * n, dim[n]);
            b.putFloat(76 + 4 * n, 1);
        }
        b.putShort(70, (short) datatype);
        b.putShort(72, (short) (datatype == 2 ? 8 : datatype == 4 ? 16 : 64));
        b.putFloat(108, 352);
        b.put(123, (byte) 2);
        b.putShort(254, (short) 1);
        b.putFloat(280, 1).putFloat(300, 1).putFloat(320, 1);
        b.put(344, new byte[] {'n', '+', '1', 0});
        return b.array();
    }
}
