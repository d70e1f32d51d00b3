package org.trabecula.extraction.maps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.Hash;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.extraction.failure.ExtractionProblem;
import org.trabecula.radiomics.voxelwise.FeatureMap;
import org.trabecula.radiomics.voxelwise.VoxelwiseRadiomics;

/// The folder of one region's maps. Takes maps family by family and writes them; maps that an earlier run has finished are not asked
/// for. Files that no run of this program has written are never replaced, unless `force` says so.
final class MapFolder implements VoxelwiseRadiomics.Receiver {
    private final Path folder;
    private final MapSettings settings;
    private final MapLedger ledger;
    private final MapPictures pictures;
    private int found;

    private MapFolder(Path folder, MapSettings settings, MapLedger ledger, MapPictures pictures) {
        this.folder = folder;
        this.settings = settings;
        this.ledger = ledger;
        this.pictures = pictures;
    }

    /// Opens a folder, or goes on with what is there.
    ///
    /// @param key of what the maps are computed from
    /// @throws InputException MAP-001 if it holds maps of something else
    static MapFolder open(Path folder, MapSettings settings, String key, MapPictures pictures) throws IOException {
        MapLedger before = MapLedger.read(folder);
        if (before.isEmpty() || before.key().equals(key)) {
            removeHalfWritten(folder);
            return new MapFolder(folder, settings, before.isEmpty() ? new MapLedger(folder, key) : before, pictures);
        }
        if (!settings.force()) {
            throw new InputException(new Problem(
                    ExtractionProblem.OTHER_MAPS,
                    folder.toString(),
                    before.entries().size() + " maps of another image, mask, settings or version of Trabecula, listed in " + MapLedger.FILE,
                    "an empty folder, or one with maps of the same, which the run goes on with",
                    "choose another folder, or add --force if the old maps are not needed"));
        }
        for (MapEntry old : before.entries()) {
            Files.deleteIfExists(folder.resolve(old.file()));
            Files.deleteIfExists(folder.resolve(old.map() + MapPictures.ENDING));
        }
        return new MapFolder(folder, settings, new MapLedger(folder, key), pictures);
    }

    /// Whether there is nothing left to do.
    boolean isComplete() {
        return ledger.isComplete() && ledger.entries().stream().allMatch(entry -> pictures.isThere(folder, entry.map()));
    }

    List<MapEntry> entries() {
        return ledger.entries();
    }

    /// Maps that an earlier run had finished.
    int found() {
        return found;
    }

    @Override
    public boolean wants(String column) {
        boolean whole = ledger.isWhole(column) && pictures.isThere(folder, column);
        found += whole ? 1 : 0;
        if (!whole) {
            requireOwn(column);
        }
        return !whole;
    }

    @Override
    public void take(List<FeatureMap> maps) throws IOException {
        for (FeatureMap map : maps) {
            ledger.put(MapEntry.pending(map, map.name() + settings.format().ending()));
        }
        ledger.write();
        try {
            Parallel.map(maps.size(), settings.jobs(), n -> written(maps.get(n))).forEach(ledger::put);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        ledger.write();
    }

    private MapEntry written(FeatureMap map) {
        MapEntry entry = MapEntry.pending(map, map.name() + settings.format().ending());
        Path file = folder.resolve(entry.file());
        try {
            settings.format().write(map.toVolume(), map.name(), file);
            pictures.draw(map, folder);
            return entry.whole(Hash.sha256Hex(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// That every map is made.
    void complete() throws IOException {
        ledger.complete();
        ledger.write();
    }

    /// Said before a family is computed, not after.
    private void requireOwn(String column) {
        for (String name : List.of(column + settings.format().ending(), column + MapPictures.ENDING)) {
            Path file = folder.resolve(name);
            boolean written = name.endsWith(settings.format().ending()) || pictures.areDrawn();
            if (written && !settings.force() && !ledger.lists(column) && Files.exists(file)) {
                throw new InputException(new Problem(
                        ExtractionProblem.FOREIGN_MAP,
                        file.toString(),
                        "a file of this name, which " + MapLedger.FILE + " does not list",
                        "a name that is free",
                        "choose another folder, or add --force if the old file is not needed"));
            }
        }
    }

    /// A run that was killed had no chance to remove the file it was writing beside its final name.
    private static void removeHalfWritten(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> left = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(AtomicFile::isHalfWritten).forEach(left::add);
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
    }
}
