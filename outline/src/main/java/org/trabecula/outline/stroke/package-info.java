/// Drawing on slices, and taking it back: a [org.trabecula.outline.stroke.Stroke] turns a mask into the next one, an
/// [org.trabecula.outline.stroke.EditHistory] keeps what each step changed, and
/// [org.trabecula.outline.stroke.EditHistoryFile] keeps that on disk.
///
/// A drawing may be empty and a [org.trabecula.image.Mask] cannot, so drawings are `Optional<Mask>`.
@NullMarked
package org.trabecula.outline.stroke;

import org.jspecify.annotations.NullMarked;
