package org.trabecula.dicom.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.trabecula.dicom.codec.codestream.ByteReader;
import org.trabecula.dicom.pixel.DamagedFrameException;

class TileLayoutTest {
    private static final ImageHeader IMAGE = new ImageHeader(new CodedArea(0, 0, 512, 512), 0, 0, 512, 512, 12, false, 1);

    /// A header of 12 bytes could otherwise ask for a hundred thousand objects.
    @Test
    void precinctsOfFewSamplesAreRefused() throws DamagedFrameException {
        TileSettings tiny = settings(0x11);
        assertThatThrownBy(() -> TileLayout.of(IMAGE, 0, tiny, 1 << 20)).isInstanceOf(DamagedFrameException.class)
                .hasMessageContaining("precincts in 512 x 512 samples");
        assertThat(TileLayout.of(IMAGE, 0, settings(0x77), 1 << 20).precincts().get(1)).hasSize(16);
    }

    @Test
    void morePacketsThanBytesAreRefused() throws DamagedFrameException {
        TileSettings settings = settings(0x77);
        assertThatThrownBy(() -> TileLayout.of(IMAGE, 0, settings, 19)).isInstanceOf(DamagedFrameException.class)
                .hasMessageContaining("20 JPEG 2000 packets in 19 bytes");
    }

    /// One level, blocks of 4 x 4, reversible, and precincts of one size in both resolutions.
    private static TileSettings settings(int precinct) throws DamagedFrameException {
        TileSettings settings = new TileSettings();
        byte p = (byte) precinct;
        settings.read(0xff52, new ByteReader(new byte[] {1, 0, 0, 1, 0, 1, 0, 0, 0, 1, p, p}));
        settings.read(0xff5c, new ByteReader(new byte[] {0x40, 0x60, 0x68, 0x68, 0x70}));
        return settings;
    }
}
