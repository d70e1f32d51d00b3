package org.trabecula.core;

import java.util.List;
import java.util.Optional;

/// Where results come from, as a run's record holds it: enough to do the same again and to see what has changed since.
///
/// Files are named as the user named them, without folders of this machine; patients are not named.
///
/// @param program      [Version#text]
/// @param code         [Version#ofCode] of what computes
/// @param command      as typed, verb first; empty when not run from a command line
/// @param settingsHash SHA-256 of the effective settings' text
/// @param table        of the cases; absent where they came from no file
/// @param inputs       every other file that was read, in order
/// @param weights      the network's weights; absent when they were drawn
/// @param java         such as `25.0.3+9`
/// @param system       such as `Linux amd64`
public record Provenance(
        String program,
        String code,
        List<String> command,
        String settingsHash,
        Optional<Input> table,
        List<Input> inputs,
        Optional<Input> weights,
        String java,
        String system) {
    /// A file and its content.
    ///
    /// @param name   relative to the manifest, or the bare file name
    /// @param sha256 of its bytes
    public record Input(String name, String sha256) {}

    public Provenance {
        command = List.copyOf(command);
        inputs = List.copyOf(inputs);
    }

    /// On this machine, by this program.
    public static Provenance here(
            String code,
            List<String> command,
            String settingsHash,
            Optional<Input> table,
            List<Input> inputs,
            Optional<Input> weights) {
        return new Provenance(
                Version.text(), code, command, settingsHash, table, inputs, weights, Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }
}
