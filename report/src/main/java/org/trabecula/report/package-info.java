/// A report as a value, and its renderers.
@NullMarked
package org.trabecula.report;

import org.jspecify.annotations.NullMarked;
