package org.trabecula.study.settings;

/// Cross-validation of the whole method, repeated (preset `robust`): `repeated: {times: 10, folds: 5, leave_centre_out: true}`.
///
/// @param times how often all training cases are dealt into folds anew; 0: never
/// @param folds by patient, each of which is a test part for everything fitted to the others
/// @param leaveCentreOut whether each centre is judged by what was fitted to the other centres as well, where the cases have centres
public record Repeats(int times, int folds, boolean leaveCentreOut) {
    public Repeats {
        if (times < 0 || times > MOST) {
            throw new SettingException("repeated.times", "0 to " + MOST, String.valueOf(times));
        }
        if (folds < 2) {
            throw new SettingException("repeated.folds", "at least 2", String.valueOf(folds));
        }
    }

    private static final int MOST = 1000;
    static final Repeats NONE = new Repeats(0, 5, false);

    /// Whether the study is cross-validated at all.
    public boolean any() {
        return times > 0;
    }
}
