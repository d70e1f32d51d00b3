package org.trabecula.spark;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trabecula.extraction.part.PartOrigin;
import org.trabecula.radiomics.parameters.ParameterFile;

/// What all tasks of a job share, broadcast once.
final class SentJob implements Serializable {
    private static final long serialVersionUID = 1;

    final String manifest;
    private final String manifestHash;
    private final int cases;
    private final String settings;
    private final String[] labels;
    private final @Nullable SentNetwork network;
    /// Made when it is first asked for in a process: reading settings takes as long as a small case.
    private transient volatile @Nullable ScanWork work;
    private transient volatile @Nullable PartOrigin origin;

    private SentJob(
            String manifest, RemoteManifest read, String settings, List<String> labels, @Nullable SentNetwork network) {
        this.manifest = manifest;
        this.manifestHash = read.hash();
        this.cases = read.cases();
        this.settings = settings;
        this.labels = labels.toArray(String[]::new);
        this.network = network;
    }

    /// Hand-crafted features.
    ///
    /// @param manifest where it lies
    /// @param settings as [org.trabecula.radiomics.settings.SettingsText] writes them
    /// @param labels   for cases that name none
    static SentJob measuring(String manifest, RemoteManifest read, String settings, List<String> labels) {
        return new SentJob(manifest, read, settings, labels, null);
    }

    /// A network's features.
    ///
    /// @param manifest where it lies
    static SentJob embedding(String manifest, RemoteManifest read, SentNetwork network) {
        return new SentJob(manifest, read, "", List.of(), network);
    }

    ScanWork work() {
        ScanWork known = work;
        if (known == null) {
            known = network == null
                    ? new ScanWork.Measured(ParameterFile.parse("settings of the job", settings), List.of(labels))
                    : new ScanWork.Embedded(network.rows());
            work = known; // two threads that make it make the same
        }
        return known;
    }

    /// Of what this process's rows are a part.
    PartOrigin origin() {
        PartOrigin known = origin;
        if (known == null) {
            known = new PartOrigin(manifestHash, work().recipe(), cases);
            origin = known;
        }
        return known;
    }
}
