package org.trabecula.study.result;

import java.util.List;
import org.trabecula.evaluation.AddedValue;
import org.trabecula.evaluation.Optimism;
import org.trabecula.evaluation.Subgroup;
import org.trabecula.evaluation.WithinGroups;

/// What else is asked of a study's scores (protocol, step 17; D12).
///
/// @param smallestGroup cases that each class needs in a group
/// @param subgroups     areas by age band, sex, region and centre
/// @param withinAges    areas with cases compared only with controls of their own age band
/// @param addedValue    of signatures over age and sex; empty without cross-fitting, age and sex
/// @param optimism      of the usable clinical models
public record Scrutiny(
        int smallestGroup,
        List<Subgroup> subgroups,
        List<WithinGroups> withinAges,
        List<AddedValue> addedValue,
        List<Optimism> optimism) {
    public Scrutiny {
        subgroups = List.copyOf(subgroups);
        withinAges = List.copyOf(withinAges);
        addedValue = List.copyOf(addedValue);
        optimism = List.copyOf(optimism);
    }
}
