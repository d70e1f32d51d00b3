/// Files of named tensors, read and written without libtorch: safetensors ([org.trabecula.deep.weights.Safetensors]) and
/// PyTorch's `.pth`, zip and legacy, by an unpickler that can build tensors and nothing else
/// ([org.trabecula.deep.weights.ClosedUnpickler]).
///
/// Start with [org.trabecula.deep.weights.TensorFile]. Sizes are checked against the file before memory is taken.
@NullMarked
package org.trabecula.deep.weights;

import org.jspecify.annotations.NullMarked;
