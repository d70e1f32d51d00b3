package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// Small made-up regions: an array of levels, i fastest, with the moves of property tests.
///
/// @param levels 0 outside
record RandomLevels(Size size, int[] levels) {
    /// A box of blocks of equal level (so that runs and zones of many sizes occur) with holes.
    static RandomLevels of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Size size = new Size(1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(9));
        int block = 1 + random.nextInt(3);
        int highest = 1 + random.nextInt(7);
        int holesPerTen = random.nextInt(6);
        int[] levels = new int[(int) size.voxels()];
        for (int at = 0; at < levels.length; at++) {
            int i = at % size.i() / block;
            int j = at / size.i() % size.j() / block;
            int k = at / size.i() / size.j() / block;
            SplittableRandom ofBlock = new SplittableRandom(seed + i + 31L * j + 977L * k);
            boolean changed = random.nextInt(5) == 0;
            int level = 1 + (changed ? random : ofBlock).nextInt(highest);
            levels[at] = random.nextInt(10) < holesPerTen ? 0 : 2 * level - 1; // even levels never occur
        }
        levels[random.nextInt(levels.length)] = 1;
        return new RandomLevels(size, levels);
    }

    LevelImage image() {
        return LevelImage.of(size, Spacing.isotropic(1), levels);
    }

    int at(int i, int j, int k) {
        boolean inBox = i >= 0 && i < size.i() && j >= 0 && j < size.j() && k >= 0 && k < size.k();
        return inBox ? levels[i + size.i() * (j + size.j() * k)] : 0;
    }

    /// The same region with its axes in another order: new axis n is old axis `axes[n]`.
    RandomLevels withAxes(int... axes) {
        int[] extent = {size.i(), size.j(), size.k()};
        Size turned = new Size(extent[axes[0]], extent[axes[1]], extent[axes[2]]);
        int[] moved = new int[levels.length];
        int to = 0;
        int[] old = new int[3];
        for (int k = 0; k < turned.k(); k++) {
            for (int j = 0; j < turned.j(); j++) {
                for (int i = 0; i < turned.i(); i++) {
                    old[axes[0]] = i;
                    old[axes[1]] = j;
                    old[axes[2]] = k;
                    moved[to++] = at(old[0], old[1], old[2]);
                }
            }
        }
        return new RandomLevels(turned, moved);
    }

    /// The same region seen from the other end of i.
    RandomLevels flipped() {
        int[] moved = levels.clone();
        for (int row = 0; row < levels.length; row += size.i()) {
            for (int i = 0; i < size.i(); i++) {
                moved[row + i] = levels[row + size.i() - 1 - i];
            }
        }
        return new RandomLevels(size, moved);
    }

    /// The same region in a box with `margin` empty voxels on every side.
    RandomLevels padded(int margin) {
        Size larger = new Size(size.i() + 2 * margin, size.j() + 2 * margin, size.k() + 2 * margin);
        int[] moved = new int[(int) larger.voxels()];
        Arrays.setAll(moved, at -> at(
                at % larger.i() - margin, at / larger.i() % larger.j() - margin, at / larger.i() / larger.j() - margin));
        return new RandomLevels(larger, moved);
    }
}
