package org.trabecula.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;

/// An image of which the first small part that is asked for is kept, with a margin, for who asks for it again. Safe for use by several threads.
final class KeptPart extends ImageBehind {
    /// A part is kept if the image is so many times as large: holding most of an image would save little for its memory.
    private static final int TIMES = 4;

    private final HeldBytes held;
    private final int marginVoxels;
    private @Nullable Volume part;
    private boolean closed;

    KeptPart(ImageFile file, HeldBytes held, int marginVoxels) {
        super(file);
        this.held = held;
        this.marginVoxels = marginVoxels;
    }

    @Override
    public Volume read(Box box) throws IOException {
        Volume kept = kept(box);
        return kept == null ? file.read(box) : kept.part(box);
    }

    @Override
    public void readSlices(Box box, SliceVisitor visitor) throws IOException {
        Volume kept = kept(box);
        if (kept == null) {
            file.readSlices(box, visitor);
            return;
        }
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            visitor.slice(k, kept.slice(box, k));
        }
    }

    private synchronized @Nullable Volume kept(Box box) {
        if (part == null && !closed) {
            Box wanted = box.grown(marginVoxels, marginVoxels, marginVoxels, file.grid().wholeBox());
            long bytes = wanted.size().voxels() * file.type().bytesInMemory();
            if (TIMES * wanted.size().voxels() <= file.grid().size().voxels() && held.take(bytes)) {
                try {
                    part = file.read(wanted);
                } catch (IOException | InputException e) {
                    held.give(bytes);
                    closed = true; // damage may lie in the margin alone: the box is read by itself
                }
            }
        }
        return part != null && part.held().contains(box) ? part : null;
    }
}
