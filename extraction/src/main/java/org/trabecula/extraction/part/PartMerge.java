package org.trabecula.extraction.part;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.extraction.cases.Shard;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.feature.CaseRow;
import org.trabecula.extraction.feature.ExtractedRows;
import org.trabecula.extraction.feature.RowStack;

/// Puts parts together: rows and failures in the order of the manifest, as one process would have had them. Nothing is merged
/// unless all parts come from one extraction and every case is in exactly one of them; the order of the files counts for nothing.
public final class PartMerge {
    private static final int HASH_DIGITS = 12;
    private static final int MOST_LISTED = 8;

    private final List<Path> files;
    private final List<ExtractedPart> parts;
    private final List<Problem> problems = new ArrayList<>();

    private PartMerge(List<Path> files, List<ExtractedPart> parts) {
        this.files = files;
        this.parts = parts;
    }

    /// @param files at least one
    /// @throws InputException with all that is wrong: TAB-001 and PRT-001 to PRT-004
    public static ExtractedRows of(List<Path> files) throws IOException {
        RowStack stack = new RowStack();
        List<ExtractedPart> parts = new ArrayList<>();
        List<Problem> unreadable = new ArrayList<>();
        for (Path file : files) {
            try {
                parts.add(PartFile.read(file, stack));
            } catch (InputException e) {
                unreadable.addAll(e.problems());
            }
        }
        if (!unreadable.isEmpty()) {
            throw new InputException(unreadable);
        }
        return new PartMerge(files, parts).merged();
    }

    private ExtractedRows merged() {
        requireOneOrigin();
        requireEveryCaseOnce();
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        List<CaseRow> rows = parts.stream()
                .flatMap(part -> part.rows().stream())
                .sorted(Comparator.comparingInt(PlacedRow::line)) // stable: rows of one case keep their order
                .map(PlacedRow::row)
                .toList();
        List<CaseFailure> failures = parts.stream()
                .flatMap(part -> part.failures().stream())
                .sorted(Comparator.comparing((PlacedFailure one) -> !one.withoutFiles()).thenComparingInt(PlacedFailure::line))
                .map(PlacedFailure::failure)
                .toList();
        return new ExtractedRows(rows, failures);
    }

    private void requireOneOrigin() {
        PartOrigin first = parts.getFirst().origin();
        for (int at = 1; at < parts.size(); at++) {
            PartOrigin other = parts.get(at).origin();
            Optional<String> found = difference(first, other);
            if (found.isPresent()) {
                problems.add(new Problem(
                        PartProblem.OTHER_EXTRACTION, files.get(at) + " beside " + files.getFirst(), found.get(),
                        "parts of one manifest by the same settings and the same program",
                        "run extract --shard of the odd part again as for the others, or merge it with its own"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems); // lines of different manifests cannot be compared
        }
    }

    private static Optional<String> difference(PartOrigin a, PartOrigin b) {
        if (!a.manifest().equals(b.manifest())) {
            return Optional.of("manifests of SHA-256 " + b.manifest().substring(0, HASH_DIGITS) + "… and "
                    + a.manifest().substring(0, HASH_DIGITS) + "…");
        }
        if (!a.recipe().code().equals(b.recipe().code())) {
            return Optional.of("programs " + b.recipe().code() + " and " + a.recipe().code());
        }
        if (!a.recipe().settings().equals(b.recipe().settings())) {
            return Optional.of("settings that part at " + parting(b.recipe().settings(), a.recipe().settings()));
        }
        if (!a.recipe().regions().equals(b.recipe().regions())) {
            return Optional.of(b.recipe().regions() + ", and " + a.recipe().regions());
        }
        return a.equals(b) ? Optional.empty() : Optional.of(b.cases() + " cases, and " + a.cases());
    }

    /// Where two texts begin to differ, with some of what follows.
    private static String parting(String a, String b) {
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        int from = Math.max(0, same - 30);
        return "'" + a.substring(from, Math.min(a.length(), same + 20)) + "' and '" + b.substring(from, Math.min(b.length(), same + 20)) + "'";
    }

    private void requireEveryCaseOnce() {
        Map<Integer, Integer> owner = new HashMap<>();
        for (int at = 0; at < parts.size(); at++) {
            Map<Integer, Integer> shared = new HashMap<>();
            for (int line : parts.get(at).lines()) {
                Integer earlier = owner.putIfAbsent(line, at);
                if (earlier != null) {
                    shared.merge(earlier, 1, Integer::sum);
                }
            }
            for (Map.Entry<Integer, Integer> one : shared.entrySet()) {
                problems.add(new Problem(
                        PartProblem.TWICE, files.get(at) + " and " + files.get(one.getKey()),
                        one.getValue() + " of the same cases (parts " + parts.get(at).share() + " and " + parts.get(one.getKey()).share() + ")",
                        "every case in one part", "leave one of the two out"));
            }
        }
        int asked = parts.getFirst().origin().cases();
        if (owner.size() < asked) {
            problems.add(new Problem(
                    PartProblem.MISSING, files.size() + (files.size() == 1 ? " part" : " parts"),
                    owner.size() + " of the " + asked + " cases that the manifest asks for" + missingShards(),
                    "every case in one part", "name all parts; make those that are not there with extract --shard"));
        }
    }

    /// Which shards are not there, where all parts are shards of one number.
    private String missingShards() {
        List<Shard> shards = parts.stream().map(part -> Shard.read(part.share())).flatMap(Optional::stream).toList();
        Set<Integer> of = shards.stream().map(Shard::of).collect(Collectors.toSet());
        if (shards.size() < parts.size() || of.size() != 1) {
            return "";
        }
        int count = of.iterator().next();
        Set<Integer> there = shards.stream().map(Shard::number).collect(Collectors.toCollection(TreeSet::new));
        List<String> missing = IntStream.rangeClosed(1, count)
                .filter(number -> !there.contains(number))
                .mapToObj(number -> number + "/" + count)
                .toList();
        if (missing.isEmpty()) {
            return "";
        }
        String listed = String.join(", ", missing.subList(0, Math.min(MOST_LISTED, missing.size())));
        return "; not there: " + listed + (missing.size() > MOST_LISTED ? " and " + (missing.size() - MOST_LISTED) + " more" : "");
    }
}
