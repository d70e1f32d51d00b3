package org.trabecula.extraction.feature;

import org.trabecula.radiomics.Radiomics;

/// Who is shown the images of a case on its way.
public interface CaseWatcher {
    /// Nobody.
    CaseWatcher NOBODY = new CaseWatcher() {
        @Override
        public Radiomics.Watcher of(String caseId) {
            return Radiomics.Watcher.NOBODY;
        }

        @Override
        public String text() {
            return "";
        }
    };

    Radiomics.Watcher of(String caseId);

    /// Names in keys of finished work what the watcher leaves behind: where that differs, cases are computed again.
    String text();
}
