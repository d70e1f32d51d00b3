package org.trabecula.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.trabecula.cohort.CaseUse;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.Part;
import org.trabecula.cohort.Patient;
import org.trabecula.cohort.Sex;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.RandomStreams;
import org.trabecula.study.input.StudyData;
import org.trabecula.table.FeatureTable;

/// A made-up cohort of ready features, small enough to study in a second. Every patient has one or two vertebrae that
/// resemble each other; the first [#CARRIERS] features lie `effect` standard deviations apart between the classes, the
/// next repeat them with a little noise, the rest mean nothing.
///
/// @param cases   in manifest order; every fifth patient is given to the test part
/// @param columns one array per feature
public record TableCohort(List<VertebraCase> cases, double[][] columns) {
    static final int CARRIERS = 4;
    private static final int REPEATS = 4;

    public static TableCohort of(int patients, int features, double effect, long seed) {
        SplittableRandom random = new RandomStreams(seed).stream("table cohort");
        List<VertebraCase> cases = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int patient = 0; patient < patients; patient++) {
            Part part = patient % 5 == 4 ? Part.TEST : Part.TRAIN;
            int outcome = random.nextInt(2);
            double[] own = random.doubles(features, -0.5, 0.5).toArray();
            for (int vertebra = 0; vertebra < 1 + patient % 2; vertebra++) {
                cases.add(vertebra(patient, vertebra, outcome, part, random));
                rows.add(row(own, effect * (outcome - 0.5), random));
            }
        }
        double[][] columns = new double[features][rows.size()];
        for (int feature = 0; feature < features; feature++) {
            for (int at = 0; at < rows.size(); at++) {
                columns[feature][at] = rows.get(at)[feature];
            }
        }
        return new TableCohort(cases, columns);
    }

    private static double[] row(double[] own, double shift, SplittableRandom random) {
        double[] values = new double[own.length];
        for (int feature = 0; feature < values.length; feature++) {
            if (feature >= CARRIERS && feature < CARRIERS + REPEATS) {
                values[feature] = values[feature - CARRIERS] + 0.1 * random.nextGaussian();
            } else {
                values[feature] = own[feature] + random.nextGaussian() + (feature < CARRIERS ? shift : 0);
            }
        }
        return values;
    }

    private static VertebraCase vertebra(int patient, int number, int outcome, Part part, SplittableRandom random) {
        String patientId = String.format(Locale.ROOT, "P%03d", patient);
        return VertebraCase.named(patientId + "-" + number, patientId)
                .withLine(line(patient, number))
                .withPatient(new Patient(50 + random.nextInt(40), random.nextBoolean() ? Sex.MALE : Sex.FEMALE, ""))
                .withUse(CaseUse.of(outcome, part));
    }

    /// The manifest line that the vertebra would stand in, below a header.
    private static int line(int patient, int number) {
        return 2 + patient + patient / 2 + number;
    }

    /// The same cases of which neither age nor sex is known.
    public TableCohort withoutAgeAndSex() {
        return new TableCohort(cases.stream().map(c -> c.withPatient(Patient.UNKNOWN)).toList(), columns);
    }

    public StudyData data() {
        List<String> names = new ArrayList<>();
        for (int feature = 0; feature < columns.length; feature++) {
            names.add("f" + feature);
        }
        return StudyData.ofTable(
                new Cohort("table cohort", cases, ClassNames.FRACTURE_AGE, List.of()),
                new FeatureTable(cases.stream().map(VertebraCase::caseId).toList(), names, columns));
    }

    boolean isTest(int row) {
        return cases.get(row).part() == Part.TEST;
    }

    int outcome(int row) {
        return cases.get(row).outcome().orElseThrow();
    }

    int rowOf(String caseId) {
        return cases.stream().map(VertebraCase::caseId).toList().indexOf(caseId);
    }

    /// The cases as a manifest without the column `split` gives them.
    List<VertebraCase> withoutSplit() {
        return cases.stream()
                .map(c -> c.withUse(c.use().withPart(Part.NOT_GIVEN)))
                .toList();
    }

    /// The same cohort with everything about the cases of `part` drawn anew: features, outcome, age, sex.
    TableCohort withOthers(Part part, long seed) {
        TableCohort others = of((int) cases.stream().map(VertebraCase::patientId).distinct().count(), columns.length, 3, seed);
        List<VertebraCase> mixed = new ArrayList<>();
        double[][] values = copy();
        for (int row = 0; row < cases.size(); row++) {
            boolean replaced = cases.get(row).part() == part;
            mixed.add((replaced ? others : this).cases.get(row));
            for (int feature = 0; replaced && feature < values.length; feature++) {
                values[feature][row] = 10 - 7 * others.columns[feature][row];
            }
        }
        return new TableCohort(mixed, values);
    }

    /// The same cohort with other values of one feature.
    TableCohort withFeature(int feature, double[] values) {
        double[][] changed = copy();
        changed[feature] = values;
        return new TableCohort(cases, changed);
    }

    private double[][] copy() {
        double[][] values = new double[columns.length][];
        for (int feature = 0; feature < values.length; feature++) {
            values[feature] = columns[feature].clone();
        }
        return values;
    }
}
