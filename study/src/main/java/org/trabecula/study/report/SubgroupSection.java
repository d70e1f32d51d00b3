package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.evaluation.Subgroup;
import org.trabecula.evaluation.WithinGroups;
import org.trabecula.figures.ForestFigure;
import org.trabecula.figures.Scale;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.report.Block;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.report.Section;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.BootstrapInterval;
import org.trabecula.study.result.StudyResult;

/// Areas in groups of cases, and whether the model answers the patient's age in place of the question (D12).
final class SubgroupSection {
    private static final String AGE = "age";

    private final StudyResult result;
    private final Scores.Kind kind;
    /// Of the signature that the nomogram takes, the nomogram, age and sex: as far as they were evaluated.
    private final List<String> models;

    private SubgroupSection(StudyResult result, Scores.Kind kind) {
        this.result = result;
        this.kind = kind;
        this.models = Stream.of(result.clinical().signature(), SignatureKind.NOMOGRAM, SignatureKind.AGE_SEX)
                .map(signature -> ModelId.of(signature).label())
                .filter(model -> row(model).isPresent())
                .toList();
    }

    /// Without blocks where all cases are of one group.
    static Section of(StudyResult result) {
        List<Block> blocks = new ArrayList<>();
        SubgroupSection test = new SubgroupSection(result, Scores.Kind.TEST);
        SubgroupSection training = new SubgroupSection(result, Scores.Kind.CROSSFIT);
        boolean tested = test.add(blocks, "subgroups", "test cases");
        List<Block> others = new ArrayList<>();
        if (training.add(others, tested ? "subgroups-crossfit" : "subgroups", "training cases (cross-fitted scores)")) {
            if (tested) {
                blocks.add(new Block.Fold("Subgroups of training cases", others));
            } else {
                blocks.addAll(others);
            }
        }
        return new Section("subgroups", "Subgroups", blocks);
    }

    private boolean add(List<Block> blocks, String key, String whose) {
        if (models.isEmpty() || groups(models.getFirst()).isEmpty()) {
            return false;
        }
        answer(whose).ifPresent(sentence -> blocks.add(Block.Paragraph.of(sentence)));
        blocks.add(forest(key, whose));
        blocks.add(table(key + "-table", whose));
        return true;
    }

    private Optional<Evaluation.Row> row(String model) {
        return result.evaluation().rows().stream().filter(row -> row.kind() == kind && row.model().equals(model)).findFirst();
    }

    private List<Subgroup> groups(String model) {
        return result.scrutiny().subgroups().stream().filter(one -> one.kind() == kind && one.model().equals(model)).toList();
    }

    private Optional<WithinGroups> withinAges(String model) {
        return result.scrutiny().withinAges().stream()
                .filter(one -> one.kind() == kind && one.model().equals(model))
                .findFirst();
    }

    /// Whether the model says "young" rather than what it is asked: its area where age cannot help.
    private Optional<String> answer(String whose) {
        String model = models.getFirst();
        Optional<WithinGroups> within = withinAges(model);
        Optional<Evaluation.Row> all = row(model);
        if (within.isEmpty() || all.isEmpty()) {
            return Optional.empty();
        }
        if (Double.isNaN(within.get().auc().estimate())) {
            return Optional.of("Whether the model answers the patient's age rather than the question cannot be told from these cases: age bands "
                    + "with both classes hold too few, " + within.get().n() + ", of them " + within.get().positives() + " "
                    + result.cohort().classes().positive() + ".");
        }
        BootstrapInterval auc = within.get().auc();
        StringBuilder text = new StringBuilder("Does the model answer the patient's age rather than the question? Over all ")
                .append(whose).append(" the ").append(Names.inSentence(model)).append(" signature has an AUC of ")
                .append(Shown.fixed(all.get().auc().auc(), 3)).append(" (n = ").append(all.get().n()).append(')');
        String ageSex = ModelId.of(SignatureKind.AGE_SEX).label();
        row(ageSex).ifPresent(other -> text.append(", age and sex alone ").append(Shown.fixed(other.auc().auc(), 3)));
        text.append(". When a case is compared only with cases of its own age band, where age can hardly help, the signature has ")
                .append(shown(auc)).append(" (n = ").append(within.get().n()).append(", ").append(within.get().positives())
                .append(' ').append(result.cohort().classes().positive()).append(')');
        withinAges(ageSex).filter(other -> !Double.isNaN(other.auc().estimate())).ifPresent(other -> text.append(", age and sex ").append(shown(other.auc())));
        return Optional.of(text.append(". ").append(reading(all.get().auc().auc(), auc)).toString());
    }

    private static String shown(BootstrapInterval auc) {
        return Double.isNaN(auc.lower())
                ? Shown.fixed(auc.estimate(), 3)
                : Shown.interval(auc.estimate(), auc.lower(), auc.upper(), 3);
    }

    private static String reading(double all, BootstrapInterval within) {
        if (!(within.lower() > 0.5)) {
            return "Within age bands the signature's interval is not wholly above 0.5: these cases do not show that it knows more than age.";
        }
        return within.estimate() < 0.5 + (all - 0.5) / 2
                ? "More than half of what lies above 0.5 is lost: much of the answer is age."
                : "So the signature tells the classes apart among patients of like age, too.";
    }

    private Figure forest(String key, String whose) {
        String model = models.getFirst();
        List<ForestFigure.Row> rows = new ArrayList<>();
        row(model).ifPresent(all -> {
            AucEstimate auc = all.reported();
            rows.add(new ForestFigure.Row("All", all.n(), auc.auc(), auc.lower(), auc.upper()));
        });
        for (Subgroup group : groups(model)) {
            String name = heading(group.by()) + ": " + group.group();
            rows.add(group.auc()
                    .map(auc -> new ForestFigure.Row(name, group.n(), auc.auc(), auc.lower(), auc.upper()))
                    .orElseGet(() -> ForestFigure.Row.without(name, group.n(), "too few: " + group.n() + ", " + group.positives())));
        }
        return Figure.drawing(
                key,
                ForestFigure.svg(Names.model(model) + " signature by subgroup, " + whose, "AUC", Scale.unit(), 0.5, rows),
                Prose.of("AUC of the " + Names.inSentence(model) + " signature in groups of " + whose + ", with 95 % interval. Too few: "
                        + "cases of the group, and of them " + result.cohort().classes().positive() + "; a group's AUC is given from "
                        + result.scrutiny().smallestGroup() + " cases of each class on."));
    }

    private Block table(String key, String whose) {
        List<String> columns = new ArrayList<>(List.of("Group", "n", result.cohort().classes().positive()));
        models.forEach(model -> columns.add(Names.model(model)));
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(all());
        List<Subgroup> first = groups(models.getFirst());
        for (int g = 0; g < first.size(); g++) {
            rows.add(cells(first.get(g)));
            if (first.get(g).by().equals(AGE) && (g + 1 == first.size() || !first.get(g + 1).by().equals(AGE))) {
                within(rows);
            }
        }
        return new Block.Table(
                key,
                Prose.of("AUC in groups of " + whose + ", with 95 % intervals: in a group by DeLong with patients as clusters, within age bands "
                        + "by drawing patients (" + drawn() + "), n there counting bands with both classes. Differences between groups are not tested; with "
                        + Shown.count(first.size(), "group") + " some differ by chance. All models: subgroups.csv."),
                columns, rows);
    }

    private String drawn() {
        return result.settings().evaluation().bootstrap() + " draws";
    }

    private List<Cell> all() {
        Evaluation.Row any = row(models.getFirst()).orElseThrow();
        List<Cell> cells = new ArrayList<>(List.of(Cell.words("All"), Cell.count(any.n()), Cell.count(any.positives())));
        models.forEach(model -> cells.add(Names.aucCell(row(model).orElseThrow().reported())));
        return cells;
    }

    private void within(List<List<Cell>> rows) {
        Optional<WithinGroups> any = withinAges(models.getFirst());
        if (any.isEmpty()) {
            return;
        }
        List<Cell> cells = new ArrayList<>(
                List.of(Cell.words("Within age bands"), Cell.count(any.get().n()), Cell.count(any.get().positives())));
        models.forEach(model -> cells.add(withinAges(model)
                .map(one -> Double.isNaN(one.auc().estimate())
                        ? tooFew(one.n(), one.positives())
                        : Cell.interval(one.auc().estimate(), one.auc().lower(), one.auc().upper(), 3))
                .orElse(new Cell.Missing(""))));
        rows.add(cells);
    }

    private List<Cell> cells(Subgroup group) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.words(heading(group.by()) + ": " + group.group()), Cell.count(group.n()), Cell.count(group.positives())));
        for (String model : models) {
            Subgroup own = groups(model).stream()
                    .filter(one -> one.by().equals(group.by()) && one.group().equals(group.group()))
                    .findFirst()
                    .orElseThrow();
            cells.add(own.auc().map(Names::aucCell).orElseGet(() -> tooFew(own.n(), own.positives())));
        }
        return cells;
    }

    private static Cell tooFew(int n, int positives) {
        return Cell.number("too few: " + n + ", " + positives);
    }

    private static String heading(String by) {
        return by.substring(0, 1).toUpperCase(Locale.ROOT) + by.substring(1);
    }
}
