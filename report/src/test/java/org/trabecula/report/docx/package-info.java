/// Tests of the Word document.
@NullMarked
package org.trabecula.report.docx;

import org.jspecify.annotations.NullMarked;
