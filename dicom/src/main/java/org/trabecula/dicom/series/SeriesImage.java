package org.trabecula.dicom.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.image.Acquisition;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.Volume;
import org.trabecula.image.Volume.Voxels;
import org.trabecula.image.VoxelType;

/// A series as an image: every slice is decoded when it is asked for, and rescaled by its own slope and intercept.
public final class SeriesImage implements ImageFile {
    /// What padding becomes in CT: air, as scanners themselves fill what they did not see.
    static final int OUTSIDE_HU = -1024;

    /// For each thread: it decodes one while others wait to be taken.
    private static final int SLICES_AHEAD = 3;

    private final Path path;
    private final Grid grid;
    private final VoxelType type;
    private final List<StackedSlice> slices;
    private final List<String> notes;
    private final SeriesIdentity identity;
    private final SeriesSource source;
    private final Acquisition acquisition;

    /// What the headers say beside place and pixels.
    ///
    /// @param identity    by what other objects refer to it
    /// @param source      where its slices come from
    /// @param acquisition how they were taken
    record Origin(SeriesIdentity identity, SeriesSource source, Acquisition acquisition) {}

    /// @param slices one for each k
    SeriesImage(Path path, Grid grid, VoxelType type, List<StackedSlice> slices, List<String> notes, Origin origin) {
        this.path = path;
        this.grid = grid;
        this.type = type;
        this.slices = List.copyOf(slices);
        this.notes = List.copyOf(notes);
        this.identity = origin.identity();
        this.source = origin.source();
        this.acquisition = origin.acquisition();
    }

    /// By what other objects refer to it.
    public SeriesIdentity identity() {
        return identity;
    }

    /// Where its slices come from.
    public SeriesSource source() {
        return source;
    }

    @Override
    public Acquisition acquisition() {
        return acquisition;
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Grid grid() {
        return grid;
    }

    @Override
    public VoxelType type() {
        return type;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Volume read(Box box) throws IOException {
        refuseOutside(box);
        Voxels voxels = allocate(box.size().voxels());
        int perSlice = (int) (box.size().voxels() / box.size().k());
        try {
            Parallel.forEach(
                    box.size().k(), Runtime.getRuntime().availableProcessors(), n -> slice(box, n, voxels, n * perSlice));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Volume(grid, box, type, voxels);
    }

    /// Several slices are decoded at a time, into as many arrays by turns; they are handed over in their order.
    @Override
    public void readSlices(Box box, SliceVisitor visitor) throws IOException {
        readSlices(box, Runtime.getRuntime().availableProcessors(), visitor);
    }

    /// @param jobs threads that decode
    void readSlices(Box box, int jobs, SliceVisitor visitor) throws IOException {
        refuseOutside(box);
        int ahead = jobs == 1 ? 1 : SLICES_AHEAD * jobs;
        List<Voxels> places = new ArrayList<>();
        for (int n = 0; n < Math.min(ahead, box.size().k()); n++) {
            places.add(allocate(box.size().voxels() / box.size().k()));
        }
        try {
            Parallel.inOrder(
                    box.size().k(), jobs, ahead,
                    n -> {
                        Voxels place = places.get(n % ahead);
                        slice(box, n, place, 0);
                        return place;
                    },
                    (n, slice) -> visitor.slice(box.kMin() + n, slice));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// @param n counted from the first of the box
    private void slice(Box box, int n, Voxels into, int at) {
        try {
            slices.get(box.kMin() + n).read(box, into, at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseOutside(Box box) {
        if (!grid.wholeBox().contains(box)) {
            throw new IllegalArgumentException(box + " does not lie in " + grid.wholeBox());
        }
    }

    private Voxels allocate(long count) {
        int bytes = type == VoxelType.INT16 ? 2 : 4;
        long most = Math.min(Integer.MAX_VALUE - 8L, Runtime.getRuntime().maxMemory() / 10 * 9 / bytes);
        if (count > most) {
            throw new InputException(new Problem(
                    ImageProblem.TOO_LARGE,
                    path.toString(),
                    count + " voxels of " + bytes + " bytes in memory asked for at once",
                    "at most " + most + " (nine tenths of Java's heap)",
                    "give Java more memory (-Xmx)"));
        }
        return switch (type) {
            case INT16 -> new Voxels.OfShort(new short[(int) count]);
            case INT32 -> new Voxels.OfInt(new int[(int) count]);
            default -> new Voxels.OfFloat(new float[(int) count]);
        };
    }
}
