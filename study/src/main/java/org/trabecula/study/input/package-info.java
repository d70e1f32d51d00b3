/// From files to what the protocol learns from: opened cases ([org.trabecula.extraction.region.CaseImages]), hand-crafted
/// features, crops. Finished cases are kept between runs, keyed by content and settings.
@NullMarked
package org.trabecula.study.input;

import org.jspecify.annotations.NullMarked;
