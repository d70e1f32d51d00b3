package org.trabecula.radiomics.texture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trabecula.radiomics.settings.Slicing;

/// The matrices straight from their definitions, voxel by voxel, without any of the kernels' arrangements.
final class NaiveMatrices {
    private final RandomLevels region;

    NaiveMatrices(RandomLevels region) {
        this.region = region;
    }

    private interface Visit {
        void at(int i, int j, int k, int level);
    }

    private void eachVoxel(Visit visit) {
        for (int k = 0; k < region.size().k(); k++) {
            for (int j = 0; j < region.size().j(); j++) {
                for (int i = 0; i < region.size().i(); i++) {
                    if (region.at(i, j, k) > 0) {
                        visit.at(i, j, k, region.at(i, j, k));
                    }
                }
            }
        }
    }

    Map<String, Double> cooccurrence(NeighbourStep d) {
        Map<String, Double> cells = new TreeMap<>();
        eachVoxel((i, j, k, level) -> {
            int other = region.at(i + d.i(), j + d.j(), k + d.k());
            if (other > 0) {
                cells.merge(level + " " + other, 1.0, Double::sum);
            }
        });
        return cells;
    }

    Map<String, Double> runLength(NeighbourStep d) {
        Map<String, Double> cells = new TreeMap<>();
        eachVoxel((i, j, k, level) -> {
            if (region.at(i - d.i(), j - d.j(), k - d.k()) != level) {
                int length = 1;
                while (region.at(i + length * d.i(), j + length * d.j(), k + length * d.k()) == level) {
                    length++;
                }
                cells.merge(level + " " + length, 1.0, Double::sum);
            }
        });
        return cells;
    }

    Map<String, Double> sizeZone(Slicing slicing) {
        Map<String, Double> cells = new TreeMap<>();
        boolean[] seen = new boolean[region.levels().length];
        eachVoxel((i, j, k, level) -> {
            int size = 0;
            Deque<int[]> open = new ArrayDeque<>();
            open.add(new int[] {i, j, k});
            while (!open.isEmpty()) {
                int[] v = open.remove();
                int at = v[0] + region.size().i() * (v[1] + region.size().j() * v[2]);
                if (seen[at]) {
                    continue;
                }
                seen[at] = true;
                size++;
                for (NeighbourStep d : around(List.of(1), slicing)) {
                    if (region.at(v[0] + d.i(), v[1] + d.j(), v[2] + d.k()) == level) {
                        open.add(new int[] {v[0] + d.i(), v[1] + d.j(), v[2] + d.k()});
                    }
                }
            }
            if (size > 0) {
                cells.merge(level + " " + size, 1.0, Double::sum);
            }
        });
        return cells;
    }

    Map<String, Double> dependence(GldmSettings settings) {
        List<NeighbourStep> around = around(settings.distances(), settings.slicing());
        Map<String, Double> cells = new TreeMap<>();
        eachVoxel((i, j, k, level) -> {
            int dependence = 1;
            for (NeighbourStep d : around) {
                int other = region.at(i + d.i(), j + d.j(), k + d.k());
                dependence += other > 0 && Math.abs(other - level) <= settings.alpha() ? 1 : 0;
            }
            cells.merge(level + " " + dependence, 1.0, Double::sum);
        });
        return cells;
    }

    /// n and s by level.
    Map<Integer, double[]> toneDifference(List<Integer> distances, Slicing slicing, boolean countLonely) {
        List<NeighbourStep> around = around(distances, slicing);
        Map<Integer, double[]> rows = new TreeMap<>();
        eachVoxel((i, j, k, level) -> {
            double sum = 0;
            int neighbours = 0;
            for (NeighbourStep d : around) {
                int other = region.at(i + d.i(), j + d.j(), k + d.k());
                sum += other;
                neighbours += other > 0 ? 1 : 0;
            }
            double[] row = rows.computeIfAbsent(level, _ -> new double[2]);
            row[0] += neighbours > 0 || countLonely ? 1 : 0;
            row[1] += neighbours > 0 ? Math.abs(level - sum / neighbours) : 0;
        });
        return rows;
    }

    private static List<NeighbourStep> around(List<Integer> distances, Slicing slicing) {
        List<NeighbourStep> around = new ArrayList<>();
        for (int k = -3; k <= 3; k++) {
            for (int j = -3; j <= 3; j++) {
                for (int i = -3; i <= 3; i++) {
                    NeighbourStep d = new NeighbourStep(i, j, k);
                    if (distances.contains(d.chebyshev()) && d.staysInside(slicing)) {
                        around.add(d);
                    }
                }
            }
        }
        return around;
    }
}
