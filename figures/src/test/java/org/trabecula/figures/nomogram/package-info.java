/// Drawn nomograms and their calculators against the model.
@NullMarked
package org.trabecula.figures.nomogram;

import org.jspecify.annotations.NullMarked;
