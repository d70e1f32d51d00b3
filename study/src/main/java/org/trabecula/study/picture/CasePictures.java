package org.trabecula.study.picture;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.trabecula.deep.gradcam.HeatMap;
import org.trabecula.extraction.picture.CaseMontage;

/// Pictures of single cases.
///
/// @param byVolume whether the typical cases were chosen by mask volume; else by their order among the training rows
/// @param typical  training cases of ordinary size; positive ones first
/// @param montages of every case that is shown, in three planes and as a surface
/// @param heat     where the network looked on them; empty without one
public record CasePictures(boolean byVolume, List<String> typical, Map<String, CaseMontage> montages, Optional<Heat> heat) {
    /// Grad-CAM maps.
    ///
    /// @param layer explained by the activations after layer1 … layer4
    /// @param cells a side, of which a map is made
    /// @param maps  by case
    public record Heat(int layer, int cells, Map<String, HeatMap> maps) {
        public Heat {
            maps = Map.copyOf(maps);
        }

        /// @throws NoSuchElementException if the case has none
        public HeatMap of(String caseId) {
            return found(maps, caseId);
        }
    }

    public CasePictures {
        typical = List.copyOf(typical);
        montages = Collections.unmodifiableMap(new LinkedHashMap<>(montages)); // in their order
    }

    /// @throws NoSuchElementException if the case is not shown
    public CaseMontage montage(String caseId) {
        return found(montages, caseId);
    }

    private static <T> T found(Map<String, T> pictures, String caseId) {
        T picture = pictures.get(caseId);
        if (picture == null) {
            throw new NoSuchElementException("no picture of case " + caseId);
        }
        return picture;
    }
}
