/// The boundary to libtorch: starting it, threads, tensors in and out ([org.trabecula.deep.torch.Libtorch]).
///
/// Native memory is owned by scopes: what an operation makes lives until the enclosing `PointerScope` closes; tensors that
/// outlive a step are made outside of any scope and closed by their owner.
@NullMarked
package org.trabecula.deep.torch;

import org.jspecify.annotations.NullMarked;
