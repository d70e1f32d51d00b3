package org.trabecula.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.feature.CaseWatcher;
import org.trabecula.extraction.feature.Extracted;
import org.trabecula.extraction.feature.ManifestExtraction;
import org.trabecula.extraction.part.PartMerge;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.MaskPlacement;
import org.trabecula.extraction.region.RegionChoice;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.NotedTable;
import org.trabecula.table.NotedTableFile;

/// What is compared: the extraction as `extract` runs it, and a job's output put together.
final class Compared {
    private Compared() {}

    static Extracted byExtract(Path manifest, Settings settings) {
        ManifestCases cases = ManifestCases.read(manifest, Optional.empty());
        CaseOpener opener = new CaseOpener(
                StandardFormats.ALL.with(new DicomFormat()), RegionChoice.ONLY, MaskPlacement.of(settings.preparation()),
                new CaseNotes(Progress.NONE));
        return new ManifestExtraction(cases, settings, StageStore.none(), opener, CaseWatcher.NOBODY, 2, Progress.NONE).extract();
    }

    /// Refuses what is lost or there twice.
    static Extracted merged(Path output) throws IOException {
        try (Stream<Path> parts = Files.list(output.resolve("rows"))) {
            return PartMerge.of(parts.filter(file -> file.toString().endsWith(".parquet")).sorted().toList()).table();
        }
    }

    /// Equal bytes: equal to the last bit of every double, to every text, row and column.
    static byte[] bytes(FeatureTable table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        NotedTableFile.write(new NotedTable(table, Map.of()), bytes);
        return bytes.toByteArray();
    }

    static List<String> told(List<CaseFailure> failures) {
        return failures.stream()
                .flatMap(one -> one.problems().stream().map(problem -> one.caseId() + "\n" + problem.text()))
                .toList();
    }
}
