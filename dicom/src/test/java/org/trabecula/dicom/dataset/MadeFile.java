package org.trabecula.dicom.dataset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// A DICOM file in memory, written element by element as explicit VR little endian.
public final class MadeFile {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public MadeFile element(int tag, String vr, byte[] value) {
        boolean longLength = Vr.valueOf(vr).hasLongLength();
        header(tag).writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
        if (longLength) {
            bytes.writeBytes(little(4 + 2).putShort((short) 0).putInt(value.length).array());
        } else {
            bytes.writeBytes(little(2).putShort((short) value.length).array());
        }
        bytes.writeBytes(value);
        return this;
    }

    public MadeFile element(int tag, String vr, String value) {
        return element(tag, vr, (value.length() % 2 == 0 ? value : value + " ").getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Numbers of 16 bits.
    public MadeFile shorts(int tag, int... values) {
        ByteBuffer all = little(2 * values.length);
        for (int value : values) {
            all.putShort((short) value);
        }
        return element(tag, "US", all.array());
    }

    /// A sequence with its length.
    public MadeFile sequence(int tag, List<MadeFile> items) {
        MadeFile inside = new MadeFile();
        for (MadeFile one : items) {
            inside.item(one.bytes.size());
            inside.bytes.writeBytes(one.bytes.toByteArray());
        }
        return element(tag, "SQ", inside.bytes.toByteArray());
    }

    /// A bare data set.
    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    /// The header alone of an element with a long length.
    MadeFile open(int tag, String vr, int length) {
        header(tag).writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(little(6).putShort((short) 0).putInt(length).array());
        return this;
    }

    MadeFile item(int length) {
        header(0xFFFE_E000).writeBytes(little(4).putInt(length).array());
        return this;
    }

    private ByteArrayOutputStream header(int tag) {
        bytes.writeBytes(little(4).putShort((short) (tag >>> 16)).putShort((short) tag).array());
        return bytes;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// As a bare data set.
    DicomFile.Opened read() throws IOException {
        return DicomFile.open(source(bytes.toByteArray()));
    }

    /// With file meta information that says deflated, and zeros behind the last element.
    DicomFile.Opened readDeflated(int mebibytesOfZeros) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[128]);
        file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(new MadeFile().element(0x0002_0010, "UI", "1.2.840.10008.1.2.1.99").bytes.toByteArray());
        try (DeflaterOutputStream out = new DeflaterOutputStream(file, new Deflater(1, true))) {
            bytes.writeTo(out);
            for (int n = 0; n < mebibytesOfZeros; n++) {
                out.write(new byte[1 << 20]);
            }
        }
        return DicomFile.open(source(file.toByteArray()));
    }

    private static DicomSource source(byte[] whole) {
        return new DicomSource() {
            @Override
            public String name() {
                return "made.dcm";
            }

            @Override
            public long length() {
                return whole.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(whole);
            }
        };
    }
}
