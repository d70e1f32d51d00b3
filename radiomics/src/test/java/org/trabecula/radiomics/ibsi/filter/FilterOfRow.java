package org.trabecula.radiomics.ibsi.filter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.testkit.ReferenceTable;

/// The filter that a row of the IBSI's test tables describes.
public final class FilterOfRow {
    private FilterOfRow() {}

    public static Filter of(Map<String, String> row) {
        return switch (ReferenceTable.cell(row, "filter")) {
            case "mean" -> new MeanFilter(Integer.parseInt(ReferenceTable.cell(row, "support_voxels")), dimensions(row), boundary(row));
            case "Laplacian of Gaussian" -> log(row);
            case "Laws" -> new LawsFilter(
                    ReferenceTable.cell(row, "laws_kernel"),
                    rotation(row),
                    ReferenceTable.cell(row, "response").equals("energy")
                            ? OptionalInt.of(Integer.parseInt(ReferenceTable.cell(row, "energy_delta_voxels")))
                            : OptionalInt.empty(),
                    boundary(row));
            case "Gabor" -> new GaborFilter(
                    number(row, "sigma_mm"),
                    number(row, "gabor_lambda_mm"),
                    number(row, "gabor_gamma"),
                    ReferenceTable.cell(row, "gabor_theta_step_rad").isEmpty()
                            ? List.of(angle(ReferenceTable.cell(row, "gabor_theta_rad")))
                            : GaborFilter.orientations(angle(ReferenceTable.cell(row, "gabor_theta_step_rad"))),
                    ReferenceTable.cell(row, "plane_averaging").startsWith("yes")
                            ? GaborFilter.Planes.ORTHOGONAL
                            : GaborFilter.Planes.XY,
                    Pooling.AVERAGE,
                    boundary(row));
            case "separable wavelet (undecimated)" -> new SeparableWavelet(
                    ReferenceTable.cell(row, "wavelet"),
                    ReferenceTable.cell(row, "subband"),
                    Integer.parseInt(ReferenceTable.cell(row, "level")),
                    rotation(row),
                    boundary(row));
            case "non-separable wavelet (Simoncelli)" -> simoncelli(row);
            case "Riesz-transformed LoG" -> riesz(row, log(row));
            case "Riesz-transformed Simoncelli" -> riesz(row, simoncelli(row));
            default -> throw new IllegalArgumentException("no filter named " + ReferenceTable.cell(row, "filter"));
        };
    }

    private static LaplacianOfGaussian log(Map<String, String> row) {
        return new LaplacianOfGaussian(
                number(row, "sigma_mm"), number(row, "cutoff_sigmas"), dimensions(row), boundary(row));
    }

    private static SimoncelliWavelet simoncelli(Map<String, String> row) {
        return new SimoncelliWavelet(Integer.parseInt(ReferenceTable.cell(row, "level")), dimensions(row));
    }

    private static RieszTransform riesz(Map<String, String> row, Filter of) {
        String[] order = ReferenceTable.cell(row, "riesz_order").split(" ");
        return new RieszTransform(
                Integer.parseInt(order[0]), Integer.parseInt(order[1]), Integer.parseInt(order[2]), of, boundary(row));
    }

    private static Optional<Pooling> rotation(Map<String, String> row) {
        return ReferenceTable.cell(row, "rotation_invariance").equals("none")
                ? Optional.empty()
                : Optional.of(ReferenceTable.cell(row, "pooling").equals("max") ? Pooling.MAXIMUM : Pooling.AVERAGE);
    }

    private static Dimensions dimensions(Map<String, String> row) {
        return ReferenceTable.cell(row, "dimensions").equals("2D") ? Dimensions.SLICES_2D : Dimensions.VOLUME_3D;
    }

    private static Boundary boundary(Map<String, String> row) {
        return Boundary.valueOf(ReferenceTable.cell(row, "boundary").toUpperCase(Locale.ROOT));
    }

    /// `pi/3` or `5pi/4`.
    private static double angle(String text) {
        String[] parts = text.split("pi/");
        return (parts[0].isEmpty() ? 1 : Integer.parseInt(parts[0])) * Math.PI / Integer.parseInt(parts[1]);
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(ReferenceTable.cell(row, column));
    }
}
