/// New patients: from a bundle, an image and a mask to a probability ([org.trabecula.study.predict.Predictor]).
@NullMarked
package org.trabecula.study.predict;

import org.jspecify.annotations.NullMarked;
