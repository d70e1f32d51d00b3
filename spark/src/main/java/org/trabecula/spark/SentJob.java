package org.trabecula.spark;

import java.io.Serializable;
import java.util.List;
import org.trabecula.extraction.region.RegionChoice;
import org.trabecula.extraction.region.SchemeChoice;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.settings.Settings;

/// What all tasks of a job share, broadcast once.
final class SentJob implements Serializable {
    private static final long serialVersionUID = 1;

    final String manifest;
    final String manifestHash;
    final int cases;
    private final String settings;
    private final String[] labels;

    /// @param manifest     where it lies
    /// @param manifestHash SHA-256 of its bytes
    /// @param cases        that it asks for
    /// @param settings     as [org.trabecula.radiomics.settings.SettingsText] writes them
    /// @param labels       for cases that name none
    SentJob(String manifest, String manifestHash, int cases, String settings, List<String> labels) {
        this.manifest = manifest;
        this.manifestHash = manifestHash;
        this.cases = cases;
        this.settings = settings;
        this.labels = labels.toArray(String[]::new);
    }

    Settings settings() {
        return ParameterFile.parse("settings of the job", settings);
    }

    /// As `extract` chooses regions.
    RegionChoice regions(Settings read) {
        return new RegionChoice(
                List.of(labels), false,
                read.label().stream().mapToObj(Integer::toString).findFirst(), SchemeChoice.AUTO);
    }
}
