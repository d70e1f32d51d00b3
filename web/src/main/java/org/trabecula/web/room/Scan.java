package org.trabecula.web.room;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Grid;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.web.server.WebProblem;

/// An open scan: its image as NIfTI in the work folder, decoded when it is looked at, and its outline. Safe for many threads.
public final class Scan {
    /// As the viewer reads it: not packed, because it goes no further than this computer.
    private static final String IMAGE = "image.nii";
    private static final String MASK = "mask.nii.gz";
    static final String RECORD = "scan.json";

    private final ScanRecord record;
    private final Path folder;
    private final Grid grid;
    private final Drawing drawing;
    private SoftReference<@Nullable Volume> decoded = new SoftReference<>(null);
    private int writtenVersion;

    Scan(ScanRecord record, Path folder) throws IOException {
        this.record = record;
        this.folder = folder;
        this.grid = StandardFormats.ALL.open(image(folder)).grid();
        this.drawing = new Drawing(folder, grid);
    }

    static Path image(Path folder) {
        return folder.resolve(IMAGE);
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

    public Drawing drawing() {
        return drawing;
    }

    /// The image as NIfTI.
    public Path imageFile() {
        return image(folder);
    }

    /// All voxels. They are let go when memory is short, and decoded again.
    public synchronized Volume volume() throws IOException {
        Volume volume = decoded.get();
        if (volume == null) {
            volume = StandardFormats.ALL.open(imageFile()).read();
            decoded = new SoftReference<>(volume);
        }
        return volume;
    }

    /// The region as it is drawn now, as NIfTI on the image's voxels.
    ///
    /// @throws InputException WEB-010 while there is none
    public synchronized Path maskFile() throws IOException {
        int version = drawing.version();
        Path file = folder.resolve(MASK);
        if (version == 0) {
            throw new InputException(new Problem(
                    WebProblem.NOT_YET, record.title(), "no region", "the vertebra's outline", "draw it, or choose a mask"));
        }
        if (version != writtenVersion) {
            StandardFormats.ALL.write(drawing.mask().orElseThrow().toVolume(), file);
            writtenVersion = version;
        }
        return file;
    }

    /// A file that belongs to the scan, such as its last prediction.
    public Path file(String name) {
        return folder.resolve(name);
    }
}
