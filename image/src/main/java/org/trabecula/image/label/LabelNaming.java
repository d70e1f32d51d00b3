package org.trabecula.image.label;

import java.util.Optional;
import java.util.OptionalInt;

/// Which number stands for which region.
public interface LabelNaming {
    /// Who numbers so, such as `TotalSegmentator, version 2`.
    String title();

    /// What the number stands for; empty where the naming does not say.
    Optional<String> nameOf(int number);

    /// The number of a region; spellings of vertebrae are one ([VertebraName#normal]).
    OptionalInt numberOf(String name);
}
