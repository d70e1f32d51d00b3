/// ResNet 18 to 152 under torchvision's names: the architecture and its tensors
/// ([org.trabecula.deep.resnet.ResNetArchitecture]), weights that fit it ([org.trabecula.deep.resnet.ResNetWeights]), the
/// forward pass on libtorch ([org.trabecula.deep.resnet.ResNetGraph]) and embeddings of crops
/// ([org.trabecula.deep.resnet.Embedder]).
///
/// Start with [org.trabecula.deep.resnet.Embedder].
@NullMarked
package org.trabecula.deep.resnet;

import org.jspecify.annotations.NullMarked;
