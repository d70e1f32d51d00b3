package org.trabecula.radiomics.voxelwise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The stored maps of one run of PyRadiomics: a row a voxel of the region, a column a map.
///
/// @param names    of the maps, in PyRadiomics' order
/// @param ijk      each voxel's index in the map
/// @param values   by voxel, then map; NaN where PyRadiomics has it
/// @param geometry size, origin, spacing and direction of the map, and its value outside the region
record ExpectedMaps(List<String> names, int[][] ijk, double[][] values, JsonNode geometry) {
    /// @param file `CASE__CONFIG.csv.gz`, its `.json` beside it
    static ExpectedMaps read(Path file) throws IOException {
        List<int[]> ijk = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> all = lines.lines().toList();
            List<String> header = List.of(all.getFirst().split(",", -1));
            for (String line : all.subList(1, all.size())) {
                String[] cells = line.split(",", -1);
                ijk.add(Arrays.stream(cells, 0, 3).mapToInt(Integer::parseInt).toArray());
                values.add(Arrays.stream(cells, 3, cells.length)
                        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                        .toArray());
            }
            Path json = file.resolveSibling(String.valueOf(file.getFileName()).replace(".csv.gz", ".json"));
            return new ExpectedMaps(
                    header.subList(3, header.size()),
                    ijk.toArray(int[][]::new),
                    values.toArray(double[][]::new),
                    new JsonMapper().readTree(json.toFile()));
        }
    }
}
