package org.trabecula.extraction.region;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.label.LabelScheme;
import org.trabecula.image.label.VertebraLevel;

/// What the labels of one file are called: by the file itself, by a label description beside it (ITK-SNAP), or by a scheme
/// that is named or guessed.
final class LabelNames {
    private final LabelFile file;
    private final SchemeChoice choice;
    private final Map<Integer, String> described;
    private final Optional<LabelScheme> scheme;

    /// @throws InputException CAS-003 if a description was asked for and there is none
    LabelNames(LabelFile file, SchemeChoice choice) {
        this.file = file;
        this.choice = choice;
        this.described = choice.looksForDescription() ? LabelDescription.beside(file.path(), choice.wantsDescription()) : Map.of();
        this.scheme = choice.named().or(() -> choice.guesses() && described.isEmpty() ? SchemeGuess.of(file) : Optional.empty());
    }

    /// The label of that name or number: the file's own names first.
    ///
    /// @param notes hears of a guess that was used
    /// @throws InputException MSK-002 with every label present, by number and name; MSK-006 if several fit
    Label label(String asked, Consumer<String> notes) {
        String wanted = asked.strip();
        if (file.labels().stream().anyMatch(label -> label.name().equals(wanted)) || wanted.matches("[+-]?\\d{1,9}")) {
            return own(wanted);
        }
        List<Label> fitting = file.labels().stream().filter(label -> isCalled(label, wanted)).toList();
        if (fitting.size() == 1) {
            tell(wanted, fitting.getFirst(), notes);
            return fitting.getFirst();
        }
        return fitting.isEmpty() ? missing(wanted) : own(wanted);
    }

    /// The only label there is.
    ///
    /// @throws InputException MSK-003 with every label present, by number and name
    Label only() {
        if (file.labels().size() > 1) {
            throw new InputException(new Problem(
                    ImageProblem.LABEL_NOT_CHOSEN, file.path().toString(), "labels " + listed(), "one label, or a label named by you",
                    "add --label with one of them (in a manifest: the column label)"));
        }
        return file.onlyLabel();
    }

    /// The vertebra that a label of the file stands for, where anybody says.
    Optional<String> level(Label label) {
        return VertebraLevel.of(label.name())
                .or(() -> VertebraLevel.of(described.getOrDefault(label.number(), "")))
                .or(() -> scheme.flatMap(numbering -> numbering.level(label.number())));
    }

    /// What a label is called: by the file, by the description beside it, by the numbering; else by its number.
    String name(Label label) {
        if (hasOwnName(label)) {
            return label.name();
        }
        return Optional.ofNullable(described.get(label.number()))
                .or(() -> scheme.flatMap(numbering -> numbering.level(label.number())))
                .orElse("label " + label.number());
    }

    /// What is to be said where some of these labels have their names from a numbering that nobody named.
    Optional<String> guessed(List<Label> labels) {
        boolean used = labels.stream().anyMatch(label -> !hasOwnName(label) && !described.containsKey(label.number()));
        return choice.guesses() && used
                ? scheme.map(numbering -> "labels are named by " + numbering.title() + ", which they fit; --label-scheme names another")
                : Optional.empty();
    }

    private static boolean hasOwnName(Label label) {
        return !label.name().equals(Integer.toString(label.number()));
    }

    private Label own(String wanted) {
        try {
            return file.label(wanted);
        } catch (InputException e) {
            if (e.problems().getFirst().code() == ImageProblem.LABEL_MISSING && !wanted.isEmpty()) {
                return missing(wanted);
            }
            throw e;
        }
    }

    private Label missing(String wanted) {
        Optional<LabelScheme> numbering = scheme;
        OptionalInt number = VertebraLevel.of(wanted)
                .flatMap(level -> numbering.map(s -> s.number(level)))
                .orElseGet(OptionalInt::empty);
        String what = file.emptySegment(wanted).map(segment -> "voxel in " + segment)
                .orElseGet(() -> wanted.matches("[+-]?\\d{1,9}") ? "label " + Integer.parseInt(wanted) : "label '" + wanted + "'");
        String meant = number.isPresent() ? " (" + number.getAsInt() + " in " + scheme.orElseThrow().title() + ")" : "";
        throw new InputException(new Problem(
                ImageProblem.LABEL_MISSING, file.path().toString(), "no " + what + meant + "; there are " + listed(),
                "a label that has voxels", fix(wanted)));
    }

    private String fix(String wanted) {
        boolean unknownNumbering = scheme.isEmpty() && described.isEmpty() && VertebraLevel.of(wanted).isPresent();
        return unknownNumbering
                ? "name the label by its number, or the numbering with --label-scheme (" + String.join(", ", SchemeChoice.keys()) + ")"
                : "choose one of the labels present";
    }

    private boolean isCalled(Label label, String wanted) {
        Optional<String> level = VertebraLevel.of(wanted);
        String description = described.getOrDefault(label.number(), "");
        List<String> alsoCalled = file.alsoCalled(label);
        if (description.equals(wanted) || alsoCalled.contains(wanted)) {
            return true;
        }
        return level.isPresent()
                && (VertebraLevel.of(label.name()).equals(level)
                        || alsoCalled.stream().anyMatch(name -> VertebraLevel.of(name).equals(level))
                        || VertebraLevel.of(description).equals(level)
                        || scheme.flatMap(s -> s.level(label.number())).equals(level));
    }

    private void tell(String wanted, Label label, Consumer<String> notes) {
        if (choice.guesses() && !described.isEmpty()) {
            notes.accept(wanted + " is label " + label.number() + " by the label description beside the mask");
        } else if (choice.guesses() && scheme.isPresent() && VertebraLevel.of(label.name()).isEmpty()) {
            notes.accept(wanted + " is taken to be label " + label.number() + ", by " + scheme.get().title()
                    + ", which the labels present fit; --label-scheme names another");
        }
    }

    /// Every label, each with the name that it is known by.
    private String listed() {
        return file.labels().stream().map(this::text).collect(Collectors.joining(", "));
    }

    private String text(Label label) {
        if (!label.name().equals(Integer.toString(label.number()))) {
            return label.text();
        }
        String name = Optional.ofNullable(described.get(label.number()))
                .or(() -> scheme.flatMap(s -> s.level(label.number())))
                .orElse("");
        return name.isEmpty() ? label.text() : name + " (" + label.number() + ")";
    }
}
