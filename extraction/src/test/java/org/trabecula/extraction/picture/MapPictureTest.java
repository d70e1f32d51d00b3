package org.trabecula.extraction.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.Progress;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.settings.KernelSettings;
import org.trabecula.radiomics.voxelwise.FeatureMap;
import org.trabecula.radiomics.voxelwise.VoxelwiseRadiomics;

/// A block of 4 × 4 × 4 voxels of 5 mm in LPS; values rise with i, towards the patient's left. The planes show 40 mm, the block 20 mm of them.
class MapPictureTest {
    private static final Grid GRID = Grid.axisAligned(new Size(8, 8, 8), Spacing.isotropic(5));
    private static final int DARKEST = 0xff440154;
    private static final int BRIGHTEST = 0xfffde725;

    @TempDir
    Path folder;

    private ImageFile ct;
    private Mask mask;

    @BeforeEach
    void makeInput() throws IOException {
        short[] values = new short[512];
        boolean[] inside = new boolean[512];
        for (int n = 0; n < values.length; n++) {
            int i = n % 8;
            int j = n / 8 % 8;
            int k = n / 64;
            values[n] = (short) (100 * i);
            inside[n] = i >= 2 && i <= 5 && j >= 2 && j <= 5 && k >= 2 && k <= 5;
        }
        Path file = folder.resolve("ct.nii");
        StandardFormats.ALL.write(Volume.ofShorts(GRID, values), file);
        ct = StandardFormats.ALL.open(file);
        mask = Mask.of(GRID, GRID.wholeBox(), inside);
    }

    private BufferedImage picture(String feature) throws IOException {
        FeatureMap[] only = new FeatureMap[1];
        VoxelwiseRadiomics.with(ParameterFile.parse("test", "featureClass: " + feature), KernelSettings.DEFAULTS)
                .extract(ct, mask, new VoxelwiseRadiomics.Receiver() {
                    @Override
                    public boolean wants(String column) {
                        return true;
                    }

                    @Override
                    public void take(List<FeatureMap> maps) {
                        only[0] = maps.getFirst();
                    }
                }, Progress.NONE);
        return MapPicture.of(ct, mask).of(only[0], only[0].name());
    }

    /// The pixel of a plane that shows a place, in mm from the middle of the block.
    private static int rgb(BufferedImage picture, int plane, double rightMm, double upMm) {
        int column = (int) ((0.5 + rightMm / 40) * MapPicture.PIXELS);
        int row = (int) ((0.5 - upMm / 40) * MapPicture.PIXELS);
        return picture.getRGB(plane * MapPicture.PIXELS + column, MapPicture.MARGIN + row);
    }

    @Test
    void leastAndGreatestValueHaveTheEndsOfTheBarInAllPlanesThatShowThem() throws IOException {
        BufferedImage picture = picture("{firstorder: [Maximum]}"); // of a kernel: 300 at i = 2, 500 at i = 4 and 5
        for (int plane : new int[] {1, 2}) { // coronal and axial have the patient's left on the right
            assertThat(rgb(picture, plane, -7.5, 2)).isEqualTo(DARKEST);
            assertThat(rgb(picture, plane, 7.5, -2)).isEqualTo(BRIGHTEST);
            assertThat(rgb(picture, plane, 2.5, -2)).isEqualTo(BRIGHTEST);
        }
        int bar = MapPicture.MARGIN + MapPicture.PIXELS + 15;
        int ends = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            ends += picture.getRGB(x, bar) == DARKEST || picture.getRGB(x, bar) == BRIGHTEST ? 1 : 0;
        }
        assertThat(ends).isPositive();
    }

    @Test
    void outsideTheRegionTheScanShowsGrey() throws IOException {
        BufferedImage picture = picture("{firstorder: [Maximum]}");
        int outside = rgb(picture, 2, 12.5, 0) & 0xffffff;
        assertThat(outside >> 16).isEqualTo(outside & 0xff).isEqualTo(outside >> 8 & 0xff).isBetween(100, 160); // 600 HU of −250 … 1250
    }

    @Test
    void aMapOfOneValueHasTheMiddleOfTheBar() throws IOException {
        assertThat(Viridis.rgb(0.5)).isEqualTo(0x23908c); // halfway between 0x26828e and 0x1f9e89, rounded
        BufferedImage flat = picture("{glrlm: [GrayLevelVariance]}\nsetting: {binWidth: 100000}");
        assertThat(rgb(flat, 2, -7.5, 0) & 0xffffff).isEqualTo(Viridis.rgb(0.5));
    }
}
