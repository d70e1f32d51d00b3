package org.trabecula.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Files that several steps read the same small part of, such as a vertebra of a compressed CT that must be inflated up to it: what the
/// first step decodes is kept for the next, and labels are counted once. What is read is what the formats would have read.
///
/// For as long as one run lasts, within which files do not change. Safe for use by several threads.
public final class KeptParts implements ImageFormat {
    private final ImageFormats formats;
    private final HeldBytes held;
    private final int marginVoxels;
    private final Map<Opened, ImageFile> images = new ConcurrentHashMap<>();
    private final Map<Drawn, LabelLayers> labels = new ConcurrentHashMap<>();

    /// A file, and what was to be done if it does not say where it lies.
    private record Opened(Path file, Placement placement) {}

    /// A label map on the image for which it was opened: contours lie on its voxels.
    private record Drawn(Opened map, Path image) {}

    /// @param mostBytes    of all voxels that are kept; what does not fit is decoded each time
    /// @param marginVoxels that later steps read around what the first one reads of an image
    public KeptParts(ImageFormats formats, long mostBytes, int marginVoxels) {
        this.formats = formats;
        this.held = new HeldBytes(mostBytes);
        this.marginVoxels = marginVoxels;
    }

    /// These files by themselves.
    public ImageFormats formats() {
        return new ImageFormats(List.of(this));
    }

    @Override
    public String title() {
        return formats.titles();
    }

    @Override
    public boolean recognises(FileStart start) {
        return formats.recognise(start);
    }

    @Override
    public ImageFile open(Path file, Placement placement) throws IOException {
        Opened key = new Opened(file, placement);
        ImageFile known = images.get(key);
        if (known == null) {
            ImageFile opened = new KeptPart(formats.open(file, placement), held, marginVoxels);
            ImageFile before = images.putIfAbsent(key, opened);
            known = before == null ? opened : before;
        }
        return known;
    }

    @Override
    public LabelLayers openLabels(Path file, Placement placement, ImageFile shown) throws IOException {
        ImageFile image = ImageBehind.behind(shown);
        Drawn key = new Drawn(new Opened(file, placement), image.path());
        LabelLayers known = labels.get(key);
        if (known == null) {
            LabelLayers stored = formats.formatOf(file).openLabels(file, placement, image);
            List<ImageFile> layers = stored.layers().stream().<ImageFile>map(layer -> new KeptPart(layer, held, 0)).toList();
            LabelLayers opened = new LabelLayers(layers, stored.names(), stored.counted());
            known = new LabelLayers(layers, stored.names(), Optional.of(LabelFile.of(file, opened).labels()));
            labels.put(key, known);
        }
        return known;
    }
}
