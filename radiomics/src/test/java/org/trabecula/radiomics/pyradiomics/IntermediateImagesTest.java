package org.trabecula.radiomics.pyradiomics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.radiomics.filter.DerivedImage;
import org.trabecula.radiomics.filter.FilterInput;
import org.trabecula.radiomics.filter.ImageFilter;
import org.trabecula.radiomics.prepare.Diagnostics;
import org.trabecula.radiomics.prepare.Prepared;
import org.trabecula.radiomics.prepare.Preparing;
import org.trabecula.radiomics.prepare.VoxelSource;
import org.trabecula.radiomics.parameters.Preset;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;

/// The images that PyRadiomics made on its way, voxel by voxel and without tolerance: the rest of the chain then starts from
/// equal numbers.
class IntermediateImagesTest {
    private final Path root = Reference.best("pyradiomics");
    private final Path stored = root.resolve("intermediate/edge_border__paper1648");
    private final Settings settings = Preset.PAPER1648.settings();

    private Prepared prepared() throws IOException {
        ReferenceCase read = ReferenceCase.open(root, "edge_border");
        return new Preparing(settings.preparation(), Preparing.FilterNeeds.WHOLE, new Diagnostics(settings))
                .prepare(VoxelSource.of(read.image()), read.mask());
    }

    @Test
    void resampledImageAndMaskAreEqualToTheBit() throws IOException {
        Prepared ours = prepared();
        Volume image = StandardFormats.ALL.open(stored.resolve("resampled_image.nrrd")).read();
        Volume mask = StandardFormats.ALL.open(stored.resolve("resampled_mask.nrrd")).read();
        assertThat(ours.image().grid().size()).isEqualTo(image.grid().size());
        assertThat(ours.image().toDoubles()).isEqualTo(image.toDoubles());
        assertThat(flags(ours.region())).isEqualTo(mask.toDoubles());
        Conformance.compared("pyradiomics/intermediate", 2L * image.voxels().length());
    }

    private static double[] flags(Mask mask) {
        boolean[] inside = mask.toFlags(mask.grid().wholeBox());
        double[] values = new double[inside.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = inside[n] ? 1 : 0;
        }
        return values;
    }

    @Test
    void filteredImagesAreEqualToTheBit() throws IOException {
        Prepared ours = prepared();
        FilterInput input = new FilterInput(ours.image(), ours.region().box());
        Map<String, double[]> derived = settings.images().stream()
                .flatMap(i -> ImageFilter.of(i.type(), i.features()).derive(input).stream())
                .collect(Collectors.toMap(DerivedImage::name, DerivedImage::box));
        for (String name : List.of(
                "gradient", "log-sigma-1-mm-3D", "log-sigma-5-mm-3D", "wavelet-HHH", "wavelet-LLH",
                "square", "squareroot", "logarithm", "exponential")) {
            Volume image = StandardFormats.ALL.open(stored.resolve("filtered_" + name + ".nrrd")).read();
            assertThat(derived.get(name)).as(name).isEqualTo(image.toDoubles(ours.region().box()));
            Conformance.compared("pyradiomics/intermediate", ours.region().box().size().voxels());
        }
    }
}
