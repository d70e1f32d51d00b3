package org.trabecula.dicom.segmentation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.Volume;
import org.trabecula.image.Volume.Voxels;
import org.trabecula.image.VoxelType;

/// Regions that do not overlap, as an image of their numbers.
///
/// @param path  that was named
/// @param grid  of the regions
/// @param notes on the whole file
/// @param held  the regions
record RegionLayer(Path path, Grid grid, List<String> notes, List<SegmentedRegion> held) implements ImageFile {
    RegionLayer {
        notes = List.copyOf(notes);
        held = List.copyOf(held);
    }

    @Override
    public VoxelType type() {
        boolean small = held.stream().allMatch(region -> region.number() > 0 && region.number() <= Short.MAX_VALUE);
        return small ? VoxelType.INT16 : VoxelType.INT32;
    }

    @Override
    public Volume read(Box box) {
        if (!grid.wholeBox().contains(box)) {
            throw new IllegalArgumentException(box + " does not lie in " + grid.wholeBox());
        }
        long most = Math.min(Integer.MAX_VALUE - 8L, Runtime.getRuntime().maxMemory() / 10 * 9 / type().bytes());
        if (box.size().voxels() > most) {
            throw new InputException(new Problem(
                    ImageProblem.TOO_LARGE, path.toString(), box.size() + " voxels in memory asked for at once",
                    "at most " + most + " (nine tenths of Java's heap)", "give Java more memory (-Xmx)"));
        }
        int perSlice = box.size().i() * box.size().j();
        short[] shorts = new short[type() == VoxelType.INT16 ? (int) box.size().voxels() : 0];
        int[] ints = new int[type() == VoxelType.INT16 ? 0 : (int) box.size().voxels()];
        for (SegmentedRegion region : held) {
            region.slices().subMap(box.kMin(), true, box.kMax(), true).forEach((k, runs) -> runs.paint(box, (at, length) -> {
                int from = (k - box.kMin()) * perSlice + at;
                if (shorts.length > 0) {
                    Arrays.fill(shorts, from, from + length, (short) region.number());
                } else {
                    Arrays.fill(ints, from, from + length, region.number());
                }
            }));
        }
        return new Volume(grid, box, type(), shorts.length > 0 ? new Voxels.OfShort(shorts) : new Voxels.OfInt(ints));
    }
}
