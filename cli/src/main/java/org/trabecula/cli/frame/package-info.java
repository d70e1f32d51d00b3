/// What all verbs stand on: the common flags ([org.trabecula.cli.frame.Verb]), where results go and whether they may
/// ([org.trabecula.cli.frame.Output]), how a command ends ([org.trabecula.cli.frame.ExitCode],
/// [org.trabecula.cli.frame.Failures], [org.trabecula.cli.frame.Interruption]) and progress
/// ([org.trabecula.cli.frame.ConsoleProgress]).
///
/// Start with [org.trabecula.cli.frame.Verb].
@NullMarked
package org.trabecula.cli.frame;

import org.jspecify.annotations.NullMarked;
