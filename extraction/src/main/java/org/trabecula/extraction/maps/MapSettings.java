package org.trabecula.extraction.maps;

import org.trabecula.radiomics.settings.KernelSettings;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.radiomics.settings.SettingsText;

/// How maps are made and written.
///
/// @param settings of the features
/// @param kernel   the neighbourhood of a voxel
/// @param format   of the files
/// @param pictures whether a picture of each map is drawn
/// @param force    whether maps of something else and foreign files may be replaced
/// @param jobs     threads; no number depends on it
public record MapSettings(Settings settings, KernelSettings kernel, MapFormat format, boolean pictures, boolean force, int jobs) {
    /// What decides the content of the files, in words.
    String text() {
        return SettingsText.of(settings) + " " + kernel.text() + " " + format;
    }
}
