package org.trabecula.outline.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementSpreadTest {
    @Test
    void theMiddleAndTheWorstAreTold() {
        Agreement best = new Agreement(0.75, 1, 0.5);
        Agreement middle = new Agreement(0.5, 4, 1);
        Agreement worst = new Agreement(0.25, 2, 2);
        assertThat(AgreementSpread.of(List.of(worst, best, middle))).isEqualTo(new AgreementSpread(3, 0.5, 0.25, 2, 4));
        assertThat(AgreementSpread.of(List.of(worst, best))).isEqualTo(new AgreementSpread(2, 0.5, 0.25, 1.5, 2));
    }
}
