/// Which cases there are to work on, and which cannot even begin ([org.trabecula.extraction.cases.ManifestCases]).
@NullMarked
package org.trabecula.extraction.cases;

import org.jspecify.annotations.NullMarked;
