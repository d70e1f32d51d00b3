package org.trabecula.learn.evidence;

import java.util.Optional;

/// What a fit came to: a model that may be used, or why there is none. Where nothing carries a signal, saying so is the answer.
///
/// @param model empty when no model is usable
/// @param why   there is none, as a part of a sentence; empty when there is one
public record Attempt<T>(Optional<T> model, String why) {
    public Attempt {
        if (model.isPresent() != why.isEmpty()) {
            throw new IllegalArgumentException("there is a model, or a reason why there is none, got " + model + " and '" + why + "'");
        }
    }

    public static <T> Attempt<T> with(T model) {
        return new Attempt<>(Optional.of(model), "");
    }

    /// @param why as a part of a sentence: `every case has the same score`
    public static <T> Attempt<T> without(String why) {
        return new Attempt<>(Optional.empty(), why);
    }

    /// Whether there is a model.
    public boolean succeeded() {
        return model.isPresent();
    }
}
