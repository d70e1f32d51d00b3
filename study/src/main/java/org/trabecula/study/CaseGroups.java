package org.trabecula.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.evaluation.Grouping;
import org.trabecula.image.label.VertebraLevel;

/// The groups in which models are looked at (protocol, step 17): bands of age, sex, region of the spine, centre. What is the same for
/// all cases divides none.
final class CaseGroups {
    static final String AGE = "age";

    private CaseGroups() {}

    /// @param bands ages in years at which a new band begins, rising
    static List<Grouping> of(List<VertebraCase> cases, List<Integer> bands) {
        List<Grouping> groupings = new ArrayList<>();
        if (!bands.isEmpty()) {
            add(groupings, AGE, names(bands), cases, one -> band(one.ageYears(), bands));
        }
        add(groupings, "sex", List.of("women", "men"), cases, one -> switch (one.sex()) {
            case FEMALE -> Optional.of("women");
            case MALE -> Optional.of("men");
            case UNKNOWN -> Optional.empty();
        });
        add(groupings, "level", Region.names(), cases, one -> VertebraLevel.of(one.level()).map(level -> Region.of(level).words));
        add(groupings, "centre", cases.stream().map(VertebraCase::centre).filter(name -> !name.isEmpty()).distinct().sorted().toList(),
                cases, one -> Optional.of(one.centre()).filter(name -> !name.isEmpty()));
        return groupings;
    }

    private static void add(
            List<Grouping> groupings, String by, List<String> groups, List<VertebraCase> cases,
            Function<VertebraCase, Optional<String>> group) {
        Map<String, String> ofCase = new HashMap<>();
        cases.forEach(one -> group.apply(one).ifPresent(own -> ofCase.put(one.caseId(), own)));
        List<String> found = groups.stream().filter(ofCase::containsValue).toList();
        if (found.size() > 1) {
            groupings.add(new Grouping(by, found, ofCase));
        }
    }

    private static List<String> names(List<Integer> bands) {
        List<String> names = new ArrayList<>(List.of("below " + bands.getFirst()));
        for (int k = 1; k < bands.size(); k++) {
            names.add(bands.get(k - 1) + "–" + (bands.get(k) - 1));
        }
        names.add(bands.getLast() + " and over");
        return names;
    }

    private static Optional<String> band(double age, List<Integer> bands) {
        return Double.isNaN(age)
                ? Optional.empty()
                : Optional.of(names(bands).get((int) IntStream.range(0, bands.size()).filter(k -> age >= bands.get(k)).count()));
    }

    /// Of the spine; the thoracolumbar junction, where most fractures lie, is T11 to L2 (Magerl et al. 1994,
    /// doi:10.1007/BF02221591).
    private enum Region {
        CERVICAL("cervical"),
        THORACIC("thoracic, to T10"),
        THORACOLUMBAR("thoracolumbar, T11 to L2"),
        LUMBAR("lumbar, from L3");

        private final String words;

        Region(String words) {
            this.words = words;
        }

        static List<String> names() {
            return Arrays.stream(values()).map(region -> region.words).toList();
        }

        /// @param level as [VertebraLevel] names it
        static Region of(String level) {
            int number = Integer.parseInt(level.substring(1));
            return switch (level.charAt(0)) {
                case 'C' -> CERVICAL;
                case 'T' -> number <= 10 ? THORACIC : THORACOLUMBAR;
                case 'L' -> number <= 2 ? THORACOLUMBAR : LUMBAR;
                default -> LUMBAR; // the sacrum
            };
        }
    }
}
