package org.trabecula.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// One kind of image on disk: how it is recognised, opened and written.
///
/// A kind joins by being put into the [ImageFormats] that callers are given; nothing else has to know it.
public interface ImageFormat {
    /// How people call it and its files, such as `NRRD (.nrrd, .nhdr)`; stands in refusals.
    String title();

    /// Whether `start` begins a file (or a folder) of this kind.
    boolean recognises(FileStart start);

    /// Opens what [#recognises] took.
    ///
    /// @throws org.trabecula.core.InputException if it is damaged, hostile or without orientation
    ImageFile open(Path file, Placement placement) throws IOException;

    /// Opens it as a label map; for most kinds an image without names.
    default LabelLayers openLabels(Path file, Placement placement) throws IOException {
        return LabelLayers.of(open(file, placement));
    }

    /// The same for a mask of `image`: for kinds that hold no voxels of their own (contours), or that say on which image they were drawn.
    ///
    /// @throws org.trabecula.core.InputException as [#openLabels(Path, Placement)], and if it says that it belongs to another image
    default LabelLayers openLabels(Path file, Placement placement, ImageFile image) throws IOException {
        return openLabels(file, placement);
    }

    /// The endings, with their dot and in lower case, under which [#write] writes; empty for a kind that is only read.
    default List<String> writtenEndings() {
        return List.of();
    }

    /// Writes the voxels that `volume` holds, on a grid cropped to them; the file is complete or absent.
    default void write(Volume volume, Path file) throws IOException {
        throw new UnsupportedOperationException(title() + " is only read");
    }

    /// Writes a whole image while it is read, with memory for a slice or a few; the same bytes as [#write(Volume, Path)] of all of it.
    ///
    /// @param seen looks at each slice too, before it is written
    default void write(ImageFile image, Path file, ImageFile.SliceVisitor seen) throws IOException {
        throw new UnsupportedOperationException(title() + " is only read");
    }
}
