package org.trabecula.image;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes of voxels may be held beside the work on them.
final class HeldBytes {
    private final AtomicLong free;

    HeldBytes(long most) {
        this.free = new AtomicLong(most);
    }

    /// Takes `bytes`, if there are as many.
    boolean take(long bytes) {
        for (long now = free.get(); now >= bytes; now = free.get()) {
            if (free.compareAndSet(now, now - bytes)) {
                return true;
            }
        }
        return false;
    }

    /// Gives back what was taken.
    void give(long bytes) {
        free.addAndGet(bytes);
    }
}
