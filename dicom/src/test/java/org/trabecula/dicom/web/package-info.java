/// Tests of the conversation with a PACS: against a server that says whatever a test wants, and against Orthanc.
@NullMarked
package org.trabecula.dicom.web;

import org.jspecify.annotations.NullMarked;
