package org.trabecula.study.picture;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trabecula.extraction.picture.CaseMontage;

/// Pictures of single cases.
///
/// @param byVolume whether the typical cases were chosen by mask volume; else by their order among the training rows
/// @param typical  training cases of ordinary size, in three planes and as a surface; positive ones first
public record CasePictures(boolean byVolume, Map<String, CaseMontage> typical) {
    public CasePictures {
        typical = Collections.unmodifiableMap(new LinkedHashMap<>(typical)); // in their order
    }
}
