package org.trabecula.image.nrrd;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trabecula.core.InputException;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.LabelLayers.NamedNumber;
import org.trabecula.image.Placement;
import org.trabecula.image.VoxelType;
import org.trabecula.image.stored.ByteSource;
import org.trabecula.image.FileHead;
import org.trabecula.image.stored.Scaling;
import org.trabecula.image.stored.StoredImage;

/// An NRRD file: one image, or several layers on one grid.
public final class NrrdFile {
    private static final StoredImage.DamageCodes DAMAGE =
            new StoredImage.DamageCodes(ImageProblem.NRRD_SHORT, ImageProblem.NRRD_DAMAGED);

    private final NrrdHeader header;
    private final List<ImageFile> layers;

    private NrrdFile(NrrdHeader header, List<ImageFile> layers) {
        this.header = header;
        this.layers = layers;
    }

    /// Reads and checks the header, and the lengths of the files that hold the voxels.
    ///
    /// @throws InputException NRR-…, GEO-… or IMG-… with what is wrong
    public static NrrdFile open(Path file, Placement placement) throws IOException {
        FileHead.refuseUnreadable(file);
        NrrdHeader header = NrrdHeader.read(file);
        VoxelType type = NrrdTypes.typeOf(header);
        NrrdAxes axes = NrrdAxes.of(header);
        List<String> notes = new ArrayList<>();
        NrrdData data;
        try {
            data = NrrdData.of(header, file, type, axes.values());
        } catch (EOFException e) {
            throw header.refusal(ImageProblem.NRRD_SHORT, String.valueOf(e.getMessage()), "the lines to be skipped");
        }
        ByteOrder order = data.order(notes);
        Grid grid = NrrdGeometry.grid(header, axes, placement, notes);
        StoredImage.Layout layout = new StoredImage.Layout(type, order, Scaling.NONE);
        List<ImageFile> layers = new ArrayList<>();
        for (int layer = 0; layer < axes.layers(); layer++) {
            int number = layer;
            ByteSource.Opener opener = axes.layers() == 1
                    ? data::open
                    : () -> new LayerBytes(data.open(), axes.inner() * type.bytes(), axes.layers(), number);
            layers.add(new StoredImage(file, grid, layout, opener, data.compressedBytes(), DAMAGE, notes));
        }
        return new NrrdFile(header, List.copyOf(layers));
    }

    /// The only layer.
    ///
    /// @throws InputException NRR-010 if there are several
    public ImageFile image() {
        if (layers.size() > 1) {
            throw NrrdAxes.layered(header, layers.size() + " layers");
        }
        return layers.getFirst();
    }

    /// At least one; all on the same grid.
    public List<ImageFile> layers() {
        return layers;
    }

    /// The named segments of a `.seg.nrrd`, in file order; empty for other files.
    public List<NamedNumber> segments() {
        return NrrdSegments.of(header, layers.size());
    }

    /// The file's own `key:=value` notes.
    public Map<String, String> keyValues() {
        return header.keyValues();
    }
}
