/// Tests of what the whole module answers to.
@NullMarked
package org.trabecula.dicom;

import org.jspecify.annotations.NullMarked;
