/// ResNet 18 to 152 and VGG 11 to 19 under torchvision's names: the architectures and their tensors
/// ([org.trabecula.deep.network.NetworkArchitecture]), weights that fit one ([org.trabecula.deep.network.NetworkWeights]), the
/// forward pass on libtorch ([org.trabecula.deep.network.NetworkGraph]) and embeddings of crops
/// ([org.trabecula.deep.network.Embedder]).
///
/// Start with [org.trabecula.deep.network.Embedder].
@NullMarked
package org.trabecula.deep.network;

import org.jspecify.annotations.NullMarked;
