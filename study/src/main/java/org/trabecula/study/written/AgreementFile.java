package org.trabecula.study.written;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.cohort.ClassNames;
import org.trabecula.stats.Interval;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.result.ReaderAgreement;
import org.trabecula.study.result.StudyResult;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// `agreement.json`: two readers' calls of the outcome, where the table has them.
final class AgreementFile {
    private static final String NAME = "agreement.json";

    private AgreementFile() {}

    /// @param outcome   what the readers called
    /// @param agreement share of rows on which they agreed
    /// @param interval  how the limits of κ were made
    /// @param why       where κ does not exist; empty where it does
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Document(
            Classes outcome, int cases, int patients, Counts counts, Estimate agreement, Estimate kappa, OptionalDouble standardError,
            double expectedByChance, String interval, int disagreements, int resolvedByConsensus, int outcomeAgainstBoth, String why) {}

    record Classes(String positive, String negative) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Counts(int bothPositive, int firstOnly, int secondOnly, int bothNegative) {}

    /// `lower` and `upper` are 95 % limits.
    record Estimate(OptionalDouble value, OptionalDouble lower, OptionalDouble upper) {
        private static Estimate of(double value, Interval limits) {
            return new Estimate(finite(value), finite(limits.lower()), finite(limits.upper()));
        }
    }

    /// Of an earlier table in the same folder nothing stays.
    static void write(RunFolder run, StudyResult result) throws IOException {
        Optional<ReaderAgreement> agreement = ReaderAgreement.of(result);
        if (agreement.isEmpty()) {
            Files.deleteIfExists(run.at(NAME));
            return;
        }
        run.writeText(NAME, StudyJson.text(document(agreement.get(), result.cohort().classes())));
    }

    private static Document document(ReaderAgreement a, ClassNames classes) {
        boolean none = Double.isNaN(a.kappa().kappa());
        return new Document(
                new Classes(classes.positive(), classes.negative()), a.cases(), a.patients(),
                new Counts(a.both(), a.firstOnly(), a.secondOnly(), a.neither()), Estimate.of(a.agreed(), a.agreedLimits()),
                Estimate.of(a.kappa().kappa(), a.limits()), finite(a.kappa().standardError()), a.kappa().expected(),
                a.byPatient() ? "percentiles of " + ReaderAgreement.DRAWS + " draws of patients" : "asymptotic, Fleiss, Cohen and Everitt 1969",
                a.disagreements(), a.resolved(), a.against(), none ? "both readers gave every case the same class" : "");
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
