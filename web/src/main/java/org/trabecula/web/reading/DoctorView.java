package org.trabecula.web.reading;

import java.util.OptionalDouble;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.study.reader.AssistedReading;

/// A doctor's calls without and with the model, against the outcomes.
///
/// @param read      cases of the session
/// @param known     of them with an outcome: the rest is not counted
/// @param alone     calls before the model was shown
/// @param aloneThen the same of the cases in which it was shown
/// @param withModel calls of those with the model's answer in view
/// @param toRight   wrong alone, right with the model
/// @param toWrong   right alone, wrong with the model
/// @param p         McNemar's exact test; empty where the model was never shown
public record DoctorView(
        String positive, String negative, int read, int known, CallsView alone, CallsView aloneThen, CallsView withModel, int toRight, int toWrong,
        OptionalDouble p) {
    /// Counts and shares.
    ///
    /// @param cases counted
    public record CallsView(int cases, int tp, int fp, int fn, int tn, ShareView accuracy, ShareView sensitivity, ShareView specificity) {
        static CallsView of(Confusion table) {
            return new CallsView(
                    table.rows(), table.tp(), table.fp(), table.fn(), table.tn(), ShareView.of(table.accuracy()), ShareView.of(table.sensitivity()),
                    ShareView.of(table.specificity()));
        }
    }

    static DoctorView of(AssistedReading found, String positive, String negative, int read, int known) {
        return new DoctorView(
                positive, negative, read, known, CallsView.of(found.alone()), CallsView.of(found.aloneThen()), CallsView.of(found.withModel()),
                found.toRight(), found.toWrong(), ShareView.finite(found.p()));
    }
}
