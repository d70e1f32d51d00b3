package org.trabecula.deep.finetune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.trabecula.core.RandomStreams;

/// Chooses the training patients that are kept apart for early stopping.
///
/// Patients are grouped by their outcomes (positive, negative, both), shuffled within each group, and the first
/// share · n (rounded, at least one where a group has two or more) of each are taken.
final class ValidationPatients {
    private ValidationPatients() {}

    static Set<String> choose(List<TrainingCrop> crops, double share, SplittableRandom random) {
        Map<String, Integer> outcomes = new LinkedHashMap<>(); // bit 0: has a negative, bit 1: a positive
        for (TrainingCrop crop : crops) {
            outcomes.merge(crop.patientId(), 1 << crop.outcome(), (a, b) -> a | b);
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (int group = 1; group <= 3; group++) {
            List<String> patients = new ArrayList<>();
            for (Map.Entry<String, Integer> patient : outcomes.entrySet()) {
                if (patient.getValue() == group) {
                    patients.add(patient.getKey());
                }
            }
            int[] order = new int[patients.size()];
            Arrays.setAll(order, n -> n);
            RandomStreams.shuffle(order, random);
            int take = patients.size() < 2 ? 0 : (int) Math.max(1, Math.round(share * patients.size()));
            for (int n = 0; n < take; n++) {
                chosen.add(patients.get(order[n]));
            }
        }
        return chosen;
    }
}
