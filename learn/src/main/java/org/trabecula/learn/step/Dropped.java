package org.trabecula.learn.step;

/// A feature that a step left out, and why.
public record Dropped(String feature, String because) {}
