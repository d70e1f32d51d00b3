/// The science of outlining a vertebra by hand with helpers: plain data and masks in, masks out; no page, no file of images.
///
/// Start reading at [org.trabecula.outline.stroke.EditHistory], the drawing and the steps that led to it.
/// [org.trabecula.outline.slices.SliceInterpolation] fills between drawn slices,
/// [org.trabecula.outline.seeded.VertebralStart] and [org.trabecula.outline.seeded.SeededRegion] propose an outline on the CT, and
/// [org.trabecula.outline.agreement.Agreement] says how well two outlines agree. All of it works in index space with spacing
/// in millimetres, so that an oblique or flipped grid gives the same voxels. How well the helpers do is in docs/outlining.md.
@NullMarked
package org.trabecula.outline;

import org.jspecify.annotations.NullMarked;
