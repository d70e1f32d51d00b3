package org.trabecula.radiomics.texture;

import java.util.BitSet;

/// The features of a texture family on one kernel after the other. Holds what it writes on: one object a thread.
@FunctionalInterface
public interface TextureKernel {
    /// @param levels of the kernel's box, i fastest: those of the whole region, 0 outside it; at least one is inside
    /// @param wanted positions in the family's names
    /// @return one value a name of the family; meaningless where not wanted, NaN where undefined
    double[] features(int[] levels, BitSet wanted);
}
