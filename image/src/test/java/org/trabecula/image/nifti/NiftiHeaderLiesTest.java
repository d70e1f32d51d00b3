package org.trabecula.image.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Placement;

/// Numbers in a header that cannot be true, or not both: refused with a code, never served.
class NiftiHeaderLiesTest {
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @TempDir
    Path folder;

    static Stream<Arguments> lies() {
        return Stream.of(
                // sform columns and pixdim
                lie("sform k 2 mm, pixdim 3 mm", new NiftiBytes().straight().pixdim(1, 0.5f, 0.75f, 3), "GEO-009"),
                lie("sform of unit rows", new NiftiBytes().sform(1, -1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0), "GEO-009"),
                lie("one axis off by half a percent", new NiftiBytes().straight().pixdim(1, 0.5025f, 0.75f, 2), "GEO-009"),
                lie("an oblique sform", new NiftiBytes().sform(1, -0.4f, -0.6f, 0, 0, 0.6f, -0.4f, 0, 0, 0, 0, 2, 0)
                        .pixdim(1, 0.5f, 0.75f, 2), "GEO-009"),
                // units
                lie("millimetres called metres", new NiftiBytes().straight().units(1), "GEO-004"),
                lie("millimetres called micrometres", new NiftiBytes().straight().units(3), "GEO-004"),
                // spacing
                lie("1e-30 mm", spaced(1e-30f, 1e-30f, 1e-30f), "GEO-004"),
                lie("1e5 mm", spaced(1e5f, 1e5f, 1e5f), "GEO-004"),
                lie("101 mm", spaced(1, 1, 101), "GEO-004"),
                lie("below a micrometre", spaced(5e-4f, 5e-4f, 5e-4f), "GEO-004"),
                lie("a ratio of 20,000", spaced(0.002f, 0.002f, 40), "GEO-004"),
                lie("zero", spaced(0, 1, 1), "GEO-004"),
                lie("negative", spaced(1, -1, 1), "GEO-004"),
                lie("not a number", spaced(1, Float.NaN, 1), "GEO-004"),
                lie("infinite", spaced(1, 1, INFINITY), "GEO-004"),
                // origin
                lie("sform 1e8 mm away", new NiftiBytes().sform(1, -0.5f, 0, 0, 1e8f, 0, -0.75f, 0, 0, 0, 0, 2, 0), "GEO-008"),
                lie("sform infinitely far", new NiftiBytes().sform(1, -0.5f, 0, 0, 0, 0, -0.75f, 0, INFINITY, 0, 0, 2, 0), "GEO-006"),
                lie("qform 2e7 mm away", new NiftiBytes().qform(1, 0, 0, 1, 0, 0, -2e7f), "GEO-008"),
                // scaling
                lie("slope infinite", new NiftiBytes().straight().scaling(INFINITY, 0), "NII-008"),
                lie("slope minus infinite", new NiftiBytes().straight().scaling(-INFINITY, 0), "NII-008"),
                lie("intercept infinite", new NiftiBytes().straight().scaling(1, INFINITY), "NII-008"),
                lie("intercept infinite, slope 0", new NiftiBytes().straight().scaling(0, -INFINITY), "NII-008"),
                lie("intercept not a number", new NiftiBytes().straight().scaling(2, Float.NaN), "NII-008"),
                lie("scaled past 32-bit floats", new NiftiBytes().straight().scaling(1e37f, 0), "NII-008"),
                lie("sum past 32-bit floats", new NiftiBytes().straight().scaling(1e33f, Float.MAX_VALUE), "NII-008"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void isRefused(String lie, NiftiBytes bytes, String code) {
        assertThatThrownBy(() -> open(bytes).read()).hasMessageContaining("error " + code);
    }

    @Test
    void aContradictionShowsBothLengthsAndBothVolumes() {
        assertThatThrownBy(() -> open(new NiftiBytes().straight().pixdim(1, 0.5f, 0.75f, 3)))
                .hasMessageContaining("along k 3.00000 mm by pixdim, 2.00000 mm by the sform")
                .hasMessageContaining("1.12500 or 0.750000 mm³");
    }

    /// pixdim belongs to the qform; the sform is then another space of the same image.
    @Test
    void besideAQformTheSformHoldsAndBothAreSaid() throws IOException {
        ImageFile image = open(new NiftiBytes().straight().pixdim(1, 0.5f, 0.75f, 3).qform(1, 0, 0, 1, 10, 20, 30));
        assertThat(image.grid().spacing().kMm()).isEqualTo(2);
        assertThat(image.notes())
                .anyMatch(note -> note.contains("pixdim[3] and the qform say 3.00000 mm, the sform 2.00000 mm along k"))
                .anyMatch(note -> note.contains("disagree by up to 1.000 mm"));
    }

    /// 32-bit floats and a few digits are rounding, not a lie.
    @Test
    void roundingIsNoContradiction() throws IOException {
        assertThat(open(new NiftiBytes().straight().pixdim(1, 0.5004f, 0.75f, 2)).grid().spacing().iMm()).isEqualTo(0.5004f);
    }

    @Test
    void theFinestAndTheCoarsestAreServed() throws IOException {
        assertThat(open(spaced(0.001f, 0.001f, 0.001f)).grid().spacing().iMm()).isEqualTo(0.001f);
        assertThat(open(spaced(0.5f, 0.5f, 100)).grid().spacing().kMm()).isEqualTo(100);
    }

    private static NiftiBytes spaced(float i, float j, float k) {
        return new NiftiBytes().pixdim(1, i, j, k).qform(1, 0, 0, 1, 0, 0, 0);
    }

    private static Arguments lie(String name, NiftiBytes bytes, String code) {
        return Arguments.of(name, bytes, code);
    }

    private ImageFile open(NiftiBytes bytes) throws IOException {
        return NiftiFile.open(bytes.writeTo(folder.resolve("image.nii")), Placement.STATED);
    }
}
