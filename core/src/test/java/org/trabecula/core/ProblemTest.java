package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A refusal is five lines, whatever the file held that it quotes.
class ProblemTest {
    private static final ProblemCode CODE = new ProblemCode() {
        @Override
        public String code() {
            return "TST-001";
        }

        @Override
        public String what() {
            return "a test fails";
        }
    };

    @Test
    void fiveLines() {
        assertThat(new Problem(CODE, "here", "this", "that", "do so").text()).isEqualTo("""
                error TST-001  a test fails
                  where     here
                  found     this
                  expected  that
                  fix       do so""");
    }

    @Test
    void contentCannotForgeALineOrSteerATerminal() {
        Problem forged = new Problem(CODE, "a\nb", "\u001b[2J'\u202e'", "x\ry", "z\u0007");
        assertThat(forged.text().lines()).hasSize(5);
        assertThat(forged.found()).isEqualTo("\\u001b[2J'\\u202e'");
        assertThat(forged.where()).isEqualTo("a\\u000ab");
        assertThat(forged.expected()).isEqualTo("x\\u000dy");
        assertThat(forged.fix()).isEqualTo("z\\u0007");
    }

    @Test
    void aPlaceIsPutInFront() {
        Problem problem = new Problem(CODE, "line 3", "this", "that", "do so").at("cases.csv");
        assertThat(problem.where()).isEqualTo("cases.csv: line 3");
        assertThat(new InputException(problem).at("folder").problems().getFirst().where()).isEqualTo("folder: cases.csv: line 3");
    }

    @Test
    void aRefusalNeedsAProblem() {
        assertThatThrownBy(() -> new InputException(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
