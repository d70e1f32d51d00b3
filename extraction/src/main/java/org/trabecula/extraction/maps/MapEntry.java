package org.trabecula.extraction.maps;

import org.trabecula.radiomics.voxelwise.FeatureMap;
import org.trabecula.table.TextTable;

/// One map of a folder.
///
/// @param map       its name, as in the columns of a table of features
/// @param file      its name in the folder
/// @param voxels    of the region
/// @param undefined how many of them have no value
/// @param least     value in the region; NaN where there is none
/// @param greatest  value in the region; NaN where there is none
/// @param sha256    of the file; empty before it is whole
public record MapEntry(String map, String file, int voxels, int undefined, double least, double greatest, String sha256) {
    static MapEntry pending(FeatureMap map, String file) {
        return new MapEntry(map.name(), file, map.voxels(), map.undefined(), map.least(), map.greatest(), "");
    }

    MapEntry whole(String hash) {
        return new MapEntry(map, file, voxels, undefined, least, greatest, hash);
    }

    /// @throws IllegalArgumentException if a cell holds something else
    static MapEntry read(TextTable table, int row) {
        return new MapEntry(
                table.cell(row, "map"), table.cell(row, "file"), Integer.parseInt(table.cell(row, "voxels")),
                Integer.parseInt(table.cell(row, "undefined")), number(table.cell(row, "least")), number(table.cell(row, "greatest")),
                table.cell(row, "sha256"));
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
