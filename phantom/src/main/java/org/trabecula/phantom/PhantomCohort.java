package org.trabecula.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.core.RandomStreams;

/// Draws the patients of a synthetic cohort. Nothing is rendered yet: a plan is small and quick.
public final class PhantomCohort {
    private PhantomCohort() {}

    /// The patients of `settings`, in order of their ids. Each draws from streams of its own, so patient 7 of a cohort
    /// of 10 has the body and the scan of patient 7 of a cohort of 500 when the stages agree.
    ///
    /// The share of patients with an acute fracture is met exactly (rounded), which of them is shuffled.
    public static List<PhantomPatient> plan(CohortSettings settings) {
        RandomStreams streams = new RandomStreams(settings.seed()).within("phantom");
        FractureStage[] stages = patientStages(settings.patients(), streams.stream("stages"));
        List<PhantomPatient> patients = new ArrayList<>(settings.patients());
        for (int p = 0; p < settings.patients(); p++) {
            patients.add(draw(settings, streams, p, stages[p]));
        }
        return List.copyOf(patients);
    }

    private static FractureStage[] patientStages(int patients, SplittableRandom random) {
        int acute = (int) Math.round(patients * Demography.ACUTE_PATIENTS);
        int[] order = new int[patients];
        Arrays.setAll(order, p -> p);
        RandomStreams.shuffle(order, random);
        FractureStage[] stages = new FractureStage[patients];
        for (int rank = 0; rank < patients; rank++) {
            stages[order[rank]] = rank < acute ? FractureStage.ACUTE : FractureStage.CHRONIC;
        }
        return stages;
    }

    private static PhantomPatient draw(CohortSettings settings, RandomStreams cohort, int index, FractureStage stage) {
        String patientId = "PH-%04d".formatted(index + 1);
        RandomStreams streams = cohort.within(patientId);
        SplittableRandom person = streams.stream("person");
        Demography demography = new Demography(settings.effect());
        int count = Demography.fractures(settings.columnVertebrae(), person);
        boolean woman = Demography.isWoman(person);
        FractureStage[] stages = Demography.stages(stage, count, person);
        int age = demography.age(stages, person);
        Level[] levels = levels(demography, stages, settings.columnVertebrae(), streams.stream("levels"));

        List<PhantomCase> cases = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            Fracture fracture =
                    Fracture.draw(stages[f], settings.effect(), streams.stream("fracture/" + levels[f].name()));
            cases.add(new PhantomCase(patientId + "-" + levels[f].name(), levels[f], stages[f], fracture));
        }
        cases.sort((a, b) -> a.level().compareTo(b.level()));

        int centre = person.nextInt(settings.centres());
        Scanner scanner = Scanner.draw(
                settings.spacing(), settings.scannerSpread(), cohort.stream("centre/" + centre), streams.stream("scanner"));
        List<Level> column = column(levels, settings.columnVertebrae(), streams.stream("column"));
        return new PhantomPatient(
                patientId,
                age,
                woman,
                String.valueOf((char) ('A' + centre)),
                column,
                List.copyOf(cases),
                index < settings.reproducibilityPatients(),
                scanner,
                streams);
    }

    /// Levels of the fractures, all different and within `reach` neighbouring vertebrae: the first by its share, the
    /// others by share and nearness.
    private static Level[] levels(Demography demography, FractureStage[] stages, int reach, SplittableRandom random) {
        Level[] chosen = new Level[stages.length];
        Level[] all = Level.values();
        double[] weight = new double[all.length];
        for (int f = 0; f < stages.length; f++) {
            double total = 0;
            for (Level level : all) {
                weight[level.ordinal()] =
                        demography.share(level, stages[f]) * nearness(level, Arrays.copyOf(chosen, f), reach);
                total += weight[level.ordinal()];
            }
            double left = random.nextDouble() * total;
            int at = 0;
            while (at < all.length - 1 && (left >= weight[at] || weight[at] == 0)) {
                left -= weight[at];
                at++;
            }
            chosen[f] = all[at];
        }
        return chosen;
    }

    private static double nearness(Level level, Level[] chosen, int reach) {
        int top = level.ordinal();
        int bottom = level.ordinal();
        int nearest = chosen.length == 0 ? 1 : Integer.MAX_VALUE;
        for (Level other : chosen) {
            top = Math.min(top, other.ordinal());
            bottom = Math.max(bottom, other.ordinal());
            nearest = Math.min(nearest, Math.abs(level.ordinal() - other.ordinal()));
        }
        return nearest == 0 || bottom - top >= reach ? 0 : 1.0 / nearest;
    }

    /// The whole vertebrae in the volume, from the head down, the fractured ones among them.
    private static List<Level> column(Level[] fractured, int count, SplittableRandom random) {
        int top = Arrays.stream(fractured).mapToInt(Level::ordinal).min().orElseThrow();
        int bottom = Arrays.stream(fractured).mapToInt(Level::ordinal).max().orElseThrow();
        int first = Math.max(Level.T4.ordinal(), bottom - count + 1);
        int last = Math.min(top, Level.L5.ordinal() - count + 1);
        int from = first + random.nextInt(last - first + 1);
        return Arrays.asList(Level.values()).subList(from, from + count);
    }
}
