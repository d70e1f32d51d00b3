package org.trabecula.dicom.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.trabecula.core.Hash;

/// A Part 10 file to be written, uncompressed, in Explicit VR Little Endian.
///
/// Its UIDs are made of its contents: the same contents give the same bytes wherever and whenever they are written.
///
/// @param sopClass of the object
/// @param data     everything but SOP Class and Instance UID and the pixel data
/// @param pixels   of all frames; an odd length is padded; of length 0 in an object without pictures, which has no Pixel Data then
public record NewDicomFile(String sopClass, NewDataSet data, byte[] pixels) {
    /// Of this program; made once, at random.
    private static final String IMPLEMENTATION_CLASS = "2.25.132120643832522393717221711567893250432";
    private static final String IMPLEMENTATION_NAME = "TRABECULA";
    private static final int PREAMBLE_BYTES = 128;
    private static final int UUID_BYTES = 16;

    /// A UID that belongs to these contents and to `purpose` (PS3.5 B.2: the integer of a UUID, here of version 8, RFC 9562).
    public String uid(String purpose) {
        MessageDigest digest = Hash.digest();
        digest.update((sopClass + "\n" + purpose + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(data.toBytes());
        digest.update(pixels);
        return uid(digest.digest());
    }

    /// The same for a text, such as the UID that something is derived from.
    public static String uidOf(String text) {
        return uid(Hash.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String uid(byte[] hash) {
        byte[] uuid = Arrays.copyOf(hash, UUID_BYTES);
        uuid[6] = (byte) (uuid[6] & 0x0f | 0x80);
        uuid[8] = (byte) (uuid[8] & 0x3f | 0x80);
        return "2.25." + new BigInteger(1, uuid);
    }

    /// @param instance its SOP Instance UID
    public void write(String instance, OutputStream out) throws IOException {
        NewDataSet meta = new NewDataSet()
                .bytes(Tag.FILE_META_INFORMATION_VERSION, new byte[] {0, 1})
                .text(Tag.MEDIA_STORAGE_SOP_CLASS_UID, sopClass)
                .text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, instance)
                .text(Tag.TRANSFER_SYNTAX_UID, TransferSyntax.EXPLICIT_LITTLE.uid())
                .text(Tag.IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_CLASS)
                .text(Tag.IMPLEMENTATION_VERSION_NAME, IMPLEMENTATION_NAME);
        int length = meta.toBytes().length;
        out.write(new byte[PREAMBLE_BYTES]);
        out.write(new byte[] {'D', 'I', 'C', 'M'});
        out.write(meta.whole(Tag.FILE_META_INFORMATION_GROUP_LENGTH, length).toBytes());
        out.write(new NewDataSet().with(data).text(Tag.SOP_CLASS_UID, sopClass).text(Tag.SOP_INSTANCE_UID, instance).toBytes());
        if (pixels.length == 0) {
            return;
        }
        out.write(NewDataSet.header(Tag.PIXEL_DATA, pixels.length + pixels.length % 2));
        out.write(pixels);
        if (pixels.length % 2 == 1) {
            out.write(0);
        }
    }
}
