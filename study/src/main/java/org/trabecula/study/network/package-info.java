/// The network inside a study: fitted to training crops, applied to any ([org.trabecula.study.network.NetworkStep]).
@NullMarked
package org.trabecula.study.network;

import org.jspecify.annotations.NullMarked;
