package org.trabecula.dicom.segmentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.GridComparison;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Label;
import org.trabecula.image.LabelLayers;
import org.trabecula.image.LabelLayers.NamedNumber;
import org.trabecula.image.LatticeMap;

/// Makes a label map of regions: as few layers as they need, since regions may overlap, and on the image's own grid where that can be.
final class RegionLayers {
    private final Path path;
    private final Grid grid;
    private final List<SegmentedRegion> regions;
    private final List<String> notes;

    /// @param path    that was named
    /// @param grid    of the regions
    /// @param regions in file order, empty ones among them
    /// @param notes   on the whole file
    RegionLayers(Path path, Grid grid, List<SegmentedRegion> regions, List<String> notes) {
        this.path = path;
        this.grid = grid;
        this.regions = List.copyOf(regions);
        this.notes = List.copyOf(notes);
    }

    /// The same regions on the voxels of the image, if both are cut from one lattice and no region leaves the image; else as they are, and
    /// who brings a mask onto an image says what does not fit.
    RegionLayers on(Grid image) {
        Optional<LatticeMap> map = LatticeMap.between(grid, image);
        List<SegmentedRegion> there = regions.stream().filter(region -> !region.isEmpty()).toList();
        if (map.isEmpty() || there.stream().anyMatch(region -> !lies(region.box(), map.get(), image))) {
            return this;
        }
        int[] first = map.get().apply(0, 0, 0);
        List<SegmentedRegion> moved = regions.stream()
                .map(region -> region.isEmpty()
                        ? region
                        : isShift(map.get())
                                ? region.shifted(first[0], first[1], first[2])
                                : region.with(GridComparison.place(region.toMask(grid), image, path.toString())))
                .toList();
        return new RegionLayers(path, image, moved, notes);
    }

    private static boolean lies(Box box, LatticeMap map, Grid image) {
        int[] a = map.apply(box.iMin(), box.jMin(), box.kMin());
        int[] b = map.apply(box.iMax(), box.jMax(), box.kMax());
        return image.wholeBox().contains(a[0], a[1], a[2]) && image.wholeBox().contains(b[0], b[1], b[2]);
    }

    /// Whether every axis runs along its own.
    private static boolean isShift(LatticeMap map) {
        int[] zero = map.apply(0, 0, 0);
        boolean shift = true;
        for (int axis = 0; axis < 3; axis++) {
            int[] one = map.apply(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0);
            shift &= one[axis] - zero[axis] == 1;
        }
        return shift;
    }

    LabelLayers layers() {
        List<List<SegmentedRegion>> packed = new ArrayList<>();
        packed.add(new ArrayList<>());
        List<NamedNumber> names = new ArrayList<>();
        List<Label> counted = new ArrayList<>();
        for (SegmentedRegion region : regions) {
            int layer = layer(region, packed);
            List<String> odd = new ArrayList<>(region.notes());
            SliceGaps.note(region.slices()).ifPresent(odd::add);
            names.add(new NamedNumber(region.name(), region.number(), layer, region.alsoCalled(), odd));
            if (!region.isEmpty()) {
                counted.add(new Label(region.number(), region.name(), layer, region.voxels(), region.box()));
            }
        }
        counted.sort(Comparator.comparingInt(Label::layer).thenComparingInt(Label::number));
        return new LabelLayers(
                packed.stream().<ImageFile>map(held -> new RegionLayer(path, grid, notes, held)).toList(), names, Optional.of(counted));
    }

    /// The first layer in which it overlaps nothing.
    private static int layer(SegmentedRegion region, List<List<SegmentedRegion>> packed) {
        int layer = 0;
        while (layer < packed.size() && packed.get(layer).stream().anyMatch(region::overlaps)) {
            layer++;
        }
        if (layer == packed.size()) {
            packed.add(new ArrayList<>());
        }
        packed.get(layer).add(region);
        return layer;
    }
}
