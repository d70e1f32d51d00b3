package org.trabecula.deep.crop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.deep.gradcam.HeatPicture;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

class PicturesTest {
    @TempDir
    Path temp = Path.of("");

    @Test
    void aPictureSpansTheWindow() throws IOException {
        Crop crop = crop();
        GreyPicture.write(temp.resolve("crop.png"), GreyPicture.of(crop));
        BufferedImage back = ImageIO.read(temp.resolve("crop.png").toFile());
        assertThat(back.getWidth()).isEqualTo(64);
        assertThat(back.getRaster().getSample(0, 32, 0)).isZero(); // front: −250 HU
        assertThat(back.getRaster().getSample(63, 32, 0)).isEqualTo(255); // back: 1250 HU
    }

    @Test
    void aSheetShowsThePatientsProportions() {
        Crop crop = crop();
        BufferedImage sheet = ContactSheet.of(List.of("crops"), Collections.nCopies(9, ContactSheet.Tile.of(crop, "VF-0001")));
        assertThat(sheet.getWidth()).isEqualTo(8 * 128 + 8);
        // 24 mm wide and 14 mm high: 120 × 70 pixels in the middle of the tile
        int top = 20 + 8 + 25;
        assertThat(sheet.getRGB(8 + 119, top)).isEqualTo(0xffffffff);
        assertThat(sheet.getRGB(8 + 119, top - 1)).isEqualTo(0xff202020);
        assertThat(sheet.getRGB(8 + 119, top + 69)).isEqualTo(0xffffffff);
        assertThat(sheet.getRGB(8 + 119, top + 70)).isEqualTo(0xff202020);
    }

    /// The key of colours stands under the title, from no heat to the most, and the tiles move down by its line.
    @Test
    void aSheetShowsWhatItsColoursMean() {
        ContactSheet.Tile tile = ContactSheet.Tile.of(crop(), "VF-0001");
        ContactSheet.ColourKey key = new ContactSheet.ColourKey(HeatPicture.bar(90, 7), "nothing", "most");
        BufferedImage plain = ContactSheet.of(List.of("maps"), List.of(tile));
        BufferedImage keyed = ContactSheet.of(List.of("maps"), Optional.of(key), List.of(tile));
        assertThat(keyed.getHeight()).isGreaterThan(plain.getHeight());
        int bar = 8 + 6 * "nothing".length() + 8;
        int row = 8 + 10 + 3;
        assertThat(keyed.getRGB(bar, row)).isEqualTo(HeatPicture.bar(90, 7).getRGB(0, 0));
        assertThat(keyed.getRGB(bar + 89, row)).isEqualTo(HeatPicture.bar(90, 7).getRGB(89, 0));
        assertThat(red(keyed.getRGB(bar + 60, row))).isGreaterThan(red(keyed.getRGB(bar, row)));
    }

    private static int red(int rgb) {
        return rgb >> 16 & 0xff;
    }

    @Test
    void sameCropsGiveSameBytes() throws IOException {
        for (String name : List.of("one.png", "two.png")) {
            GreyPicture.write(temp.resolve(name), ContactSheet.of(List.of("crops"), List.of(ContactSheet.Tile.of(crop(), "a?ä"))));
        }
        assertThat(Files.readAllBytes(temp.resolve("one.png"))).isEqualTo(Files.readAllBytes(temp.resolve("two.png")));
    }

    /// 20 mm front to back and 10 mm head to feet without margin, dark in front and bright behind.
    private static Crop crop() {
        Grid grid = Grid.axisAligned(new Size(9, 41, 31), Spacing.isotropic(1));
        return CropPlan.of(
                        WorldPhantom.mask(grid, p -> p.y() >= 10 && p.y() < 29.5 && p.z() >= 10 && p.z() < 19.5),
                        CropSettings.paper())
                .sample(WorldPhantom.volume(grid, p -> p.y() > 20 ? 2000 : -900), "case");
    }
}
