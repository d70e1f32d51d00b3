package org.trabecula.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;

/// An image that is decoded whole when its first voxels are asked for, and held as long as there is room for it. Safe for use by several
/// threads.
final class DecodedOnce extends ImageBehind {
    private final HeldBytes held;
    private final long bytes;
    private @Nullable Volume whole;
    private boolean closed;

    DecodedOnce(ImageFile file, HeldBytes held) {
        super(file);
        this.held = held;
        this.bytes = file.grid().size().voxels() * file.type().bytesInMemory();
    }

    /// Holds at least `box`.
    @Override
    public Volume read(Box box) throws IOException {
        Volume volume = whole();
        return volume == null ? file.read(box) : volume;
    }

    @Override
    public void readSlices(Box box, SliceVisitor visitor) throws IOException {
        Volume volume = whole();
        if (volume == null) {
            file.readSlices(box, visitor);
            return;
        }
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            visitor.slice(k, volume.slice(box, k));
        }
    }

    /// Nothing where there is no room, or where damage lies beyond what a region may need: the format tells what is wrong with that.
    private synchronized @Nullable Volume whole() {
        if (whole == null && !closed && held.take(bytes)) {
            try {
                whole = file.read();
            } catch (IOException | InputException e) {
                held.give(bytes);
                closed = true;
            }
        }
        return whole;
    }

    /// Forgets the voxels; what is read from now on is decoded each time.
    synchronized void close() {
        if (whole != null) {
            held.give(bytes);
        }
        whole = null;
        closed = true;
    }
}
