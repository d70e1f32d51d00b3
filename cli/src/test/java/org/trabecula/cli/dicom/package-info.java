/// Tests of DICOM folders on the command line.
@NullMarked
package org.trabecula.cli.dicom;

import org.jspecify.annotations.NullMarked;
