package org.trabecula.study.repeat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trabecula.study.folder.FinishedStudy;
import org.trabecula.study.folder.RecordedRun;
import org.trabecula.study.folder.SeenFile;
import org.trabecula.study.folder.StudyJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A run beside its repetition, file by file.
///
/// Files are compared byte by byte. In `run.json` what says when, where and by which build a study ran is left out, and said where it
/// differs: a study is the same when its results are. What somebody laid beside the results plays no part.
///
/// @param same      names of the files that are the same
/// @param different the others
/// @param notes     circumstances that differ, one sentence each
public record RunComparison(List<String> same, List<FileDifference> different, List<String> notes) {
    private static final String TIME = "seconds";
    private static final String CODE = "code";
    /// Of `run.json`: key, and what it says.
    private static final List<String> CIRCUMSTANCES = List.of("trabecula", CODE, "java", "system");

    public RunComparison {
        same = List.copyOf(same);
        different = List.copyOf(different);
        notes = List.copyOf(notes);
    }

    /// @param before folder of the run
    /// @param now    folder of its repetition, finished
    public static RunComparison of(Path before, Path now) throws IOException {
        List<String> same = new ArrayList<>();
        List<FileDifference> different = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Set<String> names = new TreeSet<>(results(before));
        names.addAll(results(now));
        for (String name : names) {
            Path old = before.resolve(name);
            Path again = now.resolve(name);
            Optional<FileDifference> difference = difference(name, old, again, notes);
            difference.ifPresentOrElse(different::add, () -> same.add(name));
        }
        return new RunComparison(same, different, notes);
    }

    private static Set<String> results(Path folder) throws IOException {
        return FinishedStudy.in(folder).stream()
                .flatMap(finished -> finished.results().stream())
                .map(SeenFile::name)
                .collect(Collectors.toSet());
    }

    private static Optional<FileDifference> difference(String name, Path before, Path now, List<String> notes) throws IOException {
        if (!Files.isRegularFile(before) || !Files.isRegularFile(now)) {
            return Optional.of(new FileDifference(name, "the file", present(before), present(now)));
        }
        if (name.equals(RecordedRun.FILE)) {
            return record(Files.readString(before), Files.readString(now), notes);
        }
        return Files.mismatch(before, now) < 0
                ? Optional.empty()
                : FirstDifference.of(name, Files.readAllBytes(before), Files.readAllBytes(now));
    }

    private static String present(Path file) {
        return Files.isRegularFile(file) ? "there" : "missing";
    }

    private static Optional<FileDifference> record(String before, String now, List<String> notes) throws IOException {
        try {
            ObjectNode first = (ObjectNode) StudyJson.read(before, JsonNode.class);
            ObjectNode second = (ObjectNode) StudyJson.read(now, JsonNode.class);
            for (String key : CIRCUMSTANCES) {
                if (!first.path(key).equals(second.path(key))) {
                    notes.add(key.equals(CODE)
                            ? "another build of the program wrote the run"
                            : RecordedRun.FILE + ", " + key + ": " + said(first.path(key)) + "; now " + said(second.path(key)));
                }
                first.remove(key);
                second.remove(key);
            }
            first.remove(TIME);
            second.remove(TIME);
            return inRecord("", first, second);
        } catch (JacksonException | IllegalArgumentException e) {
            return FirstDifference.of(
                    RecordedRun.FILE, before.getBytes(StandardCharsets.UTF_8), now.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The first key, in the order of the run's record, that says another thing.
    private static Optional<FileDifference> inRecord(String path, JsonNode before, JsonNode now) {
        if (before.equals(now)) {
            return Optional.empty();
        }
        if (before instanceof ObjectNode first && now instanceof ObjectNode second) {
            Set<String> keys = new LinkedHashSet<>(first.propertyNames());
            keys.addAll(second.propertyNames());
            for (String key : keys) {
                Optional<FileDifference> inner =
                        inRecord(path.isEmpty() ? key : path + "." + key, first.path(key), second.path(key));
                if (inner.isPresent()) {
                    return inner;
                }
            }
        }
        return Optional.of(new FileDifference(RecordedRun.FILE, path, said(before), said(now)));
    }

    private static String said(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
