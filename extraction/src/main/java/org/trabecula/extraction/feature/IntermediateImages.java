package org.trabecula.extraction.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.trabecula.extraction.failure.CaseFileName;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.radiomics.Radiomics;

/// Writes the images that features are computed from, a folder a case: `image.nrrd` and `mask.nrrd` as they are after
/// resampling or cropping, and each derived image inside the region's box under its name in the columns.
///
/// All keep their place in the patient, so a viewer lays them over the CT.
///
/// @param folder where the cases' folders go
public record IntermediateImages(Path folder) implements CaseWatcher {
    /// Another folder needs the images again.
    @Override
    public String text() {
        return "images in " + folder.toAbsolutePath().normalize();
    }

    @Override
    public Radiomics.Watcher of(String caseId) {
        Path own = folder.resolve(CaseFileName.of(caseId));
        return new Radiomics.Watcher() {
            @Override
            public void prepared(Volume image, Mask region) {
                write(image, own.resolve("image.nrrd"));
                write(labelMap(region, image.held()), own.resolve("mask.nrrd"));
            }

            @Override
            public void derived(String name, Volume image) {
                write(image, own.resolve(name + ".nrrd"));
            }
        };
    }

    private static Volume labelMap(Mask region, Box held) {
        boolean[] flags = region.toFlags(held);
        short[] labels = new short[flags.length];
        for (int n = 0; n < flags.length; n++) {
            labels[n] = (short) (flags[n] ? 1 : 0);
        }
        return new Volume(region.grid(), held, VoxelType.UINT8, new Volume.Voxels.OfShort(labels));
    }

    private static void write(Volume volume, Path file) {
        try {
            StandardFormats.ALL.write(volume, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
