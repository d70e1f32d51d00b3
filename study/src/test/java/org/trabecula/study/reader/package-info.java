@NullMarked
package org.trabecula.study.reader;

import org.jspecify.annotations.NullMarked;
