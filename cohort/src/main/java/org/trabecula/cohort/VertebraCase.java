package org.trabecula.cohort;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.Missing;

/// One vertebra of one patient: a row of the manifest.
///
/// @param identity by what name it goes
/// @param level    such as `L1`; empty when not recorded
/// @param files    image and outlines
/// @param patient  age, sex, centre
/// @param use      outcome, side of the split, exclusion
/// @param extra    unknown columns, kept as they are
public record VertebraCase(
        CaseIdentity identity, String level, CaseFiles files, Patient patient, CaseUse use, Map<String, String> extra) {
    private static final Set<String> NO = Set.of("no", "false", "0");

    public VertebraCase {
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra)); // in the manifest's order, in every run
    }

    /// A case that only its name is known of; the first line of no file.
    ///
    /// @param patientId empty: a patient whom nobody asks for
    public static VertebraCase named(String caseId, String patientId) {
        return new VertebraCase(
                new CaseIdentity(caseId, patientId, 1), "", CaseFiles.NONE, Patient.UNKNOWN, CaseUse.MEASURED, Map.of());
    }

    public VertebraCase withLine(int line) {
        return new VertebraCase(new CaseIdentity(caseId(), patientId(), line), level, files, patient, use, extra);
    }

    /// @param other such as `L1`
    public VertebraCase withLevel(String other) {
        return new VertebraCase(identity, other, files, patient, use, extra);
    }

    public VertebraCase withFiles(CaseFiles other) {
        return new VertebraCase(identity, level, other, patient, use, extra);
    }

    public VertebraCase withPatient(Patient other) {
        return new VertebraCase(identity, level, files, other, use, extra);
    }

    public VertebraCase withUse(CaseUse other) {
        return new VertebraCase(identity, level, files, patient, other, extra);
    }

    /// The same vertebra's row under another name, with the label that it means.
    public VertebraCase labelled(String newCaseId, String labelInMask) {
        CaseIdentity renamed = new CaseIdentity(newCaseId, patientId(), line());
        return new VertebraCase(renamed, level, files.withLabel(labelInMask), patient, use, extra);
    }

    /// Whether the manifest marks the case as made up: a column `synthetic` that says anything but no.
    public boolean isSynthetic() {
        return extra.entrySet().stream()
                .filter(one -> ColumnRole.of(one.getKey()).filter(ColumnRole.SYNTHETIC::equals).isPresent())
                .anyMatch(one -> !Missing.is(one.getValue()) && !NO.contains(one.getValue().toLowerCase(Locale.ROOT)));
    }

    public String caseId() {
        return identity.caseId();
    }

    public String patientId() {
        return identity.patientId();
    }

    public int line() {
        return identity.line();
    }

    public Optional<Path> image() {
        return files.image();
    }

    public Optional<Path> mask() {
        return files.mask();
    }

    public Optional<String> label() {
        return files.label();
    }

    public Optional<Path> maskIntra() {
        return files.maskIntra();
    }

    public Optional<Path> maskInter() {
        return files.maskInter();
    }

    /// NaN when not recorded.
    public double ageYears() {
        return patient.ageYears();
    }

    public Sex sex() {
        return patient.sex();
    }

    public String centre() {
        return patient.centre();
    }

    public OptionalInt outcome() {
        return use.outcome();
    }

    public Part part() {
        return use.part();
    }

    public Optional<String> exclude() {
        return use.exclude();
    }

    public DoctorCells doctor() {
        return use.doctor();
    }

    public Readings readings() {
        return use.readings();
    }

    public CaseFolds folds() {
        return use.folds();
    }
}
