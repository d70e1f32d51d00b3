package org.trabecula.study.bundle;

import java.util.Optional;
import org.trabecula.core.Printable;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.study.settings.StudySettings;

/// Of a study's settings what a new case needs. How the rest was fitted is in `study.yaml`; a bundle that held it could not be read any
/// more by a program with one setting more.
///
/// @param features          a preset of the radiomics engine
/// @param crop              what the network sees
/// @param seed              of the intervals of a validation
/// @param notForNewPatients why results do not hold for new patients; empty where they may
public record AppliedSettings(String features, StudySettings.Crop crop, long seed, Optional<String> notForNewPatients) {
    private static final int LONGEST_REASON = 500;

    public AppliedSettings {
        if (!Preset.keys().contains(features)) {
            throw new IllegalArgumentException("features must be one of " + Preset.keys() + ", got '" + Printable.line(features) + "'");
        }
        notForNewPatients.filter(why -> why.isBlank() || why.length() > LONGEST_REASON || !Printable.line(why).equals(why))
                .ifPresent(why -> {
                    throw new IllegalArgumentException("a reason must be a line of printable text, got '" + Printable.line(why) + "'");
                });
    }

    static AppliedSettings of(StudySettings settings) {
        return new AppliedSettings(settings.features(), settings.crop(), settings.seed(), settings.notForNewPatients());
    }
}
