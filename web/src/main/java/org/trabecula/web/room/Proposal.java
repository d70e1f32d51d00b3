package org.trabecula.web.room;

import org.trabecula.image.Mask;
import org.trabecula.outline.stroke.EditKind;

/// What a helper would make of the outline. It becomes a part of it when a person accepts it, and never by itself.
///
/// @param kind of the step that accepting it is
/// @param mask the whole outline as it would be
public record Proposal(EditKind kind, Mask mask) {}
