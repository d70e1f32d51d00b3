package org.trabecula.extraction.feature;

/// By what rows are made of images: equal recipes make equal rows of equal cases, on every machine.
///
/// @param settings as [org.trabecula.radiomics.settings.SettingsText] writes them
/// @param regions  which labels are meant where a case names none
/// @param code     the program ([org.trabecula.core.Version#ofCode])
public record Recipe(String settings, String regions, String code) {}
