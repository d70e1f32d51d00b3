package org.trabecula.image.nifti;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trabecula.image.FileStart;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageFormat;
import org.trabecula.image.LabelLayers;
import org.trabecula.image.Placement;
import org.trabecula.image.Volume;

/// NIfTI-1, NIfTI-2 and ANALYZE 7.5; NIfTI-1 is written.
///
/// The content decides; the name only where the content cannot, for the voxels of a `.hdr`/`.img` pair.
public final class NiftiFormat implements ImageFormat {
    @Override
    public String title() {
        return "NIfTI (.nii, .nii.gz, .hdr with .img)";
    }

    @Override
    public boolean recognises(FileStart start) {
        boolean voxels = start.name().endsWith(".img") || start.name().endsWith(".img.gz");
        return !start.isFolder() && !start.hasAt(128, "DICM") && (voxels || NiftiHeader.begins(start.head()));
    }

    @Override
    public ImageFile open(Path file, Placement placement) throws IOException {
        return NiftiFile.open(file, placement);
    }

    @Override
    public LabelLayers openLabels(Path file, Placement placement) throws IOException {
        ImageFile image = open(file, placement);
        return new LabelLayers(List.of(image), NiftiLabelTable.of(image.path()));
    }

    @Override
    public List<String> writtenEndings() {
        return List.of(".nii", ".nii.gz");
    }

    @Override
    public void write(Volume volume, Path file) throws IOException {
        NiftiWriter.write(volume, file);
    }

    @Override
    public void write(ImageFile image, Path file, ImageFile.SliceVisitor seen) throws IOException {
        NiftiWriter.write(image, file, seen);
    }
}
