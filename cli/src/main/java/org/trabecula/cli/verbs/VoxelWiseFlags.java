package org.trabecula.cli.verbs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.extraction.maps.MapFormat;
import picocli.CommandLine.Option;

/// Feature maps instead of a table.
final class VoxelWiseFlags {
    @Option(
            names = "--voxel-wise",
            description = "Write feature maps, a value a voxel, into the folder of -o: one file a map, such as original_glcm_Contrast.nrrd "
                    + "(with a manifest in a folder a case). Kernels are set by voxelSetting in the parameter file.")
    boolean asked;

    @Option(names = "--format", paramLabel = "nrrd|nifti", description = "With --voxel-wise: what maps are written as (default: nrrd).")
    @Nullable String format;

    @Option(names = "--png", description = "With --voxel-wise: also a picture of each map, three planes over the CT.")
    boolean pictures;

    boolean asked() {
        return asked;
    }

    boolean pictures() {
        return pictures;
    }

    MapFormat format() {
        return switch (format == null ? "nrrd" : format.toLowerCase(Locale.ROOT)) {
            case "nrrd" -> MapFormat.NRRD;
            case "nifti" -> MapFormat.NIFTI;
            default -> throw new UsageException("--format takes nrrd or nifti, not " + format);
        };
    }

    /// @param ibsi         whether the standard is asked for
    /// @param intermediate of `--save-intermediate`
    /// @throws UsageException for flags that do not go together
    void check(boolean ibsi, @Nullable Path intermediate) {
        List<String> stray = asked ? List.of() : format != null ? List.of("--format") : pictures ? List.of("--png") : List.of();
        if (!stray.isEmpty()) {
            throw new UsageException(stray.getFirst() + " goes with --voxel-wise");
        }
        if (asked && ibsi) {
            throw new UsageException("--voxel-wise makes the maps of the pyradiomics profile; the standard of --preset ibsi defines none");
        }
        if (asked && intermediate != null) {
            throw new UsageException("--save-intermediate goes with a table of features, not with --voxel-wise");
        }
    }
}
