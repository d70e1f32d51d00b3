/// How well two outlines of one region agree: [org.trabecula.outline.agreement.Agreement].
@NullMarked
package org.trabecula.outline.agreement;

import org.jspecify.annotations.NullMarked;
