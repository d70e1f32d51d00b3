package org.trabecula.cli.verbs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.TableOutput;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.extraction.cases.Shard;
import org.trabecula.table.TableFormat;
import picocli.CommandLine.Option;

/// A manifest on several machines: what one of them does, and what is made of all parts.
final class ShardFlags {
    @Option(
            names = "--shard",
            paramLabel = "K/N",
            description = "Only the K-th of N parts of the manifest, such as 3/16, into a part: -o part3.parquet.")
    @Nullable String shard;

    /// The shard, if one is asked for.
    ///
    /// @throws UsageException for a text that is none, and for an output that cannot hold a part
    Optional<Shard> of(TableOutput output) {
        if (shard == null) {
            return Optional.empty();
        }
        Shard read = Shard.read(shard)
                .orElseThrow(() -> new UsageException(
                        "--shard takes K/N with K from 1 to N and N at most " + Shard.MOST + ", such as 3/16, not '" + shard + "'"));
        if (output.toStdout() || !isParquet(output.file())) {
            throw new UsageException("--shard writes a part with its failures inside: -o NAME.parquet");
        }
        return Optional.of(read);
    }

    /// The parts to be put together, where `--merge` has parts before it and not a scan or a manifest; else empty.
    ///
    /// @param merge whether `--merge` was typed
    /// @param named files, as typed
    /// @throws UsageException for more of them than a scan and its mask
    static List<Path> parts(boolean merge, List<Path> named) {
        if (merge && !named.isEmpty() && isParquet(named.getFirst())) {
            return named;
        }
        if (named.size() > 2) {
            throw new UsageException("one case is IMAGE and MASK; '" + named.get(2) + "' is one name more");
        }
        return List.of();
    }

    private static boolean isParquet(Path file) {
        return TableFormat.ofName(file).filter(TableFormat.PARQUET::equals).isPresent();
    }
}
