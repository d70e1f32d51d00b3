/// What a network sees of each case, and what it makes of it ([org.trabecula.extraction.network.Crops]).
@NullMarked
package org.trabecula.extraction.network;

import org.jspecify.annotations.NullMarked;
