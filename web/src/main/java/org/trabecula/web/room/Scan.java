package org.trabecula.web.room;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;

/// An open scan: its image as NIfTI in the work folder, decoded when it is looked at, and the region that is measured. Safe for many threads.
public final class Scan {
    /// As the viewer reads it: not packed, because it never leaves this computer's memory for long.
    private static final String IMAGE = "image.nii";
    private static final String MASK = "mask.nii.gz";
    static final String RECORD = "scan.json";

    private final ScanRecord record;
    private final Path folder;
    private final Grid grid;
    private SoftReference<@Nullable Volume> decoded = new SoftReference<>(null);
    private int maskVersion;

    Scan(ScanRecord record, Path folder) throws IOException {
        this.record = record;
        this.folder = folder;
        this.grid = formats().open(image(folder)).grid();
    }

    static Path image(Path folder) {
        return folder.resolve(IMAGE);
    }

    private static ImageFormats formats() {
        return StandardFormats.ALL;
    }

    public ScanRecord record() {
        return record;
    }

    public Grid grid() {
        return grid;
    }

    Path folder() {
        return folder;
    }

    /// The image as NIfTI.
    public Path imageFile() {
        return image(folder);
    }

    /// The region as NIfTI, on the image's voxels; only there if [#hasMask].
    public Path maskFile() {
        return folder.resolve(MASK);
    }

    public boolean hasMask() {
        return Files.exists(maskFile());
    }

    /// Every change of the region counts, so that the page knows whether what it shows is old.
    public synchronized int maskVersion() {
        return maskVersion;
    }

    /// All voxels. They are let go when memory is short, and decoded again.
    public synchronized Volume volume() throws IOException {
        Volume volume = decoded.get();
        if (volume == null) {
            volume = formats().open(imageFile()).read();
            decoded = new SoftReference<>(volume);
        }
        return volume;
    }

    /// The region; empty while there is none.
    public synchronized Optional<Mask> mask() throws IOException {
        return hasMask() ? Optional.of(formats().labels(maskFile()).mask(1).onGrid(grid)) : Optional.empty();
    }

    /// Keeps a region in place of the one before; it is on disk when this returns.
    ///
    /// @param mask on this scan's voxels
    synchronized void keep(Mask mask) throws IOException {
        formats().write(mask.onGrid(grid).toVolume(), maskFile());
        maskVersion++;
    }

    /// A file that belongs to the scan, such as its last prediction.
    public Path file(String name) {
        return folder.resolve(name);
    }
}
