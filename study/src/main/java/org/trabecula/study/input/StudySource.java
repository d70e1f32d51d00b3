package org.trabecula.study.input;

import org.trabecula.cohort.Cohort;

/// What a study begins with: a manifest of images, or a table that holds features already.
public sealed interface StudySource {
    /// Its rows, those of unknown outcome excluded.
    Cohort cohort();

    /// @param manifest with images and masks
    record Images(Cohort manifest) implements StudySource {
        @Override
        public Cohort cohort() {
            return manifest.knownOutcomes();
        }
    }

    /// @param table as read
    record Features(StudyData table) implements StudySource {
        @Override
        public Cohort cohort() {
            return data().cohort();
        }

        /// The table, cases of unknown outcome excluded.
        public StudyData data() {
            return table.knownOutcomes();
        }
    }
}
