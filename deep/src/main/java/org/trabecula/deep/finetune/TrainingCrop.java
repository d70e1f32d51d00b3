package org.trabecula.deep.finetune;

/// One case to train on.
///
/// @param caseId    unique
/// @param patientId cases of a patient stay on one side of a validation split
/// @param values    normalised, channels × N × N; not copied, nobody writes to it
/// @param outcome   1 positive, 0 negative
public record TrainingCrop(String caseId, String patientId, float[] values, int outcome) {
    public TrainingCrop {
        if (outcome != 0 && outcome != 1) {
            throw new IllegalArgumentException("an outcome is 0 or 1, got " + outcome);
        }
    }
}
