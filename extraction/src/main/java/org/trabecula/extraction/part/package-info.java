/// An extraction in parts: each process writes what it made of its share of a manifest into one file
/// ([org.trabecula.extraction.part.PartFile]), and all parts together become the table that one process would have written
/// ([org.trabecula.extraction.part.PartMerge]).
@NullMarked
package org.trabecula.extraction.part;

import org.jspecify.annotations.NullMarked;
