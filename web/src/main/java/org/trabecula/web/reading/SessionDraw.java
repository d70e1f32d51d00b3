package org.trabecula.web.reading;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.Part;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.study.reader.ReadingDraw;
import org.trabecula.web.server.Asked;
import org.trabecula.web.server.WebProblem;

/// Draws the cases of a session that begins.
///
/// @param cohort  the work list with what was filled in
/// @param begun   the other sessions
/// @param model   checksum of the room's model; empty without one
record SessionDraw(Cohort cohort, Map<ReadingKind, ReadingRecord> begun, Optional<String> model) {
    private static final int USUAL_PATIENTS = 30;
    private static final int USUAL_PAUSE_DAYS = 14;
    private static final int MOST_PAUSE_DAYS = 3650;
    /// Readable, and exact as a number of the page's.
    private static final long MOST_SEED = 1_000_000_000L;

    /// From whom a session draws.
    ///
    /// @param cases that may be read
    /// @param words who they are
    private record Eligible(List<VertebraCase> cases, String words) {}

    /// @throws InputException WEB-006 for numbers that are none, WEB-010 if there is nobody to read
    ReadingRecord begin(BeginWanted wanted, LocalDate today) {
        int pause = wanted.kind() == ReadingKind.OUTLINE_SAME_READER
                ? within("pauseDays", wanted.pauseDays().orElse(USUAL_PAUSE_DAYS), 0, MOST_PAUSE_DAYS)
                : 0;
        long seed = wanted.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong(1, MOST_SEED));
        if (seed < 0 || seed > Long.MAX_VALUE >> 10) {
            throw Asked.malformed("seed", Long.toString(seed), "a whole number from 0 to " + (Long.MAX_VALUE >> 10));
        }
        if (wanted.kind() == ReadingKind.CONSENSUS) {
            return record(wanted.kind(), today, seed, pause, consensus(seed), "the cases that readers A and B did not give one and the same class");
        }
        Optional<ReadingRecord> partner = wanted.kind().partner().flatMap(other -> Optional.ofNullable(begun.get(other)));
        if (partner.isPresent()) {
            List<VertebraCase> same = partner.get().items().stream().map(item -> cohort.find(item.caseId())).toList();
            long theirs = partner.get().seed();
            return record(
                    wanted.kind(), today, theirs, pause, ReadingDraw.ordered(same, theirs, wanted.kind().label()),
                    "the cases of “" + partner.get().kind().title() + "”, in another order");
        }
        Eligible from = eligible(wanted.kind());
        long everybody = from.cases().stream().map(VertebraCase::patientId).distinct().count();
        int usual = wanted.kind().isOutlining() ? USUAL_PATIENTS : Integer.MAX_VALUE;
        int patients = within("patients", wanted.patients().orElse(usual), 1, Integer.MAX_VALUE);
        List<VertebraCase> drawn = ReadingDraw.of(from.cases(), patients, seed, wanted.kind().label());
        return record(
                wanted.kind(), today, seed, pause, drawn,
                patients < everybody
                        ? patients + " of " + everybody + " patients at random, each as likely as another, without strata; " + from.words()
                        : "all " + everybody + " patients; " + from.words());
    }

    private ReadingRecord record(ReadingKind kind, LocalDate today, long seed, int pause, List<VertebraCase> cases, String drawn) {
        return new ReadingRecord(
                kind, today.toString(), seed, (int) cases.stream().map(VertebraCase::patientId).distinct().count(), drawn, pause, Optional.empty(),
                kind == ReadingKind.DOCTOR ? model : Optional.empty(), cases.stream().map(one -> ReadingItem.of(one.caseId())).toList());
    }

    private Eligible eligible(ReadingKind kind) {
        List<VertebraCase> there = cohort.included().stream().filter(one -> one.image().filter(Files::exists).isPresent()).toList();
        List<VertebraCase> usable = kind.isOutlining() ? there.stream().filter(one -> one.mask().filter(Files::exists).isPresent()).toList() : there;
        if (usable.isEmpty()) {
            throw notYet(kind.isOutlining() ? "no case with an image and a first outline" : "no case with an image",
                    "cases to read", kind.isOutlining() ? "outline first, or name masks in the manifest" : "name images in the manifest");
        }
        if (kind.isLabelling()) {
            return new Eligible(usable, "training and test alike");
        }
        Part part = kind == ReadingKind.DOCTOR ? Part.TEST : Part.TRAIN;
        String name = part == Part.TEST ? "test" : "training";
        if (cohort.included().stream().allMatch(one -> one.part() == Part.NOT_GIVEN)) {
            return new Eligible(usable, kind == ReadingKind.DOCTOR
                    ? "the manifest has no column split, so the model may have learned from some of them: its answers look better than they are then"
                    : "the manifest has no column split, so some may fall into a later test part: a study compares the training patients among them alone");
        }
        List<VertebraCase> inPart = usable.stream().filter(one -> one.part() == part).toList();
        if (inPart.isEmpty()) {
            throw notYet("no " + name + " case that can be read", "cases whose column split says " + (part == Part.TEST ? "test" : "train"),
                    "see the column split of the manifest");
        }
        return new Eligible(inPart, "the " + name + " part by the column split");
    }

    /// @throws InputException WEB-010 before both readers are done, or where they never differ
    private List<VertebraCase> consensus(long seed) {
        @Nullable ReadingRecord a = begun.get(ReadingKind.LABELS_A);
        @Nullable ReadingRecord b = begun.get(ReadingKind.LABELS_B);
        if (a == null || b == null || !a.isComplete() || !b.isComplete()) {
            throw notYet("labels that are not complete", "all cases labelled by readers A and B", "finish their sessions first");
        }
        Set<String> differing = Labels.of(a, b).differing();
        List<VertebraCase> cases = cohort.cases().stream().filter(one -> differing.contains(one.caseId())).collect(Collectors.toList());
        if (cases.isEmpty()) {
            throw notYet("no case that readers A and B called differently", "a disagreement", "nothing is left to decide: the outcomes are filled in");
        }
        return ReadingDraw.ordered(cases, seed, ReadingKind.CONSENSUS.label());
    }

    private static int within(String what, int number, int least, int most) {
        if (number < least || number > most) {
            throw Asked.malformed(what, Integer.toString(number), "a whole number from " + least + (most == Integer.MAX_VALUE ? "" : " to " + most));
        }
        return number;
    }

    private static InputException notYet(String found, String expected, String fix) {
        return new InputException(new Problem(WebProblem.NOT_YET, "the reading session", found, expected, fix));
    }
}
