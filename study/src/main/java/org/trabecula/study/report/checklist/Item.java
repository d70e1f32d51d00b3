package org.trabecula.study.report.checklist;

/// An item of a check-list, in our own words.
///
/// @param number   in the instrument, such as `12a`
/// @param topic    under which the instrument has it
/// @param asks     what it wants to know
/// @param evidence what of a run answers it
/// @param weight   in the instrument's score; 0 where it has none
public record Item(String number, String topic, String asks, ItemSubject evidence, double weight) {}
