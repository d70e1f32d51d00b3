package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.trabecula.cli.CommandLineRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `plan`: the numbers of pmsampsize's and pmvalsampsize's examples, as a reader and as a program get them.
class PlanVerbTest {
    private static final String DEVELOPMENT = "plan --features 24 --prevalence 0.174 --cox-snell 0.288";
    private static final String VALIDATION = "plan --validation --prevalence 0.018 --auc 0.8 --oe-width 1 --risks 0.5,0.5";

    @Test
    void wordsNameEveryCriterionAndTheEventsPerCandidate() {
        CommandLineRun run = typed(DEVELOPMENT + " --cases 300");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("623", "662", "221", "needed: 662 cases with 116 events", "4.8 events per candidate feature",
                "300 cases that there are: 2.18 events", "enough for 10 candidate features");
    }

    @Test
    void oneDocumentHoldsBoth() {
        CommandLineRun run = typed(VALIDATION + " --features 24 --cox-snell 0.01 --threshold 0.08 --json");
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode document = JsonMapper.shared().readTree(run.out());
        assertThat(document.at("/validation/criteria/observed_expected/cases").asInt()).isEqualTo(905);
        assertThat(document.at("/validation/criteria/calibration_slope/cases").asInt()).isEqualTo(1644);
        assertThat(document.at("/validation/criteria/auc/cases").asInt()).isEqualTo(4252);
        assertThat(document.at("/validation/criteria/net_benefit/cases").asInt()).isPositive();
        assertThat(document.at("/development/cases").asInt()).isPositive();
        assertThat(document.at("/development/criteria").size()).isEqualTo(3);
    }

    @Test
    void flagsThatDoNotFitAreTold() {
        assertThat(typed("plan --prevalence 0.4 --auc 0.8").err()).contains("--features");
        assertThat(typed("plan --features 3 --auc 0.8").err()).contains("--prevalence");
        assertThat(typed("plan --features 3 --prevalence 0.4").err()).contains("--auc");
        assertThat(typed(DEVELOPMENT + " --auc 0.8").exit()).isEqualTo(2);
        assertThat(typed(DEVELOPMENT + " --oe-width 1").err()).contains("--validation");
        assertThat(typed(VALIDATION + " --sensitivity 0.8").err()).contains("--threshold");
        assertThat(typed(VALIDATION + " --logits 1,2").exit()).isEqualTo(2);
        CommandLineRun tooMuch = typed("plan --features 24 --prevalence 0.174 --cox-snell 0.7");
        assertThat(tooMuch.exit()).isEqualTo(3);
        assertThat(tooMuch.err()).contains("STA-114", "0.603");
    }

    private static CommandLineRun typed(String line) {
        return CommandLineRun.typed(line, Path.of(""));
    }
}
