package org.trabecula.dicom.dataset;

import java.nio.ByteOrder;

/// How the elements of a data set are written.
///
/// @param explicit whether each element says its value representation
record Encoding(boolean explicit, ByteOrder order) {
    static final Encoding IMPLICIT_LITTLE = new Encoding(false, ByteOrder.LITTLE_ENDIAN);
    static final Encoding EXPLICIT_LITTLE = new Encoding(true, ByteOrder.LITTLE_ENDIAN);

    /// The bytes that [#ofFirstElement] looks at.
    static final int FIRST_BYTES = 8;

    /// What a transfer syntax says; all that are not named here are explicit and little endian.
    static Encoding of(TransferSyntax syntax) {
        if (syntax.equals(TransferSyntax.IMPLICIT_LITTLE) || syntax.uid().equals("1.2.840.113619.5.2")) {
            return IMPLICIT_LITTLE;
        }
        return new Encoding(true, syntax.equals(TransferSyntax.EXPLICIT_BIG) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /// What the first element of a data set looks like; `otherwise`, if it looks like none.
    ///
    /// @param head its first 8 bytes
    static Encoding ofFirstElement(byte[] head, Encoding otherwise) {
        if (head.length < FIRST_BYTES) {
            return otherwise;
        }
        int littleGroup = (head[0] & 0xff) | (head[1] & 0xff) << 8;
        int bigGroup = (head[0] & 0xff) << 8 | (head[1] & 0xff);
        boolean named = Vr.of(head[4] & 0xff, head[5] & 0xff).isPresent();
        if (isFirstGroup(littleGroup)) {
            return new Encoding(named, ByteOrder.LITTLE_ENDIAN);
        }
        return isFirstGroup(bigGroup) && named ? new Encoding(true, ByteOrder.BIG_ENDIAN) : otherwise;
    }

    /// Whether a data set without a preamble may begin like this.
    static boolean begins(byte[] head) {
        if (head.length < FIRST_BYTES) {
            return false;
        }
        Encoding none = new Encoding(false, ByteOrder.BIG_ENDIAN);
        Encoding found = ofFirstElement(head, none);
        if (found.equals(none)) {
            return false;
        }
        // without a named representation, the length of the first element is small: group length, character set, image type, UID
        return found.explicit || (head[6] == 0 && head[7] == 0 && (head[5] & 0xff) < 2 && head[4] != 0 && head[1] == 0);
    }

    private static boolean isFirstGroup(int group) {
        return group == 0x0002 || group == 0x0004 || group == 0x0008;
    }
}
