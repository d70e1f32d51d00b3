package org.trabecula.image.stored;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of an image's voxels, taken in rising order.
public interface ByteSource extends Closeable {
    /// Moves to `offset`, in bytes from the first voxel; never backwards.
    void seek(long offset) throws IOException;

    /// Fills the first `length` bytes of `into`.
    ///
    /// @throws EOFException if the source ends before
    void read(byte[] into, int length) throws IOException;

    /// Checks what can be checked once the last voxel has been read, such as the checksum of a compressed stream.
    default void finish() throws IOException {}

    /// How a source is opened; each call starts at the first voxel.
    @FunctionalInterface
    interface Opener {
        ByteSource open() throws IOException;
    }

    /// Plain bytes of a file from `start` on.
    static ByteSource ofFile(Path file, long start) throws IOException {
        return new FileBytes(FileChannel.open(file, StandardOpenOption.READ), start);
    }

    /// Bytes that can only be read through.
    static ByteSource ofStream(InputStream in) {
        return new StreamBytes(in);
    }

    /// Random access: a seek costs nothing.
    final class FileBytes implements ByteSource {
        private final SeekableByteChannel channel;
        private final long start;

        FileBytes(SeekableByteChannel channel, long start) throws IOException {
            this.channel = channel;
            this.start = start;
            channel.position(start);
        }

        @Override
        public void seek(long offset) throws IOException {
            channel.position(start + offset);
        }

        @Override
        public void read(byte[] into, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    throw new EOFException(buffer.remaining() + " bytes are missing");
                }
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /// Sequential access: a seek reads and forgets.
    final class StreamBytes implements ByteSource {
        /// More than this behind the last voxel is left alone, however long it is.
        private static final int MOST_BYTES_BEHIND = 1 << 16;

        private final InputStream in;
        private long at;

        StreamBytes(InputStream in) {
            this.in = in;
        }

        @Override
        public void seek(long offset) throws IOException {
            if (offset < at) {
                throw new IllegalArgumentException("a stream cannot go back from " + at + " to " + offset);
            }
            byte[] forgotten = new byte[(int) Math.min(offset - at, 1 << 16)];
            while (at < offset) {
                read(forgotten, (int) Math.min(offset - at, forgotten.length));
            }
        }

        @Override
        public void read(byte[] into, int length) throws IOException {
            int got = in.readNBytes(into, 0, length);
            at += got;
            if (got < length) {
                throw new EOFException((length - got) + " bytes are missing");
            }
        }

        /// Reading to the end makes a decompressor compare its checksum.
        @Override
        public void finish() throws IOException {
            in.readNBytes(new byte[MOST_BYTES_BEHIND], 0, MOST_BYTES_BEHIND);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
