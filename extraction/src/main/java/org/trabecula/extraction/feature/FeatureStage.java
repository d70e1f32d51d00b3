package org.trabecula.extraction.feature;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.FileHashes;
import org.trabecula.core.InputException;
import org.trabecula.core.Stage;
import org.trabecula.core.StageKey;
import org.trabecula.core.Version;
import org.trabecula.extraction.memory.MemoryPlan;
import org.trabecula.extraction.region.CaseImages;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.ImageHashes;
import org.trabecula.image.Grid;
import org.trabecula.radiomics.FeatureRow;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.radiomics.settings.SettingsText;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.FeatureTableFile;

/// One case's row of hand-crafted features, kept under the content of image and mask, the region, the settings, and the
/// code that computes. `extract` and `study` find each other's rows.
final class FeatureStage implements Stage<FeatureStage.Outlined, FeatureTable> {
    /// A change of any of these rooms may change a number.
    private static final String CODE = Version.ofCode(Version.class, Grid.class, Radiomics.class, FeatureStage.class);

    private final Radiomics radiomics;
    private final String settings;
    private final CaseOpener opener;
    private final CaseWatcher watcher;
    private final ImageHashes hashes;
    private final MemoryPlan memory;

    /// A case and the outline of it that is meant.
    record Outlined(VertebraCase vertebra, Path maskFile) {}

    FeatureStage(Settings settings, FileHashes files, CaseOpener opener, CaseWatcher watcher, MemoryPlan memory) {
        this.radiomics = Radiomics.with(settings);
        this.settings = SettingsText.of(settings);
        this.hashes = new ImageHashes(files);
        this.opener = opener;
        this.watcher = watcher;
        this.memory = memory;
    }

    @Override
    public String name() {
        return "features";
    }

    @Override
    public StageKey key(Outlined input) throws IOException {
        VertebraCase vertebra = input.vertebra();
        return StageKey.of("feature row")
                .and("image", vertebra.image().isPresent() ? hashes.of(vertebra.image().get()) : "")
                .and("mask", hashes.of(input.maskFile()))
                .and("region", opener.choice().text(vertebra.label()))
                .and("settings", settings)
                .and("watcher", watcher.text())
                .and("version", CODE);
    }

    Recipe recipe() {
        return new Recipe(settings, opener.choice().text(Optional.empty()), CODE);
    }

    @Override
    public FeatureTable compute(Outlined input) throws IOException {
        VertebraCase vertebra = input.vertebra();
        CaseImages images = opener.forFeatures(vertebra, input.maskFile());
        try {
            long bytes = estimatedBytes(images);
            FeatureRow row = memory.with(bytes, () -> radiomics
                    .watchedBy(watcher.of(vertebra.caseId()))
                    .extract(images.image(), images.mask()));
            row.notes().forEach(note -> opener.notes().say(vertebra.caseId(), note));
            return FeatureRows.table(vertebra.caseId(), row);
        } catch (InputException e) {
            throw e.at("case " + vertebra.caseId());
        }
    }

    /// About how many bytes a case takes at its peak.
    long estimatedBytes(CaseImages images) {
        return radiomics.estimatedBytes(images.image().grid(), images.mask());
    }

    @Override
    public Form<FeatureTable> form() {
        return Rows.FORM;
    }

    /// A table of one row.
    private enum Rows implements Form<FeatureTable> {
        FORM;

        @Override
        public String ending() {
            return ".csv";
        }

        @Override
        public void write(FeatureTable row, Path file) throws IOException {
            FeatureTableFile.write(row, file);
        }

        @Override
        public FeatureTable read(Path file) throws IOException {
            return FeatureTableFile.read(file);
        }
    }
}
