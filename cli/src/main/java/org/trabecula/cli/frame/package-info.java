/// What all verbs stand on: the common flags ([org.trabecula.cli.frame.Verb]), how a command ends ([org.trabecula.cli.frame.ExitCode],
/// [org.trabecula.cli.frame.Failures]) and progress ([org.trabecula.cli.frame.ConsoleProgress]).
///
/// Start with [org.trabecula.cli.frame.Verb].
@NullMarked
package org.trabecula.cli.frame;

import org.jspecify.annotations.NullMarked;
