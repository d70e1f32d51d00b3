package org.trabecula.dicom.dataset;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a data set is encoded and its pixel data compressed (PS3.5 10).
///
/// @param uid  as the file states it, without padding
/// @param name as PS3.6 names it, without the word "Transfer Syntax"
public record TransferSyntax(String uid, String name) {
    public static final TransferSyntax IMPLICIT_LITTLE = new TransferSyntax("1.2.840.10008.1.2", "Implicit VR Little Endian");
    public static final TransferSyntax EXPLICIT_LITTLE = new TransferSyntax("1.2.840.10008.1.2.1", "Explicit VR Little Endian");
    public static final TransferSyntax DEFLATED =
            new TransferSyntax("1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian");
    public static final TransferSyntax EXPLICIT_BIG = new TransferSyntax("1.2.840.10008.1.2.2", "Explicit VR Big Endian");
    public static final TransferSyntax RLE = new TransferSyntax("1.2.840.10008.1.2.5", "RLE Lossless");
    public static final TransferSyntax DEFLATED_FRAMES =
            new TransferSyntax("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression");

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        for (TransferSyntax one : new TransferSyntax[] {IMPLICIT_LITTLE, EXPLICIT_LITTLE, DEFLATED, EXPLICIT_BIG, RLE, DEFLATED_FRAMES}) {
            NAMES.put(one.uid, one.name);
        }
        NAMES.put("1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed Explicit VR Little Endian");
        NAMES.put("1.2.840.10008.1.2.4.50", "JPEG Baseline (Process 1)");
        NAMES.put("1.2.840.10008.1.2.4.51", "JPEG Extended (Process 2 & 4)");
        NAMES.put("1.2.840.10008.1.2.4.53", "JPEG Spectral Selection, Non-Hierarchical (Process 6 & 8)");
        NAMES.put("1.2.840.10008.1.2.4.55", "JPEG Full Progression, Non-Hierarchical (Process 10 & 12)");
        NAMES.put("1.2.840.10008.1.2.4.57", "JPEG Lossless, Non-Hierarchical (Process 14)");
        NAMES.put("1.2.840.10008.1.2.4.70", "JPEG Lossless, Non-Hierarchical, First-Order Prediction");
        NAMES.put("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless");
        NAMES.put("1.2.840.10008.1.2.4.81", "JPEG-LS Lossy (Near-Lossless)");
        NAMES.put("1.2.840.10008.1.2.4.90", "JPEG 2000 (Lossless Only)");
        NAMES.put("1.2.840.10008.1.2.4.91", "JPEG 2000");
        NAMES.put("1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Multi-component (Lossless Only)");
        NAMES.put("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2 Multi-component");
        NAMES.put("1.2.840.10008.1.2.4.94", "JPIP Referenced");
        NAMES.put("1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate");
        NAMES.put("1.2.840.10008.1.2.4.100", "MPEG2 Main Profile / Main Level");
        NAMES.put("1.2.840.10008.1.2.4.101", "MPEG2 Main Profile / High Level");
        NAMES.put("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1");
        NAMES.put("1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1");
        NAMES.put("1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile / Level 5.1");
        NAMES.put("1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile / Level 5.1");
        NAMES.put("1.2.840.10008.1.2.4.110", "JPEG XL Lossless");
        NAMES.put("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression");
        NAMES.put("1.2.840.10008.1.2.4.112", "JPEG XL");
        NAMES.put("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000, HTJ2K (Lossless Only)");
        NAMES.put("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000, HTJ2K, with RPCL Options (Lossless Only)");
        NAMES.put("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000, HTJ2K");
        NAMES.put("1.2.840.113619.5.2", "GE Private Implicit VR with Big Endian pixel data");
    }

    static TransferSyntax of(String uid) {
        return new TransferSyntax(uid, NAMES.getOrDefault(uid, "a transfer syntax that is not known"));
    }

    /// Of a data set that states none.
    static TransferSyntax of(Encoding encoding) {
        if (!encoding.explicit()) {
            return IMPLICIT_LITTLE;
        }
        return encoding.order() == ByteOrder.BIG_ENDIAN ? EXPLICIT_BIG : EXPLICIT_LITTLE;
    }

    /// Whether pixel data are stored as they are, not in fragments.
    public boolean isNative() {
        return equals(IMPLICIT_LITTLE) || equals(EXPLICIT_LITTLE) || equals(DEFLATED) || equals(EXPLICIT_BIG);
    }

    boolean isDeflated() {
        return equals(DEFLATED);
    }

    /// As messages name it: name and UID.
    public String title() {
        return name + " (" + uid + ")";
    }
}
