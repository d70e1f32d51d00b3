package org.trabecula.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The files of one scan, each opened once however many regions are measured on it: a label map is scanned once, and the image is
/// decoded once, whole, where it is small enough to be held. What is read is what the formats would have read.
///
/// For one thread, and for as long as its scan is worked on: whoever holds it holds the voxels.
public final class OpenedOnce implements ImageFormat {
    private final ImageFormats formats;
    private final long mostBytes;
    private final Map<Path, ImageFile> images = new HashMap<>();
    private final Map<Path, LabelLayers> labels = new HashMap<>();

    private OpenedOnce(ImageFormats formats, long mostBytes) {
        this.formats = formats;
        this.mostBytes = mostBytes;
    }

    /// The same formats for the files of one scan.
    ///
    /// @param mostBytes of an image that is held whole; of a larger one the part that a region needs is decoded each time
    public static ImageFormats of(ImageFormats formats, long mostBytes) {
        return new ImageFormats(List.of(new OpenedOnce(formats, mostBytes)));
    }

    @Override
    public String title() {
        return formats.formats().stream().map(ImageFormat::title).collect(Collectors.joining(" or "));
    }

    @Override
    public boolean recognises(FileStart start) {
        return formats.formats().stream().anyMatch(format -> format.recognises(start));
    }

    @Override
    public ImageFile open(Path file, Placement placement) throws IOException {
        ImageFile known = images.get(file);
        if (known == null) {
            known = new DecodedOnce(formats.open(file, placement), mostBytes);
            images.put(file, known);
        }
        return known;
    }

    @Override
    public LabelLayers openLabels(Path file, Placement placement, ImageFile image) throws IOException {
        LabelLayers known = labels.get(file);
        if (known == null) {
            LabelLayers stored = formats.formatOf(file).openLabels(file, placement, image);
            known = new LabelLayers(stored.layers(), stored.names(), Optional.of(LabelFile.of(file, stored).labels()));
            labels.put(file, known);
        }
        return known;
    }
}
