package org.trabecula.web.predict;

import java.util.List;

/// The model of the room.
///
/// @param name       of its file
/// @param models     that can answer
/// @param takesAge   whether any of them uses age
/// @param takesSex   whether any of them uses sex
/// @param hasNetwork whether one looks at the image itself
/// @param synthetic  whether it was trained on made-up patients
/// @param cases      that trained it
public record ModelView(
        String name, String positive, String negative, List<String> models, boolean takesAge, boolean takesSex, boolean hasNetwork,
        boolean synthetic, int cases) {}
