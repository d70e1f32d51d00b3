package org.trabecula.study.fit;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trabecula.core.Progress;

/// One line for fits that run side by side. An item is a step of a network, and the rest of a fit one more; what a fit did not have to
/// do, because it or its network was kept by an earlier run, counts as found.
final class FitsProgress {
    private final Progress to;
    private final int[] left;
    private final Set<String> noted = new HashSet<>();

    /// @param called what is done, such as `cross-fitting`
    /// @param steps  of each fit's network; 0 without one
    FitsProgress(Progress to, String called, List<Integer> steps) {
        this.to = to;
        this.left = steps.stream().mapToInt(count -> count + 1).toArray();
        to.stage(called, Arrays.stream(left).sum());
    }

    /// What the network of a fit reports to.
    Progress of(int fit) {
        return new Progress() {
            @Override
            public void stage(String name, int items) {
                FitsProgress.this.found(fit, left[fit] - 1 - items);
            }

            @Override
            public void done(String item) {
                FitsProgress.this.done(fit, item);
            }

            @Override
            public void note(String message) {
                FitsProgress.this.note(message);
            }
        };
    }

    /// A fit has its result, or has none.
    synchronized void ended(int fit) {
        found(fit, left[fit] - 1);
        done(fit, "");
    }

    private synchronized void found(int fit, int items) {
        left[fit] -= items;
        to.found(items);
    }

    private synchronized void done(int fit, String item) {
        left[fit]--;
        to.done(left.length == 1 ? item : "fit " + (fit + 1) + " of " + left.length + (item.isEmpty() ? "" : ", " + item));
    }

    /// What holds for every network is said once.
    private synchronized void note(String message) {
        if (noted.add(message)) {
            to.note(message);
        }
    }
}
