package org.trabecula.study.bundle;

import tools.jackson.databind.node.ObjectNode;

/// Brings models of earlier schema versions to what is written now: each version adds what its models cannot have.
final class OlderModels {
    private OlderModels() {}

    /// Version 5 knew no fusion of scores; versions up to 6 kept two quantiles of each feature alone.
    static void complete(ObjectNode model) {
        if (model.get("seen") instanceof ObjectNode seen && !seen.has("quantiles")) {
            seen.putNull("quantiles");
        }
        if (model.get("clinical") instanceof ObjectNode clinical && !clinical.has("lateFusion")) {
            clinical.putNull("lateFusion");
        }
    }
}
