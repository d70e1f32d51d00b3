package org.trabecula.web.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Two readers' labels side by side.
///
/// @param first  by case, of those that reader A has called
/// @param second the same of reader B
record Labels(Map<String, ReadingCall> first, Map<String, ReadingCall> second) {
    static Labels of(ReadingRecord a, ReadingRecord b) {
        return new Labels(calls(a), calls(b));
    }

    static Map<String, ReadingCall> calls(ReadingRecord record) {
        Map<String, ReadingCall> calls = new LinkedHashMap<>();
        record.items().forEach(item -> item.call().ifPresent(taken -> calls.put(item.caseId(), taken.call())));
        return calls;
    }

    /// The class on which both agree; empty where they do not, or where one has not read yet.
    Optional<ReadingCall> agreed(String caseId) {
        ReadingCall a = first.get(caseId);
        return a != null && a != ReadingCall.CANNOT_TELL && a == second.get(caseId) ? Optional.of(a) : Optional.empty();
    }

    /// Cases that both have read and did not give one and the same class.
    Set<String> differing() {
        Set<String> differing = new TreeSet<>(first.keySet());
        differing.retainAll(second.keySet());
        differing.removeIf(caseId -> agreed(caseId).isPresent());
        return differing;
    }
}
