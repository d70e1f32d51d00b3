/// Linear scores: the LASSO chooses features ([org.trabecula.learn.signature.LassoSelection]), pruning thins them out, and what
/// is left is a [org.trabecula.learn.signature.Signature].
@NullMarked
package org.trabecula.learn.signature;

import org.jspecify.annotations.NullMarked;
