/// The fitted part of the protocol (steps 3–16): signatures of hand-crafted, deep and fused features, their classifiers, and
/// the clinical model on top. Everything here is fitted on a [org.trabecula.learn.Training] and is data afterwards.
///
/// Start with [org.trabecula.study.fit.MethodFit].
@NullMarked
package org.trabecula.study.fit;

import org.jspecify.annotations.NullMarked;
