package org.trabecula.deep.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RocAreaTest {
    @Test
    void countsPairsInOrder() {
        assertThat(RocArea.of(new double[] {1, 2, 3, 4}, new int[] {0, 0, 1, 1})).isEqualTo(1);
        assertThat(RocArea.of(new double[] {4, 3, 2, 1}, new int[] {0, 0, 1, 1})).isEqualTo(0);
        assertThat(RocArea.of(new double[] {1, 3, 2, 4}, new int[] {0, 0, 1, 1})).isEqualTo(0.75);
    }

    @Test
    void aTieCountsHalf() {
        assertThat(RocArea.of(new double[] {5, 5, 5}, new int[] {0, 1, 1})).isEqualTo(0.5);
        assertThat(RocArea.of(new double[] {1, 2, 2}, new int[] {0, 0, 1})).isEqualTo(0.75);
    }

    @Test
    void oneClassHasNoArea() {
        assertThat(RocArea.of(new double[] {1, 2}, new int[] {1, 1})).isNaN();
        assertThat(RocArea.of(new double[0], new int[0])).isNaN();
    }
}
