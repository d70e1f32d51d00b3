/// Tests of the report's sections, each with an ordinary study and with what a study may lack.
@NullMarked
package org.trabecula.study.report;

import org.jspecify.annotations.NullMarked;
