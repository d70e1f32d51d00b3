/// Steps that make one feature table from another. Each is fitted on a [org.trabecula.learn.Training] and is then a
/// record ([org.trabecula.learn.step.FittedStep]) that is applied to any table.
@NullMarked
package org.trabecula.learn.step;

import org.jspecify.annotations.NullMarked;
