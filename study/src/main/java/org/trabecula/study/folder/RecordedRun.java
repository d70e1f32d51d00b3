package org.trabecula.study.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.core.FileHashes;
import org.trabecula.core.Hash;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Provenance;
import org.trabecula.study.problem.StudyProblem;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A finished run as its `run.json` says: enough to do the same again.
///
/// @param program  of the run, as printed
/// @param code     that computed it, as [org.trabecula.core.Version#ofCode] names it
/// @param command  as typed, verb first
/// @param settings that ran
/// @param table    of the cases
/// @param inputs   every other file that was read
/// @param weights  of the network; absent when they were drawn
public record RecordedRun(
        String program,
        String code,
        List<String> command,
        StudySettings settings,
        Provenance.Input table,
        List<Provenance.Input> inputs,
        Optional<Provenance.Input> weights) {
    public static final String FILE = "run.json";
    /// Digits of a hash that a message shows.
    private static final int SHOWN = 12;

    public RecordedRun {
        command = List.copyOf(command);
        inputs = List.copyOf(inputs);
    }

    /// @throws InputException STU-007 if `root` is no finished run, STU-015 if its record cannot be followed
    public static RecordedRun of(Path root) throws IOException {
        RunFolder.requireFinished(root);
        String text = Files.readString(root.resolve(FILE));
        try {
            return read(StudyJson.read(text, JsonNode.class), root);
        } catch (JacksonException | IllegalArgumentException e) {
            throw unreadable(root, "no record that this version reads", List.of());
        }
    }

    private static RecordedRun read(JsonNode json, Path root) {
        List<String> command = new ArrayList<>();
        json.path("command").forEach(word -> command.add(word.asString()));
        if (command.isEmpty()) {
            throw unreadable(root, "no command: the study was started by another program", command);
        }
        if (!json.path("table").isObject()) {
            throw unreadable(root, "no hash of the table of cases: an earlier version wrote it", command);
        }
        StudySettings settings = StudyJson.read(json.path("settings").toString(), StudySettings.class);
        if (!hash(settings).equals(json.path("settings_sha256").asString())) {
            throw unreadable(root, "settings that are not those of their hash", command);
        }
        List<Provenance.Input> inputs = new ArrayList<>();
        json.path("inputs").forEach(input -> inputs.add(input(input)));
        return new RecordedRun(
                json.path("trabecula").asString(), json.path("code").asString(), command, settings, input(json.path("table")), inputs,
                json.path("weights").isObject() ? Optional.of(input(json.path("weights"))) : Optional.empty());
    }

    /// SHA-256 of the settings as text, as it stands in the record.
    public static String hash(StudySettings settings) {
        return Hash.sha256Hex(StudyYaml.write(settings).getBytes(StandardCharsets.UTF_8));
    }

    private static Provenance.Input input(JsonNode json) {
        return StudyJson.read(json.toString(), Provenance.Input.class);
    }

    /// Why a file is not the one that the run read; empty where it is.
    public Optional<Problem> changed(Provenance.Input input, Path file, FileHashes hashes) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.of(changed(input, file.toString(), "no such file"));
        }
        String now = hashes.of(file);
        return now.equals(input.sha256())
                ? Optional.empty()
                : Optional.of(changed(input, file.toString(), "other contents, SHA-256 " + shown(now)));
    }

    /// The same for an input that the table of cases no longer names.
    public Problem unnamed(Provenance.Input input) {
        return changed(input, input.name(), "nothing of this name in the table of cases");
    }

    private static Problem changed(Provenance.Input input, String where, String found) {
        return new Problem(
                StudyProblem.INPUT_CHANGED, where, found, "what the run read, SHA-256 " + shown(input.sha256()),
                "put the file back that the run read");
    }

    private static String shown(String sha256) {
        return sha256.substring(0, Math.min(SHOWN, sha256.length())) + "…";
    }

    /// What would do the same again, as one may type it.
    public String typed() {
        return typed(command);
    }

    private static String typed(List<String> command) {
        return command.isEmpty()
                ? "trabecula study"
                : "trabecula " + String.join(" ", command.stream().map(word -> word.matches("[\\w./:=@%+,-]+") ? word : "'" + word + "'").toList());
    }

    private static InputException unreadable(Path root, String found, List<String> command) {
        return new InputException(new Problem(
                StudyProblem.RECORD_UNREADABLE, root.resolve(FILE).toString(), found, "the record that a study of this version wrote",
                "run the study again in its folder: " + typed(command)));
    }
}
