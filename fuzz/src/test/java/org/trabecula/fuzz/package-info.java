/// Every reader under coverage-guided fuzzing (Jazzer): whatever bytes come in, it reads or refuses by code.
///
/// One class a kind of file, one method a target; start at [org.trabecula.fuzz.HostileInput], which says what each is held to.
/// Ordinary test runs feed the inputs beside the tests (`…Inputs/TARGET`); how to fuzz is in CONTRIBUTING.md.
@NullMarked
package org.trabecula.fuzz;

import org.jspecify.annotations.NullMarked;
