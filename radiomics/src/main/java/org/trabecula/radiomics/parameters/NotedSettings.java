package org.trabecula.radiomics.parameters;

import java.util.List;
import org.trabecula.radiomics.settings.KernelSettings;
import org.trabecula.radiomics.settings.Settings;

/// Settings as a file gives them, and what had to be assumed.
///
/// @param kernel how feature maps are made, if they are
/// @param notes a sentence for each part that the file leaves empty; to be told once
public record NotedSettings(Settings settings, KernelSettings kernel, List<String> notes) {
    public NotedSettings {
        notes = List.copyOf(notes);
    }
}
