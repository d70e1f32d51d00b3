/// NIfTI-1 and NIfTI-2 (and ANALYZE 7.5, which says nothing about orientation): one file or a pair, plain or gzip, either
/// byte order.
///
/// Start with [org.trabecula.image.nifti.NiftiFile]; [org.trabecula.image.nifti.NiftiHeader] lists the fields,
/// [org.trabecula.image.nifti.NiftiGeometry] says how they become a grid.
@NullMarked
package org.trabecula.image.nifti;

import org.jspecify.annotations.NullMarked;
