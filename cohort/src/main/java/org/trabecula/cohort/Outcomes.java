package org.trabecula.cohort;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.trabecula.table.TextTable;

/// What the two values of the outcome column mean: 1 and 0, or two names of which one is positive.
record Outcomes(Optional<String> positive, Optional<String> negative) {
    private static final String USUAL_POSITIVE = "acute";

    static Outcomes of(TextTable table, Optional<String> positive) {
        if (!table.has("outcome")) {
            return new Outcomes(Optional.empty(), Optional.empty());
        }
        TreeSet<String> names = new TreeSet<>(table.column("outcome"));
        names.remove("");
        boolean numbers = names.stream().allMatch(name -> number(name).isPresent());
        if (numbers && positive.isEmpty()) {
            return new Outcomes(Optional.empty(), Optional.empty());
        }
        String yes = positive.orElse(USUAL_POSITIVE);
        Optional<String> no = names.size() == 2 && names.contains(yes)
                ? names.stream().filter(name -> !name.equals(yes)).findFirst()
                : Optional.empty();
        return new Outcomes(Optional.of(yes), no);
    }

    ClassNames names() {
        return positive.isPresent() && negative.isPresent()
                ? new ClassNames(positive.get(), negative.get())
                : ClassNames.FRACTURE_AGE;
    }

    OptionalInt of(String text) {
        if (positive.isEmpty()) {
            return number(text);
        }
        if (text.equals(positive.get())) {
            return OptionalInt.of(1);
        }
        return negative.isPresent() && text.equals(negative.get()) ? OptionalInt.of(0) : OptionalInt.empty();
    }

    String expected() {
        return positive.map(yes -> "two names, one of them '" + yes + "'").orElse("1 or 0");
    }

    private static OptionalInt number(String text) {
        return switch (text) {
            case "1", "1.0" -> OptionalInt.of(1);
            case "0", "0.0" -> OptionalInt.of(0);
            default -> OptionalInt.empty();
        };
    }
}
