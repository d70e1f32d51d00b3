package org.trabecula.web.reading;

import java.util.Map;
import java.util.OptionalDouble;
import org.trabecula.cohort.ClassNames;
import org.trabecula.study.result.ReaderAgreement;

/// How far readers A and B agreed, as a study's report will say it.
///
/// @param cases         that both gave a class
/// @param patients      whose they are
/// @param both          both say positive
/// @param firstOnly     A says positive, B negative
/// @param secondOnly    B says positive, A negative
/// @param neither       both say negative
/// @param kappa         Cohen's; empty where it does not exist
/// @param lower         95 % limit
/// @param upper         95 % limit
/// @param byPatient     whether the limits come from drawing patients
/// @param untoldFirst   cases that A could not tell
/// @param untoldSecond  cases that B could not tell
/// @param differing     cases for the consensus: of two classes, or not told by one of them
/// @param resolved      cases of two classes that have an outcome
public record LabelsView(
        String positive, String negative, int cases, int patients, int both, int firstOnly, int secondOnly, int neither, OptionalDouble agreed,
        OptionalDouble kappa, OptionalDouble lower, OptionalDouble upper, boolean byPatient, int untoldFirst, int untoldSecond, int differing,
        int resolved) {
    static LabelsView of(ReaderAgreement a, ClassNames classes, Labels labels) {
        return new LabelsView(
                classes.positive(), classes.negative(), a.cases(), a.patients(), a.both(), a.firstOnly(), a.secondOnly(), a.neither(),
                ShareView.finite(a.agreed()), ShareView.finite(a.kappa().kappa()), ShareView.finite(a.limits().lower()),
                ShareView.finite(a.limits().upper()), a.byPatient(), untold(labels.first()), untold(labels.second()), labels.differing().size(),
                a.resolved());
    }

    private static int untold(Map<String, ReadingCall> calls) {
        return (int) calls.values().stream().filter(call -> call == ReadingCall.CANNOT_TELL).count();
    }
}
