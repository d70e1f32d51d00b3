package org.trabecula.web.run;

import java.nio.file.Path;
import java.util.Optional;

/// A finished study that the room shows.
///
/// @param folder of the run
/// @param cases  the table of cases that it was made from, for level, age and sex, which no run keeps; empty: they are not told
public record StudyFolder(Path folder, Optional<Path> cases) {}
