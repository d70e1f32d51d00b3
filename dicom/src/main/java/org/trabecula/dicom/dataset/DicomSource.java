package org.trabecula.dicom.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of one DICOM file, wherever they lie: on disk or in an archive. Each opening starts at the first byte.
public interface DicomSource {
    /// As messages name it.
    String name();

    /// In bytes.
    long length() throws IOException;

    /// A stream whose `skip` is cheap where that can be.
    InputStream open() throws IOException;

    /// The bytes from `offset` on.
    ///
    /// @throws java.io.EOFException if there are fewer, where the source cannot tell otherwise
    default ReadableByteChannel channel(long offset) throws IOException {
        InputStream in = open();
        try {
            in.skipNBytes(offset);
            return Channels.newChannel(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    static DicomSource of(Path file) {
        return new DicomSource() {
            @Override
            public String name() {
                return file.toString();
            }

            @Override
            public long length() throws IOException {
                return Files.size(file);
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            /// Without the copy that a stream makes.
            @Override
            public ReadableByteChannel channel(long offset) throws IOException {
                return FileChannel.open(file, StandardOpenOption.READ).position(offset);
            }
        };
    }
}
