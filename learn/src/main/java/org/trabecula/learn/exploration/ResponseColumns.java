package org.trabecula.learn.exploration;

import org.jspecify.annotations.Nullable;
import org.trabecula.stats.penalised.Response;

/// The columns of a table that a penalised regression explains.
///
/// @param value   number, class or time, one a case
/// @param event   1 event, 0 censored, for survival; else null
/// @param weights of the cases; null for 1 each
/// @param offset  known part of the linear predictor; null for 0
public record ResponseColumns(
        double[] value, double @Nullable [] event, double @Nullable [] weights, double @Nullable [] offset) {
    public Response response() {
        Response response = event == null ? Response.of(value) : Response.survival(value, event);
        if (weights != null) {
            response = response.weighted(weights);
        }
        return offset == null ? response : response.offset(offset);
    }
}
