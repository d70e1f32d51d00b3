package org.trabecula.web.api;

import java.util.List;
import java.util.Optional;
import org.trabecula.web.predict.ModelView;

/// What the room was opened with.
///
/// @param version  of the program
/// @param model    empty without one
/// @param hasStudy whether there is a finished study
/// @param worklist rows of the manifest; 0 without one
/// @param hasPacs  whether there is a PACS beside the room
/// @param windows  presets of grey values
record RoomView(String version, Optional<ModelView> model, boolean hasStudy, int worklist, boolean hasPacs, List<WindowView> windows) {
    /// @param lowHu  black from here down
    /// @param highHu white from here up
    record WindowView(String name, double lowHu, double highHu) {}

    /// Level 500, width 1500, as bone is read; level 40, width 400, as soft tissue is.
    static final List<WindowView> WINDOWS = List.of(new WindowView("bone", -250, 1250), new WindowView("soft tissue", -160, 240));
}
