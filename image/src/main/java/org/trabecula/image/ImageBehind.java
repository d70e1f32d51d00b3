package org.trabecula.image;

import java.nio.file.Path;
import java.util.List;

/// An image that reads another one, and is what that one says it is.
abstract class ImageBehind implements ImageFile {
    final ImageFile file;

    ImageBehind(ImageFile file) {
        this.file = file;
    }

    /// The image as whoever opened it knows it: a format recognises its own images only.
    static ImageFile behind(ImageFile shown) {
        return shown instanceof ImageBehind image ? image.file : shown;
    }

    @Override
    public Path path() {
        return file.path();
    }

    @Override
    public Grid grid() {
        return file.grid();
    }

    @Override
    public VoxelType type() {
        return file.type();
    }

    @Override
    public List<String> notes() {
        return file.notes();
    }

    @Override
    public Acquisition acquisition() {
        return file.acquisition();
    }
}
