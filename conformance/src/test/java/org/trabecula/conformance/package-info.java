/// The last tests of a build: what was compared with reference data.
@NullMarked
package org.trabecula.conformance;

import org.jspecify.annotations.NullMarked;
