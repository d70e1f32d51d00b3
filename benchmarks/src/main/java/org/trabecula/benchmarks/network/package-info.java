/// What the network costs and what pretraining is worth.
///
/// Two plain mains: [org.trabecula.benchmarks.network.NetworkSpeed] times steps and inference,
/// [org.trabecula.benchmarks.network.PretrainedAgainstRandom] fine-tunes from both starts on synthetic cohorts.
@NullMarked
package org.trabecula.benchmarks.network;

import org.jspecify.annotations.NullMarked;
