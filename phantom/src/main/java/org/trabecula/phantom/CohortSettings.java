package org.trabecula.phantom;

import org.trabecula.image.Spacing;

/// What decides a synthetic cohort: the same settings give the same bytes.
///
/// @param patients                how many; each has one CT and one to four fractured vertebrae
/// @param effect                  how far the two stages lie apart: 0 not at all (age and level included), 1 as intended
///                                for demonstrations, more for easier cohorts. Age and level differ as published at 1
///                                and stay so above
/// @param seed                    of every random stream
/// @param spacing                 voxel size in mm along left–right, front–back and feet–head; the in-plane size varies
///                                by ± 8 % from patient to patient, as reconstruction fields do
/// @param columnVertebrae         whole vertebral bodies in each volume
/// @param reproducibilityPatients the first so many patients get second outlines by both readers
/// @param centres                 sites, differing in kernel, noise and calibration, never in patients
/// @param scannerSpread           how far the sites' scanners lie apart: 1 as usual, 0 all alike
public record CohortSettings(
        int patients,
        double effect,
        long seed,
        Spacing spacing,
        int columnVertebrae,
        int reproducibilityPatients,
        int centres,
        double scannerSpread) {
    public static final int MAX_PATIENTS = 9999;
    public static final double MAX_EFFECT = 5;
    public static final double MAX_SPREAD = 5;
    private static final String WHERE = "settings of the synthetic cohort";

    /// As many patients as the study had would be 365; this is enough for a demonstration.
    public static final CohortSettings DEFAULT =
            new CohortSettings(120, 1, 1, new Spacing(1, 1, 1), 5, 30, 2);

    /// Scanners as far apart as usual.
    public CohortSettings(
            int patients, double effect, long seed, Spacing spacing, int columnVertebrae, int reproducibilityPatients, int centres) {
        this(patients, effect, seed, spacing, columnVertebrae, reproducibilityPatients, centres, 1);
    }

    /// @throws org.trabecula.core.InputException PHA-001 if a setting is out of range
    public CohortSettings {
        within("patients", patients, 2, MAX_PATIENTS);
        if (!(effect >= 0 && effect <= MAX_EFFECT)) {
            throw PhantomProblem.SETTING_OUT_OF_RANGE.refuse(
                    WHERE, "effect = " + effect, "0 … " + MAX_EFFECT, "use 1, or 0 for a cohort without signal");
        }
        for (int axis = 0; axis < 3; axis++) {
            double mm = spacing.along(axis);
            if (!(mm >= 0.4 && mm <= 5)) {
                throw PhantomProblem.SETTING_OUT_OF_RANGE.refuse(
                        WHERE, "spacing = " + mm + " mm", "0.4 mm … 5 mm on every axis", "use 1x1x1, as the study did");
            }
        }
        within("column", columnVertebrae, 1, 7);
        within("reproducibility patients", reproducibilityPatients, 0, MAX_PATIENTS);
        within("centres", centres, 1, 26);
        if (!(scannerSpread >= 0 && scannerSpread <= MAX_SPREAD)) {
            throw PhantomProblem.SETTING_OUT_OF_RANGE.refuse(
                    WHERE, "scanner spread = " + scannerSpread, "0 … " + MAX_SPREAD, "use 1, or 0 for scanners that are all alike");
        }
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw PhantomProblem.SETTING_OUT_OF_RANGE.refuse(
                    WHERE,
                    name + " = " + value,
                    least + " … " + most,
                    "choose a number in that range");
        }
    }

    public CohortSettings withPatients(int count) {
        return new CohortSettings(
                count, effect, seed, spacing, columnVertebrae, reproducibilityPatients, centres, scannerSpread);
    }

    public CohortSettings withEffect(double size) {
        return new CohortSettings(
                patients, size, seed, spacing, columnVertebrae, reproducibilityPatients, centres, scannerSpread);
    }

    public CohortSettings withSeed(long value) {
        return new CohortSettings(
                patients, effect, value, spacing, columnVertebrae, reproducibilityPatients, centres, scannerSpread);
    }
}
