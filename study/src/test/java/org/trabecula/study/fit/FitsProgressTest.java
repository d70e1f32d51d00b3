package org.trabecula.study.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.core.Progress;

/// Several fits tell of themselves on one line that ends with the last of them, whatever they did not have to do.
class FitsProgressTest {
    /// What a person would see: how much of how much, and how much of it was found.
    private static final class Seen implements Progress {
        private int items;
        private int done;
        private int found;
        private final List<String> said = new ArrayList<>();

        @Override
        public void stage(String name, int count) {
            items = count;
            said.add(name);
        }

        @Override
        public void done(String item) {
            done++;
            said.add(item);
        }

        @Override
        public void found(int count) {
            found += count;
        }

        @Override
        public void note(String message) {
            said.add("note: " + message);
        }
    }

    private final Seen seen = new Seen();

    @Test
    void stepsOfAllNetworksAreCountedTogether() {
        FitsProgress fits = new FitsProgress(seen, "fitting", List.of(2, 1));
        assertThat(seen.items).isEqualTo(5);
        fits.of(0).stage("fine-tuning", 2);
        fits.of(1).stage("fine-tuning", 1);
        fits.of(1).done("epoch 1 of 1");
        fits.of(0).done("epoch 1 of 2");
        fits.ended(1);
        fits.of(0).done("epoch 2 of 2");
        assertThat(seen.done + seen.found).isEqualTo(4);
        fits.ended(0);
        assertThat(seen.done).isEqualTo(5);
        assertThat(seen.found).isZero();
        assertThat(seen.said).contains("fit 2 of 2, epoch 1 of 1", "fit 1 of 2, epoch 2 of 2", "fit 2 of 2");
    }

    @Test
    void whatAnEarlierRunKeptIsFound() {
        FitsProgress fits = new FitsProgress(seen, "fitting", List.of(10, 10));
        fits.of(0).stage("fine-tuning", 4); // goes on after its checkpoint
        assertThat(seen.found).isEqualTo(6);
        fits.ended(1); // kept whole
        assertThat(seen.found).isEqualTo(16);
        for (int step = 0; step < 4; step++) {
            fits.of(0).done("");
        }
        fits.ended(0);
        assertThat(seen.done + seen.found).isEqualTo(seen.items).isEqualTo(22);
    }

    @Test
    void whatHoldsForEveryNetworkIsSaidOnce() {
        FitsProgress fits = new FitsProgress(seen, "fitting", List.of(1, 1));
        fits.of(0).note("no pretrained weights");
        fits.of(1).note("no pretrained weights");
        assertThat(seen.said.stream().filter(line -> line.startsWith("note"))).containsExactly("note: no pretrained weights");
    }

    @Test
    void oneFitNeedsNoNumber() {
        FitsProgress fits = new FitsProgress(seen, "fitting to all training cases", List.of(1));
        fits.of(0).stage("fine-tuning", 1);
        fits.of(0).done("epoch 1 of 1");
        fits.ended(0);
        assertThat(seen.said).containsExactly("fitting to all training cases", "epoch 1 of 1", "");
    }
}
