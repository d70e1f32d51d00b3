package org.trabecula.extraction.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GreyPrintTest {
    private static final int VALUES = 500;

    @Test
    void orderDoesNotMatterAndHowOftenDoes() {
        int[] values = values(300);
        int[] turned = new int[VALUES];
        for (int n = 0; n < VALUES; n++) {
            turned[n] = values[VALUES - 1 - n];
        }
        int[] oneMore = values.clone();
        oneMore[0] = oneMore[1];

        String print = GreyPrint.of(values);

        assertThat(print).hasSize(16).isEqualTo(GreyPrint.of(turned)).isNotEqualTo(GreyPrint.of(oneMore));
    }

    @Test
    void sortingFindsWhatCountingFinds() {
        int[] values = values(300);
        assertThat(GreyPrint.sorted(values.clone())).isEqualTo(GreyPrint.counted(values, -300, 600));
    }

    @Test
    void valuesFarApartHaveAPrintInAnyOrder() {
        int[] far = values(300);
        far[0] = Integer.MAX_VALUE;
        far[1] = Integer.MIN_VALUE;
        int[] turned = new int[VALUES];
        for (int n = 0; n < VALUES; n++) {
            turned[n] = far[VALUES - 1 - n];
        }

        assertThat(GreyPrint.of(far.clone())).hasSize(16).isEqualTo(GreyPrint.of(turned)).isNotEqualTo(GreyPrint.of(values(300)));
    }

    @Test
    void fewValuesTellNoScansApart() {
        int[] fewest = new int[VALUES];
        for (int n = 0; n < VALUES; n++) {
            fewest[n] = n % 31;
        }
        assertThat(GreyPrint.of(fewest)).isEmpty();
        fewest[0] = 31;
        assertThat(GreyPrint.of(fewest)).isNotEmpty();
    }

    private static int[] values(int range) {
        return new Random(7).ints(VALUES, -range, range).toArray();
    }
}
