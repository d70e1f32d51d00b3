package org.trabecula.cohort;

/// By what name a case goes, and where it was named.
///
/// @param caseId    unique in a cohort
/// @param patientId groups the vertebrae of a patient
/// @param line      where the row stands in the manifest, counted from 1
public record CaseIdentity(String caseId, String patientId, int line) {}
