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
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.PictureTensor;
import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.feature.CaseWatcher;
import org.trabecula.extraction.feature.Extracted;
import org.trabecula.extraction.feature.ManifestExtraction;
import org.trabecula.extraction.network.Crops;
import org.trabecula.extraction.network.Embedding;
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

    /// As `embed` writes its table: all crops, then all pictures in batches.
    static Extracted byEmbed(Path manifest, NetworkWeights weights, CropSettings settings) throws IOException {
        ManifestCases cases = ManifestCases.read(manifest, Optional.empty());
        CaseOpener opener = new CaseOpener(
                StandardFormats.ALL.with(new DicomFormat()), RegionChoice.ONLY, MaskPlacement.study(), new CaseNotes(Progress.NONE));
        Crops crops = Crops.of(cases, settings, StageStore.none(), opener, 2, Progress.NONE);
        List<String> ids = List.copyOf(crops.all().keySet());
        int size = settings.sizePixels();
        PictureTensor pictures = new PictureTensor(crops.pixels(ids), settings.channels(), size, size, ids);
        float[][] features = Embedding.of(pictures, weights.withOneChannel(), 1, StageStore.none(), Progress.NONE).features();
        double[][] columns = new double[weights.architecture().features()][ids.size()];
        for (int row = 0; row < ids.size(); row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = features[row][column];
            }
        }
        return new Extracted(new FeatureTable(ids, weights.architecture().featureNames(), columns), crops.failures());
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
