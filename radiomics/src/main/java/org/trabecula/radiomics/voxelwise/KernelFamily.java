package org.trabecula.radiomics.voxelwise;

import java.util.BitSet;

/// The features of one family on one kernel after the other. Holds what it writes on: one object a thread.
@FunctionalInterface
interface KernelFamily {
    /// @param centre an entry of the map with its margin
    /// @param wanted positions in the family's names
    /// @return one value a name of the family, meaningless where not wanted
    double[] features(int centre, BitSet wanted);
}
