package org.trabecula.study.result;

import java.util.List;
import org.trabecula.evaluation.Subgroup;
import org.trabecula.evaluation.WithinGroups;

/// What else is asked of a study's scores (protocol, step 17; D12).
///
/// @param smallestGroup cases that each class needs in a group
/// @param subgroups     areas by age band, sex, region and centre
/// @param withinAges    areas with cases compared only with controls of their own age band
public record Scrutiny(int smallestGroup, List<Subgroup> subgroups, List<WithinGroups> withinAges) {
    public Scrutiny {
        subgroups = List.copyOf(subgroups);
        withinAges = List.copyOf(withinAges);
    }
}
