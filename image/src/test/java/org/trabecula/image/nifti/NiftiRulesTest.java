package org.trabecula.image.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.InputException;
import org.trabecula.core.RandomStreams;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Spacing;
import org.trabecula.image.VoxelType;
import org.trabecula.image.formats.StandardFormats;

/// The rules of `nifti1.h` one by one, on files built for each.
class NiftiRulesTest {
    @TempDir
    Path folder;

    @Test
    void spacingIsPixdimAndPlaceIsTheSform() throws IOException {
        Grid grid = open(new NiftiBytes().straight()).grid();
        assertThat(grid.spacing()).isEqualTo(new Spacing(0.5, 0.75, 2));
        assertThat(grid.originMm()).isEqualTo(new PointMm(-10, -20, 30));
        assertThat(grid.direction()).isEqualTo(Mat3.IDENTITY);
    }

    @Test
    void theSformWinsOverTheQformAndSaysSo() throws IOException {
        ImageFile image = open(new NiftiBytes().straight().qform(1, 0, 0, 1, 10, 20, 33));
        assertThat(image.grid().originMm().z()).isEqualTo(30);
        assertThat(image.notes()).anyMatch(note -> note.contains("disagree by up to 3.000 mm"));
    }

    @Test
    void aBrokenQformBehindAnSformIsNoted() throws IOException {
        ImageFile image = open(new NiftiBytes().straight().qform(1, 1, 1, 1, 0, 0, 0));
        assertThat(image.notes()).anyMatch(note -> note.contains("the qform is not usable"));
    }

    @Test
    void aHalfTurnByQuaternionIsExact() throws IOException {
        Grid grid = open(new NiftiBytes().qform(1, 0, 0, 1, 10, 20, 30)).grid();
        assertThat(grid.direction()).isEqualTo(Mat3.IDENTITY);
        assertThat(grid.originMm()).isEqualTo(new PointMm(-10, -20, 30));
    }

    @Test
    void shearBeyondRoundingIsRefusedAndRoundingIsNot() throws IOException {
        assertThatThrownBy(() -> open(new NiftiBytes().sform(1, -0.5f, 0.01f, 0, 0, 0, -0.75f, 0, 0, 0, 0, 2, 0)))
                .hasMessageContaining("GEO-003")
                .hasMessageContaining("i–j 90.764°");
        assertThat(open(new NiftiBytes().sform(1, -0.5f, 0.0002f, 0, 0, 0, -0.75f, 0, 0, 0, 0, 2, 0)).grid()).isNotNull();
    }

    @Test
    void micrometresBecomeMillimetres() throws IOException {
        Grid grid = open(new NiftiBytes().units(3).pixdim(1, 500, 750, 2000).qform(1, 0, 0, 1, 1000, 0, 0)).grid();
        assertThat(grid.spacing()).isEqualTo(new Spacing(0.5, 0.75, 2));
        assertThat(grid.originMm().x()).isEqualTo(-1);
    }

    @Test
    void anUnknownUnitIsRefused() {
        assertThatThrownBy(() -> open(new NiftiBytes().straight().units(5))).hasMessageContaining("GEO-007");
    }

    @Test
    void scaledIntegersBecome32BitFloatsAsInItk() throws IOException {
        ImageFile image = open(new NiftiBytes().straight().scaling(0.5f, -1024));
        assertThat(image.type()).isEqualTo(VoxelType.FLOAT32);
        assertThat(image.read().at(2, 1, 1)).isEqualTo(-1018.5);
    }

    @Test
    void anInterceptAloneIsAScaling() throws IOException {
        ImageFile image = open(new NiftiBytes().straight().scaling(1, -1024));
        assertThat(image.type()).isEqualTo(VoxelType.FLOAT32);
        assertThat(image.read().at(0, 0, 0)).isEqualTo(-1024);
    }

    @Test
    void noScalingKeepsTheType() throws IOException {
        float[][] none = {{1, 0}, {0, 5}, {Float.NaN, Float.NaN}, {Float.NaN, 7}};
        for (float[] scaling : none) {
            ImageFile image = open(new NiftiBytes().straight().scaling(scaling[0], scaling[1]));
            assertThat(image.type()).isEqualTo(VoxelType.INT16);
            assertThat(image.read().at(2, 1, 1)).isEqualTo(11);
        }
        assertThatThrownBy(() -> open(new NiftiBytes().straight().scaling(2, Float.NaN))).hasMessageContaining("NII-008");
    }

    @Test
    void voxelsFollowTheHeaderWhenTheOffsetIsZero() throws IOException {
        ImageFile image = open(new NiftiBytes().straight().voxOffset(0));
        assertThat(image.read().at(1, 0, 0)).isEqualTo(1);
        assertThat(image.notes()).anyMatch(note -> note.contains("vox_offset is 0"));
    }

    @Test
    void anOffsetBetweenBytesOrInTheHeaderIsRefused() {
        assertThatThrownBy(() -> open(new NiftiBytes().straight().voxOffset(352.5f))).hasMessageContaining("NII-004");
        assertThatThrownBy(() -> open(new NiftiBytes().straight().voxOffset(100))).hasMessageContaining("NII-004");
    }

    @Test
    void aPairIsOpenedByEitherHalfPlainOrCompressed() throws IOException {
        for (String[] names : new String[][] {
            {"a.hdr", "a.img"}, {"b.hdr.gz", "b.img.gz"}, {"c.hdr", "c.img.gz"}, {"D.HDR", "D.IMG"}, {"e.f.hdr", "e.f.img"}
        }) {
            NiftiBytes bytes = new NiftiBytes().straight().magic("ni1").voxOffset(0);
            NiftiBytes.write(folder.resolve(names[0]), bytes.header());
            NiftiBytes.write(folder.resolve(names[1]), NiftiBytes.voxels());
            for (String name : names) {
                assertThat(StandardFormats.ALL.open(folder.resolve(name)).read().at(2, 1, 1)).as(name).isEqualTo(11);
            }
        }
    }

    @Test
    void halfAPairIsRefused() throws IOException {
        byte[] header = new NiftiBytes().straight().magic("ni1").voxOffset(0).header();
        Path alone = NiftiBytes.write(folder.resolve("alone.hdr"), header);
        assertThatThrownBy(() -> StandardFormats.ALL.open(alone)).hasMessageContaining("NII-009").hasMessageContaining("alone.img");
        Path lost = NiftiBytes.write(folder.resolve("lost.img"), NiftiBytes.voxels());
        assertThatThrownBy(() -> StandardFormats.ALL.open(lost)).hasMessageContaining("NII-009");
        Path named = NiftiBytes.write(folder.resolve("named.nii"), header);
        assertThatThrownBy(() -> StandardFormats.ALL.open(named)).hasMessageContaining("NII-009");
    }

    @Test
    void trailingDimensionsOfOneAreOneVolume() throws IOException {
        assertThat(open(new NiftiBytes().straight().dim(7, 3, 2, 2, 1, 1, 1, 1)).grid().size().voxels()).isEqualTo(12);
        assertThat(open(new NiftiBytes().straight().dim(3, 3, 2, 2, 99)).grid().size().voxels()).isEqualTo(12);
        assertThatThrownBy(() -> open(new NiftiBytes().straight().dim(5, 2, 1, 1, 1, 3)))
                .hasMessageContaining("NII-007")
                .hasMessageContaining("dim[5] = 3");
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        for (String name : new String[] {"whole.nii", "whole.nii.gz"}) {
            byte[] bytes = Files.readAllBytes(new NiftiBytes().straight().writeTo(folder.resolve(name)));
            for (int length = 0; length < bytes.length; length++) {
                Path file = Files.write(folder.resolve("cut.nii"), Arrays.copyOf(bytes, length));
                assertThatThrownBy(() -> StandardFormats.ALL.open(file).read())
                        .as("%s, %d of %d bytes", name, length, bytes.length)
                        .isInstanceOf(InputException.class);
            }
        }
    }

    /// Near a half turn a = √(1 − b² − c² − d²) keeps half the digits of a double, hence 1e-7.
    @Test
    void rotationsComeBackFromTheirQuaternions() {
        var random = new RandomStreams(4).stream("quaternions");
        for (int n = 0; n < 200; n++) {
            double b = random.nextDouble(-1, 1);
            double c = random.nextDouble(-1, 1);
            double d = random.nextDouble(-1, 1);
            double a = n % 4 == 0 ? 0 : random.nextDouble(0, 1);
            double norm = Math.sqrt(a * a + b * b + c * c + d * d);
            Mat3 matrix = new NiftiRotation(b / norm, c / norm, d / norm).matrix();
            Mat3 back = NiftiRotation.of(matrix).matrix();
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    assertThat(back.at(row, column)).isCloseTo(matrix.at(row, column), within(1e-7));
                }
            }
        }
    }

    private ImageFile open(NiftiBytes bytes) throws IOException {
        return StandardFormats.ALL.open(bytes.writeTo(folder.resolve("image.nii")));
    }
}
