package org.trabecula.spark;

import java.util.List;
import java.util.Optional;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.feature.CaseWatcher;
import org.trabecula.extraction.feature.ExtractedRows;
import org.trabecula.extraction.feature.HandCrafted;
import org.trabecula.extraction.feature.Recipe;
import org.trabecula.extraction.memory.MemoryPlan;
import org.trabecula.extraction.network.EmbeddedRows;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.MaskPlacement;
import org.trabecula.extraction.region.RegionChoice;
import org.trabecula.extraction.region.SchemeChoice;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.radiomics.settings.Settings;

/// What is made of a scan's cases.
sealed interface ScanWork {
    CaseOpener opener(ImageFormats formats);

    /// By what rows are made: equal in driver and executors, or their rows do not belong together.
    Recipe recipe();

    /// The cases by their regions; a row each.
    ///
    /// @param manifest where the cases stand
    List<VertebraCase> regions(List<VertebraCase> cases, String manifest, CaseOpener opener);

    ExtractedRows rows(List<VertebraCase> regions, CaseOpener opener);

    /// Hand-crafted features, as `extract` measures them.
    ///
    /// @param labels for cases that name none
    record Measured(Settings settings, List<String> labels) implements ScanWork {
        /// One for all tasks that run side by side in this executor.
        private static final MemoryPlan MEMORY = MemoryPlan.ofThisProcess();

        @Override
        public CaseOpener opener(ImageFormats formats) {
            Optional<String> byDefault = settings.label().stream().mapToObj(Integer::toString).findFirst();
            return new CaseOpener(
                    formats, new RegionChoice(labels, false, byDefault, SchemeChoice.AUTO), MaskPlacement.of(settings.preparation()),
                    new CaseNotes(Progress.NONE));
        }

        @Override
        public Recipe recipe() {
            return handCrafted(opener(StandardFormats.ALL)).recipe();
        }

        @Override
        public List<VertebraCase> regions(List<VertebraCase> cases, String manifest, CaseOpener opener) {
            return ManifestCases.of(new Cohort(manifest, cases, ClassNames.FRACTURE_AGE, List.of())).rows(opener, 1);
        }

        @Override
        public ExtractedRows rows(List<VertebraCase> regions, CaseOpener opener) {
            return handCrafted(opener).rows("features", regions, CaseOpener::maskOf, 1, Progress.NONE);
        }

        private HandCrafted handCrafted(CaseOpener opener) {
            return new HandCrafted(settings, StageStore.none(), opener, CaseWatcher.NOBODY, MEMORY);
        }
    }

    /// A network's features, as `embed` makes them.
    record Embedded(EmbeddedRows network) implements ScanWork {
        @Override
        public CaseOpener opener(ImageFormats formats) {
            return new CaseOpener(formats, RegionChoice.ONLY, MaskPlacement.study(), new CaseNotes(Progress.NONE));
        }

        @Override
        public Recipe recipe() {
            return network.recipe(opener(StandardFormats.ALL));
        }

        @Override
        public List<VertebraCase> regions(List<VertebraCase> cases, String manifest, CaseOpener opener) {
            return cases;
        }

        @Override
        public ExtractedRows rows(List<VertebraCase> regions, CaseOpener opener) {
            return network.rows(regions, opener);
        }
    }
}
