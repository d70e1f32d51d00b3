package org.trabecula.dicom.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bytes of one DICOM file, wherever they lie: on disk or in an archive. Each opening starts at the first byte.
public interface DicomSource {
    /// As messages name it.
    String name();

    /// In bytes.
    long length() throws IOException;

    /// A stream whose `skip` is cheap where that can be.
    InputStream open() throws IOException;

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
        };
    }
}
