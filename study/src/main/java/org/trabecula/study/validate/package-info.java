/// A finished model on another cohort whose outcomes are known ([org.trabecula.study.validate.Validator]).
@NullMarked
package org.trabecula.study.validate;

import org.jspecify.annotations.NullMarked;
