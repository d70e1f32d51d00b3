package org.trabecula.dicom.dataset;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Value representations (PS3.5 6.2): how the bytes of a value are to be read.
public enum Vr {
    AE, AS, AT, CS, DA, DS, DT, FD, FL, IS, LO, LT,
    OB(true), OD(true), OF(true), OL(true), OV(true), OW(true),
    PN, SH, SL,
    SQ(true),
    SS, ST,
    SV(true),
    TM,
    UC(true),
    UI, UL,
    UN(true), UR(true),
    US,
    UT(true), UV(true);

    private static final Map<String, Vr> BY_NAME = new HashMap<>();

    static {
        for (Vr vr : values()) {
            BY_NAME.put(vr.name(), vr);
        }
    }

    private final boolean longLength;

    Vr() {
        this(false);
    }

    Vr(boolean longLength) {
        this.longLength = longLength;
    }

    /// Whether explicit encodings give it two reserved bytes and a length of four bytes.
    boolean hasLongLength() {
        return longLength;
    }

    static Optional<Vr> of(int first, int second) {
        return Optional.ofNullable(BY_NAME.get("" + (char) first + (char) second));
    }
}
