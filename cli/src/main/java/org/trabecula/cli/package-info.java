/// What users type: [org.trabecula.cli.Main] takes a command line, `verbs` holds one class per verb, and the rest is
/// wording: refusals ([org.trabecula.cli.ExitCode]), progress ([org.trabecula.cli.ConsoleProgress]), JSON. No science here.
@NullMarked
package org.trabecula.cli;

import org.jspecify.annotations.NullMarked;
