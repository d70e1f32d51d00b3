/// What the numbers of label maps mean ([org.trabecula.image.label.LabelScheme]), and how vertebrae are called
/// ([org.trabecula.image.label.VertebraLevel]).
@NullMarked
package org.trabecula.image.label;

import org.jspecify.annotations.NullMarked;
