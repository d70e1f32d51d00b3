/// The network: crops, weights, fine-tuning, embedding.
@NullMarked
package org.trabecula.deep;

import org.jspecify.annotations.NullMarked;
