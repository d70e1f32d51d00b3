package org.trabecula.cohort;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// One vertebra of one patient: a row of the manifest.
///
/// @param caseId    unique
/// @param patientId groups the vertebrae of a patient
/// @param image     CT file, absolute; absent when the study starts from a feature table
/// @param mask      label file, absolute
/// @param label     number or name in the mask; absent: the only label there
/// @param outcome   1 positive (acute), 0 negative (chronic); absent for new patients
/// @param ageYears  NaN when not recorded
/// @param level     such as `L1`; empty when not recorded
/// @param centre    site; empty when not recorded
/// @param maskIntra second outline by the same reader
/// @param maskInter outline by another reader
/// @param exclude   a reason to count the case but not use it
/// @param doctor    a reader's own call
/// @param line      where the row stands in the manifest
/// @param extra     unknown columns, kept as they are
public record VertebraCase(
        String caseId,
        String patientId,
        Optional<Path> image,
        Optional<Path> mask,
        Optional<String> label,
        OptionalInt outcome,
        double ageYears,
        Sex sex,
        String level,
        String centre,
        Part part,
        Optional<Path> maskIntra,
        Optional<Path> maskInter,
        Optional<String> exclude,
        Optional<String> doctor,
        int line,
        Map<String, String> extra) {
    public VertebraCase {
        extra = Map.copyOf(extra);
    }
    /// The same vertebra's row under another name, with the label that it means.
    public VertebraCase labelled(String newCaseId, String labelInMask) {
        return new VertebraCase(
                newCaseId, patientId, image, mask, Optional.of(labelInMask), outcome, ageYears, sex, level, centre, part,
                maskIntra, maskInter, exclude, doctor, line, extra);
    }
}
