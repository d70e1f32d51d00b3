package org.trabecula.image.nrrd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trabecula.image.FileStart;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageFormat;
import org.trabecula.image.LabelLayers;
import org.trabecula.image.Placement;
import org.trabecula.image.Volume;

/// NRRD, attached or detached, and the `.seg.nrrd` of 3D Slicer; written compressed with gzip.
public final class NrrdFormat implements ImageFormat {
    @Override
    public String title() {
        return "NRRD (.nrrd, .nhdr)";
    }

    @Override
    public boolean recognises(FileStart start) {
        return NrrdHeader.begins(start.head()) && !start.isGzip();
    }

    @Override
    public ImageFile open(Path file, Placement placement) throws IOException {
        return NrrdFile.open(file, placement).image();
    }

    @Override
    public LabelLayers openLabels(Path file, Placement placement) throws IOException {
        NrrdFile nrrd = NrrdFile.open(file, placement);
        return new LabelLayers(nrrd.layers(), nrrd.segments());
    }

    @Override
    public List<String> writtenEndings() {
        return List.of(".nrrd");
    }

    @Override
    public void write(Volume volume, Path file) throws IOException {
        NrrdWriter.write(volume, file, NrrdWriter.Encoding.GZIP);
    }

    @Override
    public void write(ImageFile image, Path file, ImageFile.SliceVisitor seen) throws IOException {
        NrrdWriter.write(image, file, NrrdWriter.Encoding.GZIP, seen);
    }
}
