package org.trabecula.study.report.checklist;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.Shown;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.report.Section;
import org.trabecula.study.result.StudyResult;

/// The check-lists, filled with what the run knows.
public final class CheckLists {
    private static final List<String> HEADER = List.of("Item", "What is asked", "Answer: where, or why not");

    private CheckLists() {}

    public static Section of(StudyResult result) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Paragraph.of("Filled with what the run knows; items are worded in short, the instruments' own texts count. \"for the "
                + "authors: …\" is a blank that only they can fill. \"met\" says that the report has it, not that it is good."));
        for (Instrument instrument : Instrument.values()) {
            blocks.addAll(list(instrument, result));
        }
        return new Section("check-lists", "Check-lists", blocks);
    }

    private static List<Block> list(Instrument instrument, StudyResult result) {
        List<Answer> answers = instrument.items().stream().map(item -> item.evidence().answer(result)).toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Item item = instrument.items().get(i);
            rows.add(Cell.row(
                    Cell.words(item.number() + " " + item.topic()), Cell.words(item.asks()),
                    Cell.words(answers.get(i).word() + ": " + answers.get(i).detail())));
        }
        Block table = new Block.Table(
                "check-list-" + instrument.key(),
                Prose.of(instrument.title() + ", " + instrument.subject() + " (doi:" + instrument.doi() + "): " + counts(answers) + "."),
                HEADER, rows);
        List<Block> blocks = new ArrayList<>(List.of(new Block.Heading(instrument.title())));
        if (instrument.scores()) {
            CheckListScore score = CheckListScore.of(instrument.items(), answers);
            blocks.add(Block.Paragraph.of("Score by what the run knows: " + percent(score.least()) + "; " + percent(score.most())
                    + " if all that is left to the authors is met. Items that do not apply are left out of both."));
        }
        blocks.add(new Block.Fold(Shown.count(answers.size(), "item") + " of " + instrument.title() + ": " + counts(answers), List.of(table)));
        return blocks;
    }

    private static String counts(List<Answer> answers) {
        return count(answers, Answer.Met.class) + " met, " + count(answers, Answer.NotMet.class) + " not met, "
                + count(answers, Answer.NotApplicable.class) + " not applicable, " + count(answers, Answer.ForAuthors.class)
                + " for the authors";
    }

    private static long count(List<Answer> answers, Class<? extends Answer> kind) {
        return answers.stream().filter(kind::isInstance).count();
    }

    private static String percent(double share) {
        return Shown.fixed(100 * share, 1) + " %";
    }
}
