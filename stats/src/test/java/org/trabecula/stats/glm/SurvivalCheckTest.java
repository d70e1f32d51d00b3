package org.trabecula.stats.glm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.penalised.ElasticNet;
import org.trabecula.stats.penalised.Response;

/// The same times are refused by the plain and by the penalised Cox model, in the same words.
class SurvivalCheckTest {
    private static final double[] TIME = {3, 1, 4, 1.5, 9, 2.6};
    private static final double[] EVENT = {1, 0, 1, 1, 0, 1};
    private static final Matrix X = Matrix.ofColumns(new double[] {2, 7, 1, 8, 2, 8});

    @ParameterizedTest(name = "time {0}, event {1}")
    @CsvSource({
        "-1, 1, a time of -1.0",
        "-0.001, 0, a time of -0.001",
        "0, 1, a time of 0.0",
        "NaN, 1, a time of NaN",
        "Infinity, 0, a time of Infinity",
        "5, 2, an event of 2.0",
        "5, -1, an event of -1.0",
        "5, 0.5, an event of 0.5",
        "5, NaN, an event of NaN",
    })
    void refusesWhatIsNoTimeOrNoEvent(double time, double event, String found) {
        double[] times = TIME.clone();
        double[] events = EVENT.clone();
        times[3] = time;
        events[3] = event;
        Problem plain = refused(() -> CoxRegression.fit(X, times, events, Ties.EFRON));
        assertThat(plain.code().code()).isEqualTo("FIT-009");
        assertThat(plain.where()).isEqualTo("row 4 of 6 (counted from 1)");
        assertThat(plain.found()).isEqualTo(found);
        Problem penalised =
                refused(() -> ElasticNet.cox(Ties.EFRON).fit(X, Response.survival(times, events)));
        if (Double.isFinite(time)) { // the elastic net asks first that every family's outcome is finite
            assertThat(penalised).isEqualTo(plain);
        } else {
            assertThat(penalised.code().code()).isEqualTo("FIT-002");
        }
    }

    @Test
    void refusesACohortWithoutAnEvent() {
        double[] none = new double[TIME.length];
        assertThat(refused(() -> CoxRegression.fit(X, TIME, none, Ties.EFRON)).found()).isEqualTo("no event");
        double[] onlyEventsWeighNothing = Arrays.stream(EVENT).map(event -> 1 - event).toArray();
        assertThat(refused(() -> SurvivalCheck.require(TIME, EVENT, onlyEventsWeighNothing)).found()).isEqualTo("no event");
    }

    @Test
    void acceptsTheSmallestTimeAboveZero() {
        double[] times = TIME.clone();
        times[0] = Double.MIN_VALUE;
        assertThatCode(() -> SurvivalCheck.require(times, EVENT, EVENT)).doesNotThrowAnyException();
    }

    private static Problem refused(ThrowingCallable call) {
        return catchThrowableOfType(InputException.class, call).problems().getFirst();
    }
}
