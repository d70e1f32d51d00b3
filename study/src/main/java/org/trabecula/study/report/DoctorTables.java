package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.trabecula.core.Shown;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.tests.ClusteredMcNemar;
import org.trabecula.stats.tests.ContingencyTable;
import org.trabecula.study.reader.AssistedReading;
import org.trabecula.study.reader.ReadCase;
import org.trabecula.study.reader.ReadPart;
import org.trabecula.study.result.StudyResult;

/// The doctor and the models on the same cases: what each calls right, and where they differ.
final class DoctorTables {
    private static final List<String> COUNTS =
            List.of("", "n", "True positive", "False negative", "True negative", "False positive", "Sensitivity", "Specificity");

    private DoctorTables() {}

    /// Empty without a call of the doctor's.
    static List<Block> of(StudyResult result, ReadPart part) {
        List<ReadCase> called = part.calledByDoctor();
        if (called.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>(List.of(readers(result, part, called), differences(part, called)));
        withModel(part).ifPresent(blocks::add);
        if (!part.ofImages().isEmpty()) {
            blocks.add(Block.Remark.of("Every model of images is right where the doctor is wrong in " + part.onlyModelsRight().size()
                    + ", every one wrong where the doctor is right in " + part.onlyDoctorRight().size() + " of these " + called.size() + " cases."));
        }
        return blocks;
    }

    private static Block readers(StudyResult result, ReadPart part, List<ReadCase> called) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("Doctor", called, one -> one.doctor().orElseThrow()));
        for (String model : part.models()) {
            List<ReadCase> read = called.stream().filter(one -> one.readings().containsKey(model)).toList();
            if (!read.isEmpty()) {
                rows.add(row(Names.model(model), read, one -> one.calledPositive(model)));
            }
        }
        String without = called.size() == part.cases().size()
                ? ""
                : " " + (part.cases().size() - called.size()) + " of " + part.cases().size() + " have none.";
        String unread = part.unread() == 0
                ? ""
                : " " + Shown.count(part.unread(), "cell") + " of the columns doctor and doctor_with_model, of included cases, " + (part.unread() == 1 ? "says" : "say") + " neither " + CaseWords.name(result, true) + " nor "
                        + CaseWords.name(result, false) + ", which counts as no call.";
        return new Block.Table(
                "doctor",
                Prose.of("The doctor and the models on the cases with a call of the doctor's, n = " + called.size() + " "
                        + ExamplesSection.cases(part) + "." + without + unread + " Positive is " + CaseWords.name(result, true)
                        + ". 95 % intervals by Wilson, as if cases were independent."),
                COUNTS, rows);
    }

    /// The same doctor before and after a model's answer was shown; empty without such a case.
    private static Optional<Block> withModel(ReadPart part) {
        AssistedReading read = part.assisted();
        if (read.withModel().rows() == 0) {
            return Optional.empty();
        }
        String p = read.toRight() + read.toWrong() == 0 ? "" : " (McNemar's exact test, which takes cases as independent: " + Shown.pInWords(read.p()) + ")";
        return Optional.of(new Block.Table(
                "doctor-with-model",
                Prose.of("The doctor without a model and then with its answer in view, on the " + Shown.count(read.withModel().rows(), "case")
                        + " with both calls. " + read.toRight() + " became right, " + read.toWrong() + " became wrong" + p
                        + ". The manifest does not say which model was shown; one that was fitted to these cases would have known their answers. "
                        + "95 % intervals by Wilson, as if cases were independent."),
                COUNTS, List.of(row("Doctor alone", read.aloneThen()), row("Doctor with model", read.withModel()))));
    }

    private static List<Cell> row(String name, List<ReadCase> cases, Predicate<ReadCase> positive) {
        int[] counts = new int[4]; // bit 0: called positive, bit 1: is positive
        cases.forEach(one -> counts[(one.positive() ? 2 : 0) + (positive.test(one) ? 1 : 0)]++);
        return row(name, new Confusion(counts[3], counts[1], counts[2], counts[0]));
    }

    private static List<Cell> row(String name, Confusion found) {
        return Cell.row(
                Cell.words(name), Cell.count(found.rows()), Cell.count(found.tp()), Cell.count(found.fn()), Cell.count(found.tn()),
                Cell.count(found.fp()), proportion(found.cases(), () -> Names.proportionCell(found.sensitivity())),
                proportion(found.controls(), () -> Names.proportionCell(found.specificity())));
    }

    private static Cell proportion(int of, Supplier<Cell> cell) {
        return of == 0 ? new Cell.Missing("no such case") : cell.get();
    }

    private static Block differences(ReadPart part, List<ReadCase> called) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String model : part.models()) {
            List<ReadCase> read = called.stream().filter(one -> one.readings().containsKey(model)).toList();
            if (!read.isEmpty()) {
                rows.add(difference(model, read));
            }
        }
        return new Block.Table(
                "doctor-models",
                Prose.of("Where the doctor and each model differ, the same " + ExamplesSection.cases(part)
                        + ". McNemar's exact test takes cases as independent; the clustered one (Durkalski et al. 2003, doi:10.1002/sim.1438) lets every "
                        + "patient count once and needs differences in several patients."),
                List.of("", "n", "Both right", "Only doctor right", "Only model right", "Both wrong", "p, exact", "p, clustered"), rows);
    }

    private static List<Cell> difference(String model, List<ReadCase> read) {
        boolean[] doctor = new boolean[read.size()];
        boolean[] machine = new boolean[read.size()];
        int[][] counts = new int[2][2];
        for (int at = 0; at < doctor.length; at++) {
            ReadCase one = read.get(at);
            doctor[at] = one.doctor().equals(Optional.of(one.positive()));
            machine[at] = one.right(model);
            counts[doctor[at] ? 1 : 0][machine[at] ? 1 : 0]++;
        }
        double clustered = ClusteredMcNemar.of(doctor, machine, Clusters.of(read.stream().map(ReadCase::patientId).toList())).p();
        return Cell.row(
                Cell.words(Names.model(model)), Cell.count(read.size()), Cell.count(counts[1][1]), Cell.count(counts[1][0]),
                Cell.count(counts[0][1]), Cell.count(counts[0][0]), Cell.p(new ContingencyTable(counts).mcNemarExact().p()),
                Double.isNaN(clustered) ? new Cell.Missing("they never differ") : Cell.p(clustered));
    }
}
