/// Feature maps of cases: one file a map, a folder a case, and a ledger (`maps.csv`) of what is whole, so that a run that was stopped
/// goes on. Start with [org.trabecula.extraction.maps.FeatureMaps].
@NullMarked
package org.trabecula.extraction.maps;

import org.jspecify.annotations.NullMarked;
