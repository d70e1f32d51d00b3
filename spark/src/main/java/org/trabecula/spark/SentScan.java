package org.trabecula.spark;

import java.io.Serializable;

/// A scan and its cases on their way to an executor.
final class SentScan implements Serializable {
    private static final long serialVersionUID = 1;

    /// A case of the scan: texts of the manifest, empty where it has none.
    static final class SentCase implements Serializable {
        private static final long serialVersionUID = 1;

        final String caseId;
        final int line;
        final String mask;
        final String label;

        /// @param line of the manifest
        /// @param mask as the manifest names it
        SentCase(String caseId, int line, String mask, String label) {
            this.caseId = caseId;
            this.line = line;
            this.mask = mask;
            this.label = label;
        }
    }

    final String image;
    final SentCase[] cases;

    /// @param image as the manifest names it; empty where it names none
    SentScan(String image, SentCase... cases) {
        this.image = image;
        this.cases = cases;
    }
}
