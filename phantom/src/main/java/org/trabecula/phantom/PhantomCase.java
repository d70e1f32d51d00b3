package org.trabecula.phantom;

/// One fractured vertebra: a row of the manifest.
///
/// @param caseId unique in the cohort
public record PhantomCase(String caseId, Level level, FractureStage stage, Fracture fracture) {}
