package org.trabecula.extraction.maps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.trabecula.image.Volume;
import org.trabecula.image.nifti.NiftiWriter;
import org.trabecula.image.nrrd.NrrdWriter;

/// What maps are written as: 64-bit floats in both.
public enum MapFormat {
    /// As PyRadiomics writes maps.
    NRRD(".nrrd") {
        @Override
        void write(Volume map, String name, Path file) throws IOException {
            NrrdWriter.write(map, file, NrrdWriter.Encoding.GZIP, Map.of("trabecula.map", name));
        }
    },
    NIFTI(".nii.gz") {
        @Override
        void write(Volume map, String name, Path file) throws IOException {
            NiftiWriter.write(map, name.substring(0, Math.min(LONGEST_DESCRIPTION, name.length())), file);
        }
    };

    private static final int LONGEST_DESCRIPTION = 79;

    private final String ending;

    MapFormat(String ending) {
        this.ending = ending;
    }

    /// Of the files' names, with its dot.
    public String ending() {
        return ending;
    }

    abstract void write(Volume map, String name, Path file) throws IOException;
}
