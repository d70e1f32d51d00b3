/// Fine-tuning a network on crops (P16, P17).
///
/// Start with [org.trabecula.deep.finetune.FineTuning#run]; [org.trabecula.deep.finetune.FineTuneSettings] lists what can
/// be chosen. Everything random comes from one seed, by name; with the same number of threads in the network the losses are
/// the same to the last digit, also after a kill and a resume from [org.trabecula.deep.finetune.Checkpoint].
@NullMarked
package org.trabecula.deep.finetune;

import org.jspecify.annotations.NullMarked;
