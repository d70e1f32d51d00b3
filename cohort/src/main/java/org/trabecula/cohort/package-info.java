/// Who is studied: manifest, cases, flow.
@NullMarked
package org.trabecula.cohort;

import org.jspecify.annotations.NullMarked;
