package org.trabecula.extraction.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trabecula.core.Problem;
import org.trabecula.core.ProblemCode;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.feature.CaseRow;
import org.trabecula.extraction.feature.RowNames;
import org.trabecula.extraction.feature.RowStack;
import org.trabecula.table.FeatureTable;

/// What a part's file says beside its table, as JSON.
///
/// @param version  of this form
/// @param origin   of what it is a part
/// @param share    which part
/// @param kinds    columns that a row may have, as places in the table: rows may lack some, and the order counts
/// @param lines    of each row's case in the manifest
/// @param kindOf   each row's entry in `kinds`
/// @param failures of the part
record PartNote(
        int version, PartOrigin origin, String share, List<Kind> kinds, int[] lines, int[] kindOf, List<Failed> failures) {
    static final int VERSION = 1;

    /// @param texts    places among the table's text columns
    /// @param features places among its features
    record Kind(int[] texts, int[] features) {}

    /// A case that failed.
    record Failed(int line, boolean withoutFiles, String caseId, List<Told> problems) {}

    /// A problem as it was told.
    record Told(String code, String what, String where, String found, String expected, String fix) {
        static Told of(Problem problem) {
            return new Told(
                    problem.code().code(), problem.code().what(), problem.where(), problem.found(), problem.expected(), problem.fix());
        }

        Problem problem() {
            return new Problem(new Kept(code, what), where, found, expected, fix);
        }
    }

    /// The code of a problem that another process told.
    private record Kept(String code, String what) implements ProblemCode {}

    /// @param table of the part's rows
    static PartNote of(ExtractedPart part, FeatureTable table) {
        Map<String, Integer> texts = places(List.copyOf(table.texts().keySet()));
        Map<String, Integer> features = places(table.names());
        Map<RowNames, Integer> known = new HashMap<>();
        List<Kind> kinds = new ArrayList<>();
        int[] kindOf = part.rows().stream().mapToInt(placed -> known.computeIfAbsent(placed.row().names(), names -> {
            kinds.add(new Kind(
                    names.texts().stream().mapToInt(texts::get).toArray(), names.features().stream().mapToInt(features::get).toArray()));
            return kinds.size() - 1;
        })).toArray();
        return new PartNote(
                VERSION, part.origin(), part.share(), kinds, part.rows().stream().mapToInt(PlacedRow::line).toArray(), kindOf,
                part.failures().stream()
                        .map(one -> new Failed(one.line(), one.withoutFiles(), one.failure().caseId(),
                                one.failure().problems().stream().map(Told::of).toList()))
                        .toList());
    }

    private static Map<String, Integer> places(List<String> names) {
        Map<String, Integer> places = new HashMap<>();
        for (int at = 0; at < names.size(); at++) {
            places.put(names.get(at), at);
        }
        return places;
    }

    PartOutline outline() {
        Set<Integer> all = new TreeSet<>();
        Arrays.stream(lines).forEach(all::add);
        failures.forEach(failure -> all.add(failure.line));
        return new PartOutline(origin, all, lines.length, failures.size());
    }

    /// The part again.
    ///
    /// @throws IndexOutOfBoundsException if note and table do not fit
    ExtractedPart part(FeatureTable table, RowStack stack) {
        if (lines.length != table.rows() || kindOf.length != table.rows()) {
            throw new IndexOutOfBoundsException(lines.length + " lines for " + table.rows() + " rows");
        }
        List<List<String>> texts = List.copyOf(table.texts().values());
        List<String> textNames = List.copyOf(table.texts().keySet());
        List<RowNames> names = kinds.stream()
                .map(kind -> new RowNames(picked(kind.texts, textNames), picked(kind.features, table.names())))
                .toList();
        List<PlacedRow> rows = new ArrayList<>();
        for (int n = 0; n < table.rows(); n++) {
            Kind kind = kinds.get(kindOf[n]);
            List<String> cells = new ArrayList<>();
            for (int at : kind.texts) {
                cells.add(texts.get(at).get(n));
            }
            double[] values = new double[kind.features.length];
            for (int at = 0; at < values.length; at++) {
                values[at] = table.value(n, kind.features[at]);
            }
            CaseRow row = stack.row(table.caseIds().get(n), names.get(kindOf[n]), cells, values);
            rows.add(new PlacedRow(lines[n], row));
        }
        return new ExtractedPart(origin, share, rows, failures.stream()
                .map(one -> new PlacedFailure(one.line, one.withoutFiles,
                        new CaseFailure(one.caseId, one.problems.stream().map(Told::problem).toList())))
                .toList());
    }

    private static List<String> picked(int[] places, List<String> names) {
        List<String> picked = new ArrayList<>();
        for (int at : places) {
            picked.add(names.get(at));
        }
        return picked;
    }
}
