package org.trabecula.outline.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BucketQueueTest {
    /// Costs come out as from the JDK's queue, while new ones within the span are added in between.
    @Test
    void givesTheCheapestFirst() {
        SplittableRandom random = new SplittableRandom(9);
        BucketQueue queue = new BucketQueue(50);
        PriorityQueue<Integer> expected = new PriorityQueue<>();
        queue.add(0, 0);
        expected.add(0);
        int added = 1;
        while (!queue.isEmpty()) {
            queue.take();
            int cost = expected.remove();
            assertThat(queue.cost()).isEqualTo(cost);
            for (int n = random.nextInt(4); n > 0 && added < 5000; n--, added++) {
                int next = cost + random.nextInt(51);
                queue.add(added, next);
                expected.add(next);
            }
        }
        assertThat(expected).isEmpty();
        assertThat(added).isGreaterThan(1000);
    }

    @Test
    void theLastOfOneCostGoesFirst() {
        BucketQueue queue = new BucketQueue(3);
        queue.add(7, 2);
        queue.add(8, 2);
        queue.add(9, 1);
        assertThat(new int[] {queue.take(), queue.take(), queue.take()}).containsExactly(9, 8, 7);
        assertThat(queue.isEmpty()).isTrue();
    }
}
