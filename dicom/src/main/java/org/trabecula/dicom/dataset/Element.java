package org.trabecula.dicom.dataset;

import java.nio.ByteOrder;
import java.util.List;

/// One element that is kept: bytes, or the items of a sequence.
record Element(Vr vr, ByteOrder order, byte[] bytes, List<DataSet> items) {
    static Element of(Vr vr, ByteOrder order, byte[] bytes) {
        return new Element(vr, order, bytes, List.of());
    }

    static Element of(List<DataSet> items) {
        return new Element(Vr.SQ, ByteOrder.LITTLE_ENDIAN, new byte[0], items);
    }
}
