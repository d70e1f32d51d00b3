package org.trabecula.extraction.cases;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.cohort.VertebraCase;

/// Cases by the scan that they lie in: what reads a CT once does so for all of them.
public final class Scans {
    private Scans() {}

    /// The cases of each scan, scans in the order of their first case. A case that names no image stands alone.
    public static List<List<VertebraCase>> of(List<VertebraCase> cases) {
        List<List<VertebraCase>> scans = new ArrayList<>();
        Map<Path, List<VertebraCase>> byImage = new HashMap<>();
        for (VertebraCase one : cases) {
            List<VertebraCase> scan = new ArrayList<>();
            List<VertebraCase> earlier = one.image().isPresent() ? byImage.putIfAbsent(one.image().get(), scan) : null;
            if (earlier == null) {
                scans.add(scan);
                scan.add(one);
            } else {
                earlier.add(one);
            }
        }
        return scans;
    }
}
