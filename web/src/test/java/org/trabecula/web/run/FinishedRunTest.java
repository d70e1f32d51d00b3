package org.trabecula.web.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.ClassNames;

/// A run folder written by hand: what is said of each score can be read off its numbers.
class FinishedRunTest {
    private static final String SPLIT = """
            case_id,patient_id,outcome,part
            A,P1,1,train
            B,P2,0,train
            C,P3,1,train
            D/L1,P4,0,train
            E,P5,1,test
            F,P6,0,test
            G,P7,1,test
            H,P8,0,test
            """;
    private static final String SCORES = """
            case_id,part,model,score,kind
            A,train,m,0.95,crossfit
            B,train,m,0.25,crossfit
            C,train,m,0.55,crossfit
            D/L1,train,m,0.8,crossfit
            A,train,m,0.99,in-sample
            B,train,m,0.01,in-sample
            C,train,m,0.98,in-sample
            D/L1,train,m,0.97,in-sample
            E,test,m,0.1,test
            F,test,m,0.45,test
            G,test,m,0.75,test
            H,test,m,0.5,test
            """;
    /// Two folds with cut-offs, one without a model.
    private static final String EVALUATION = """
            {"models": [
              {"model": "m", "part": "train", "kind": "crossfit", "cutoffs": {"youden": {"threshold": null, "thresholds_by_fold": [0.6, "NaN", 0.5]}}},
              {"model": "m", "part": "train", "kind": "in-sample", "cutoffs": {"youden": {"threshold": 0.5}}},
              {"model": "m", "part": "test", "kind": "test", "cutoffs": {"youden": {"threshold": 0.5}}}]}
            """;

    @TempDir
    Path folder;

    private Path run;

    @BeforeEach
    void write() throws IOException {
        run = Files.createDirectory(folder.resolve("run"));
        Files.writeString(run.resolve("run.json"), """
                {"synthetic": true, "not_for_new_patients": "leaky", "notes": ["one"], "settings": {"preset": "as-published"}}
                """);
        Files.writeString(run.resolve("split.csv"), SPLIT);
        Files.writeString(run.resolve("scores.csv"), SCORES);
        Files.writeString(run.resolve("evaluation.json"), EVALUATION);
    }

    private FinishedRun open(Optional<Path> cases) throws IOException {
        return FinishedRun.open(new StudyFolder(run, cases), ClassNames.FRACTURE_AGE);
    }

    private static CaseScore score(FinishedRun run, int n, String kind) {
        return run.cases().get(n).scores().stream().filter(score -> score.kind().equals(kind)).findFirst().orElseThrow();
    }

    @Test
    void whatTheRunIsIsTold() throws IOException {
        RunView view = open(Optional.empty()).view();
        assertThat(view.title()).isEqualTo("run");
        assertThat(view.preset()).isEqualTo("as-published");
        assertThat(view.train()).isEqualTo(4);
        assertThat(view.test()).isEqualTo(4);
        assertThat(view.synthetic()).isTrue();
        assertThat(view.warning()).contains("leaky");
        assertThat(view.report()).isEmpty();
        assertThat(view.notes()).first().isEqualTo("one");
        assertThat(view.models()).extracting(ScoredModel::kind).containsExactly("crossfit", "in-sample", "test");
        assertThat(view.models().getFirst().cutoffFrom()).hasValue(0.5);
        assertThat(view.models().getFirst().cutoffTo()).hasValue(0.6);
        assertThat(view.models().get(1).cutoffFrom()).as("in-sample scores are not called").isEmpty();
    }

    /// The final model's cut-off is 0.5, and a score at the cut-off is positive. Distances 0.4, 0.05, 0.25, 0: three quarters are smaller than E's.
    @Test
    void testCasesAreCalledAtTheCutoff() throws IOException {
        FinishedRun read = open(Optional.empty());
        assertThat(List.of(4, 5, 6, 7)).extracting(n -> score(read, n, "test").called().orElseThrow())
                .containsExactly("chronic", "chronic", "acute", "acute");
        assertThat(List.of(4, 5, 6, 7)).extracting(n -> score(read, n, "test").right().orElseThrow()).containsExactly(false, true, true, false);
        assertThat(List.of(4, 5, 6, 7)).extracting(n -> score(read, n, "test").confident()).containsExactly(true, false, false, false);
        assertThat(score(read, 4, "test").distance()).hasValue(0.4);
    }

    /// Cut-offs 0.5 and 0.6: nobody can say what the fold of C called it. Distances 0.35, 0.25, 0, 0.2.
    @Test
    void crossFittedScoresAreCalledWhereAllFoldsAgree() throws IOException {
        FinishedRun read = open(Optional.empty());
        assertThat(score(read, 0, "crossfit").right()).contains(true);
        assertThat(score(read, 1, "crossfit").right()).contains(true);
        assertThat(score(read, 2, "crossfit").called()).isEmpty();
        assertThat(score(read, 2, "crossfit").right()).isEmpty();
        assertThat(score(read, 2, "crossfit").distance()).hasValue(0);
        assertThat(score(read, 3, "crossfit").right()).contains(false);
        assertThat(List.of(0, 1, 2, 3)).extracting(n -> score(read, n, "crossfit").confident()).containsExactly(true, false, false, false);
    }

    @Test
    void inSampleScoresJudgeNothing() throws IOException {
        FinishedRun read = open(Optional.empty());
        for (int n = 0; n < 4; n++) {
            CaseScore fitted = score(read, n, "in-sample");
            assertThat(fitted.called()).isEmpty();
            assertThat(fitted.right()).isEmpty();
            assertThat(fitted.distance()).isEmpty();
            assertThat(fitted.confident()).isFalse();
        }
    }

    /// Youden's cut-off of a useless model may lie beyond all scores: everything is called negative, and nothing is near or far.
    @Test
    void anInfiniteCutoffHasNoDistance() throws IOException {
        Files.writeString(run.resolve("evaluation.json"), EVALUATION.replace("\"test\", \"cutoffs\": {\"youden\": {\"threshold\": 0.5}}",
                "\"test\", \"cutoffs\": {\"youden\": {\"threshold\": \"Infinity\"}}"));
        FinishedRun read = open(Optional.empty());
        assertThat(score(read, 6, "test").called()).contains("chronic");
        assertThat(score(read, 6, "test").distance()).isEmpty();
        assertThat(score(read, 6, "test").confident()).isFalse();
        assertThat(read.view().models().get(2).cutoffFrom()).isEmpty();
    }

    @Test
    void levelAgeAndSexComeFromTheTableOfCases() throws IOException {
        Path cases = Files.writeString(folder.resolve("cases.csv"), "Case ID,age,sex,level,image\nE,71,F,L1,e.nii\nA,,M,,a.nii\n");
        FinishedRun read = open(Optional.of(cases));
        assertThat(read.cases().get(4)).returns(Optional.of("L1"), RunCase::level).returns(Optional.of("71"), RunCase::age).returns(Optional.of("F"), RunCase::sex);
        assertThat(read.cases().getFirst()).returns(Optional.empty(), RunCase::level).returns(Optional.empty(), RunCase::age);
        assertThat(read.cases().get(1).sex()).isEmpty();
        assertThat(read.view().notes()).containsExactly("one");
        assertThat(open(Optional.empty()).view().notes()).hasSize(2).last().asString().contains("table of cases");
    }

    /// `D/L1` is no file's name: the study wrote it with the beginning of its SHA-256, by `printf D/L1 | sha256sum`.
    @Test
    void cropsAreThoseOfTheListing() throws IOException {
        Path crops = Files.createDirectory(run.resolve("crops"));
        Path crop = Files.writeString(crops.resolve("D_L1-4fb6ff.png"), "d");
        FinishedRun read = open(Optional.empty());
        assertThat(read.cases()).extracting(RunCase::hasCrop).containsExactly(false, false, false, true, false, false, false, false);
        assertThat(read.crop(3)).isEqualTo(crop);
        for (int n : List.of(-1, 0, 8)) {
            assertThatThrownBy(() -> read.crop(n)).hasMessageContaining("WEB-004");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(run.resolve("report.html"), secret);
        Files.createSymbolicLink(Files.createDirectory(run.resolve("crops")).resolve("A.png"), secret);
        FinishedRun read = open(Optional.empty());
        assertThat(read.cases().getFirst().hasCrop()).isFalse();
        assertThat(read.view().report()).isEmpty();
        assertThatThrownBy(read::report).hasMessageContaining("WEB-004");
        Files.delete(run.resolve("crops/A.png"));
        Files.delete(run.resolve("crops"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("A.png"), "secret");
        Files.createSymbolicLink(run.resolve("crops"), elsewhere);
        assertThat(open(Optional.empty()).cases().getFirst().hasCrop()).isFalse();
    }

    @Test
    void whatIsNoRunIsRefused() throws IOException {
        Files.writeString(run.resolve("scores.csv"), SCORES.replace("crossfit", "guessed"));
        assertThatThrownBy(() -> open(Optional.empty())).hasMessageContaining("STU-015").hasMessageContaining("guessed");
        Files.writeString(run.resolve("scores.csv"), SCORES.replace("0.95", "high"));
        assertThatThrownBy(() -> open(Optional.empty())).hasMessageContaining("STU-015").hasMessageContaining("high");
        Files.writeString(run.resolve("scores.csv"), SCORES);
        Files.writeString(run.resolve("evaluation.json"), "{");
        assertThatThrownBy(() -> open(Optional.empty())).hasMessageContaining("STU-015");
        Files.delete(run.resolve("split.csv"));
        assertThatThrownBy(() -> open(Optional.empty())).hasMessageContaining("STU-007").hasMessageContaining("split.csv");
    }
}
