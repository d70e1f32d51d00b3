/// What users type: [org.trabecula.cli.Main] takes a command line and hands it to one of `verbs`, one class per verb; `frame`
/// is what all verbs stand on. No science here.
@NullMarked
package org.trabecula.cli;

import org.jspecify.annotations.NullMarked;
