/// What lies in a folder, and which masks belong to which images: a manifest is proposed, and what could not be paired is told.
@NullMarked
package org.trabecula.extraction.scan;

import org.jspecify.annotations.NullMarked;
