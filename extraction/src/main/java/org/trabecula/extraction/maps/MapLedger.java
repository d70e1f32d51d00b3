package org.trabecula.extraction.maps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.core.Hash;
import org.trabecula.core.InputException;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import org.trabecula.table.TextTableFile;

/// `maps.csv`: the maps of a folder, with their ranges, and what they were computed from.
///
/// A row is written before its file is, without a hash, and again when the file is whole. So a file without a row is somebody else's,
/// and a file whose hash is another was not finished or was changed.
final class MapLedger {
    static final String FILE = "maps.csv";

    private static final List<String> COLUMNS =
            List.of("map", "file", "voxels", "undefined", "least", "greatest", "of_maps", "sha256", "key");

    private final Path folder;
    private final String key;
    private final Map<String, MapEntry> entries = new LinkedHashMap<>();
    private String ofMaps = "";

    /// An empty one.
    ///
    /// @param key of what the maps are computed from
    MapLedger(Path folder, String key) {
        this.folder = folder;
        this.key = key;
    }

    /// The ledger of an earlier run; empty where there is none, or one that cannot be understood.
    static MapLedger read(Path folder) {
        Path file = folder.resolve(FILE);
        MapLedger none = new MapLedger(folder, "");
        if (!Files.isRegularFile(file)) {
            return none;
        }
        try {
            TextTable table = DelimitedText.read(file);
            if (!table.header().equals(COLUMNS) || table.rowCount() == 0) {
                return none;
            }
            MapLedger ledger = new MapLedger(folder, table.cell(0, "key"));
            for (int row = 0; row < table.rowCount(); row++) {
                MapEntry entry = MapEntry.read(table, row);
                ledger.entries.put(entry.map(), entry);
                ledger.ofMaps = table.cell(row, "of_maps");
            }
            return ledger;
        } catch (InputException | IllegalArgumentException e) {
            return none; // an edited or foreign table: its maps are not ours to find
        }
    }

    String key() {
        return key;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /// In the order in which they were made.
    List<MapEntry> entries() {
        return List.copyOf(entries.values());
    }

    /// Whether a map is listed, whole or not: its file is ours.
    boolean lists(String map) {
        return entries.containsKey(map);
    }

    /// Whether a map's file is there as it was written.
    boolean isWhole(String map) {
        MapEntry entry = entries.get(map);
        if (entry == null || entry.sha256().isEmpty()) {
            return false;
        }
        Path file = folder.resolve(entry.file());
        try {
            return Files.isRegularFile(file) && Hash.sha256Hex(file).equals(entry.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether every map that there is to make was made, and is there.
    boolean isComplete() {
        return ofMaps.equals(Integer.toString(entries.size())) && entries.keySet().stream().allMatch(this::isWhole);
    }

    void put(MapEntry entry) {
        entries.put(entry.map(), entry);
    }

    /// That there are no more maps to make.
    void complete() {
        ofMaps = Integer.toString(entries.size());
    }

    void write() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (MapEntry entry : entries.values()) {
            rows.add(List.of(
                    entry.map(), entry.file(), Integer.toString(entry.voxels()), Integer.toString(entry.undefined()),
                    number(entry.least()), number(entry.greatest()), ofMaps, entry.sha256(), key));
        }
        TextTableFile.write(folder.resolve(FILE), COLUMNS, rows);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
