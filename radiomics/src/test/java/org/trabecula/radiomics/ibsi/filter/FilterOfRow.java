package org.trabecula.radiomics.ibsi.filter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.radiomics.ibsi.Table;

/// The filter that a row of the IBSI's test tables describes.
public final class FilterOfRow {
    private FilterOfRow() {}

    public static Filter of(Map<String, String> row) {
        return switch (Table.cell(row, "filter")) {
            case "mean" -> new MeanFilter(Integer.parseInt(Table.cell(row, "support_voxels")), dimensions(row), boundary(row));
            case "Laplacian of Gaussian" -> log(row);
            case "Laws" -> new LawsFilter(
                    Table.cell(row, "laws_kernel"),
                    rotation(row),
                    Table.cell(row, "response").equals("energy")
                            ? OptionalInt.of(Integer.parseInt(Table.cell(row, "energy_delta_voxels")))
                            : OptionalInt.empty(),
                    boundary(row));
            case "Gabor" -> new GaborFilter(
                    number(row, "sigma_mm"),
                    number(row, "gabor_lambda_mm"),
                    number(row, "gabor_gamma"),
                    Table.cell(row, "gabor_theta_step_rad").isEmpty()
                            ? List.of(angle(Table.cell(row, "gabor_theta_rad")))
                            : GaborFilter.orientations(angle(Table.cell(row, "gabor_theta_step_rad"))),
                    Table.cell(row, "plane_averaging").startsWith("yes")
                            ? GaborFilter.Planes.ORTHOGONAL
                            : GaborFilter.Planes.XY,
                    Pooling.AVERAGE,
                    boundary(row));
            case "separable wavelet (undecimated)" -> new SeparableWavelet(
                    Table.cell(row, "wavelet"),
                    Table.cell(row, "subband"),
                    Integer.parseInt(Table.cell(row, "level")),
                    rotation(row),
                    boundary(row));
            case "non-separable wavelet (Simoncelli)" -> simoncelli(row);
            case "Riesz-transformed LoG" -> riesz(row, log(row));
            case "Riesz-transformed Simoncelli" -> riesz(row, simoncelli(row));
            default -> throw new IllegalArgumentException("no filter named " + Table.cell(row, "filter"));
        };
    }

    private static LaplacianOfGaussian log(Map<String, String> row) {
        return new LaplacianOfGaussian(
                number(row, "sigma_mm"), number(row, "cutoff_sigmas"), dimensions(row), boundary(row));
    }

    private static SimoncelliWavelet simoncelli(Map<String, String> row) {
        return new SimoncelliWavelet(Integer.parseInt(Table.cell(row, "level")), dimensions(row));
    }

    private static RieszTransform riesz(Map<String, String> row, Filter of) {
        String[] order = Table.cell(row, "riesz_order").split(" ");
        return new RieszTransform(
                Integer.parseInt(order[0]), Integer.parseInt(order[1]), Integer.parseInt(order[2]), of, boundary(row));
    }

    private static Optional<Pooling> rotation(Map<String, String> row) {
        return Table.cell(row, "rotation_invariance").equals("none")
                ? Optional.empty()
                : Optional.of(Table.cell(row, "pooling").equals("max") ? Pooling.MAXIMUM : Pooling.AVERAGE);
    }

    private static Dimensions dimensions(Map<String, String> row) {
        return Table.cell(row, "dimensions").equals("2D") ? Dimensions.SLICES_2D : Dimensions.VOLUME_3D;
    }

    private static Boundary boundary(Map<String, String> row) {
        return Boundary.valueOf(Table.cell(row, "boundary").toUpperCase(Locale.ROOT));
    }

    /// `pi/3` or `5pi/4`.
    private static double angle(String text) {
        String[] parts = text.split("pi/");
        return (parts[0].isEmpty() ? 1 : Integer.parseInt(parts[0])) * Math.PI / Integer.parseInt(parts[1]);
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(Table.cell(row, column));
    }
}
