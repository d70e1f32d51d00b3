package org.trabecula.extraction.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Problem;

/// Cases held against each other: one vertebra in several rows, with one outcome or two, and one scan under several
/// patients. Either would let a patient stand on both sides of a split, or teach a model that one picture means both.
///
/// Scans are the same when their bytes are. A vertebra is the same where scan, mask and label are; for contradicting
/// outcomes scan and level are enough. Two scans of a patient at the same level are two: that is follow-up, and its outcome
/// may change.
public final class RepeatedCases {
    private static final int CASES_NAMED = 5;

    private final String source;
    private final SameFiles files;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<List<VertebraCase>> told = new HashSet<>();

    private RepeatedCases(String source, SameFiles files) {
        this.source = source;
        this.files = files;
    }

    /// @param source the manifest's name, for messages
    /// @param cases  that are used; files that cannot be read are left to whoever opens them
    public static List<Problem> of(String source, List<VertebraCase> cases) {
        List<Path> images = cases.stream().flatMap(c -> c.image().stream()).toList();
        List<Path> masks = cases.stream().flatMap(c -> c.mask().stream()).toList();
        try {
            RepeatedCases repeated = new RepeatedCases(source, SameFiles.among(images, masks));
            repeated.look(cases);
            return repeated.problems;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(List<VertebraCase> cases) {
        for (List<VertebraCase> ofScan : groups(cases, c -> c.image().map(files::of))) {
            if (ofScan.stream().map(VertebraCase::patientId).distinct().count() > 1) {
                scanOfSeveralPatients(ofScan);
            }
            groups(ofScan, c -> c.mask().map(mask -> files.of(mask) + " " + c.label().orElse(""))).forEach(this::sameRegion);
            groups(ofScan, c -> Optional.of(c.level()).filter(level -> !level.isEmpty())).forEach(this::sameLevel);
        }
    }

    /// Cases with an equal key, where there are several.
    private static List<List<VertebraCase>> groups(List<VertebraCase> cases, Function<VertebraCase, Optional<String>> key) {
        Map<String, List<VertebraCase>> groups = new LinkedHashMap<>();
        cases.forEach(c -> key.apply(c).ifPresent(k -> groups.computeIfAbsent(k, _ -> new ArrayList<>()).add(c)));
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    /// Without ids of patients each case counts as a patient of its own: that matters to a study only.
    private void scanOfSeveralPatients(List<VertebraCase> cases) {
        boolean named = cases.stream().anyMatch(c -> !c.patientId().equals(c.caseId()));
        if (!named && cases.stream().allMatch(c -> c.outcome().isEmpty())) {
            return;
        }
        String patients = cases.stream().map(VertebraCase::patientId).distinct().limit(CASES_NAMED).collect(Collectors.joining(", "));
        problems.add(new Problem(
                CheckProblem.SCAN_OF_TWO_PATIENTS, where(cases),
                "the same " + scan(cases) + (named ? " under patients " + patients : " in rows without a patient's id"),
                "one patient for each scan, so that nobody trains and tests at once",
                named ? "correct patient_id, or the path of the image" : "add a column patient_id: rows of one scan are one patient's"));
    }

    private void sameRegion(List<VertebraCase> cases) {
        if (contradict(cases)) {
            contradicting(cases);
        } else {
            problems.add(new Problem(
                    CheckProblem.SAME_VERTEBRA, where(cases), vertebra(cases), "each vertebra once",
                    "delete all rows but one, or give the others a reason in column exclude"));
        }
    }

    /// Two outlines of a level with one outcome may be meant; with two outcomes they are not.
    private void sameLevel(List<VertebraCase> cases) {
        if (contradict(cases)) {
            contradicting(cases);
        }
    }

    private static boolean contradict(List<VertebraCase> cases) {
        return cases.stream().flatMapToInt(c -> c.outcome().stream()).distinct().count() > 1;
    }

    private void contradicting(List<VertebraCase> cases) {
        if (told.add(cases)) {
            String outcomes = cases.stream()
                    .map(c -> c.outcome().isPresent() ? Integer.toString(c.outcome().getAsInt()) : "none")
                    .limit(CASES_NAMED)
                    .collect(Collectors.joining(", "));
            problems.add(new Problem(
                    CheckProblem.CONTRADICTING_OUTCOMES, where(cases), vertebra(cases) + " with outcomes " + outcomes,
                    "one outcome for one vertebra", "correct the outcome, or the label or path of one of the rows"));
        }
    }

    private static String scan(List<VertebraCase> cases) {
        List<String> names = cases.stream().flatMap(c -> c.image().stream()).map(path -> String.valueOf(path.getFileName())).distinct().toList();
        return names.size() == 1
                ? "scan " + names.getFirst()
                : "scan (" + names.get(0) + " and " + names.get(1) + " hold the same bytes)";
    }

    private static String vertebra(List<VertebraCase> cases) {
        VertebraCase first = cases.getFirst();
        return "the same " + scan(cases) + ", " + first.label().map(label -> "label " + label).orElse("the only label")
                + (first.level().isEmpty() ? "" : ", level " + first.level());
    }

    private String where(List<VertebraCase> cases) {
        return source + ": " + cases.stream()
                .limit(CASES_NAMED)
                .map(c -> "case " + c.caseId() + " (line " + c.line() + ")")
                .collect(Collectors.joining(", ", "", cases.size() > CASES_NAMED ? ", …" : ""));
    }
}
