/// Voxels as files store them: bytes that are sought or skipped ([org.trabecula.image.stored.ByteSource]), decoded in bulk
/// ([org.trabecula.image.stored.VoxelCodec]) into the part of a grid that is asked for
/// ([org.trabecula.image.stored.StoredImage]), within limits ([org.trabecula.image.stored.Limits]).
///
/// Shared by the NIfTI and NRRD readers; start with `StoredImage`.
@NullMarked
package org.trabecula.image.stored;

import org.jspecify.annotations.NullMarked;
