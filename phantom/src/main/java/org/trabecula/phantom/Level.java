package org.trabecula.phantom;

/// A vertebra of the column, from the head down, with the number that TotalSegmentator gives its label and the size of
/// its body in a middle-sized adult.
///
/// Sizes in mm, rounded, after Panjabi et al., Spine 16 (1991) 888–901 (thoracic) and Spine 17 (1992) 299–306 (lumbar);
/// the disc is the one below the vertebra.
public enum Level {
    T3(41, 25, 20, 17.5, 3.2),
    T4(40, 25, 21.5, 18, 3.2),
    T5(39, 26, 23.5, 18.5, 3.4),
    T6(38, 27, 25, 19, 3.8),
    T7(37, 28.5, 26.5, 19.5, 4.2),
    T8(36, 30, 28, 20, 4.6),
    T9(35, 32, 29, 21, 5),
    T10(34, 34.5, 30, 22, 5.6),
    T11(33, 37.5, 30.5, 23.5, 6),
    T12(32, 40.5, 31, 25, 6.8),
    L1(31, 42.5, 32, 26.5, 8),
    L2(30, 44.5, 33, 27.5, 9.2),
    L3(29, 46, 34, 28, 10.4),
    L4(28, 48, 34.5, 28, 11),
    L5(27, 50, 35, 27.5, 10),
    S1(26, 50, 33, 27, 5);

    private final int label;
    private final double widthMm;
    private final double depthMm;
    private final double heightMm;
    private final double discMm;

    Level(int label, double widthMm, double depthMm, double heightMm, double discMm) {
        this.label = label;
        this.widthMm = widthMm;
        this.depthMm = depthMm;
        this.heightMm = heightMm;
        this.discMm = discMm;
    }

    /// The number in label maps.
    public int label() {
        return label;
    }

    double widthMm() {
        return widthMm;
    }

    double depthMm() {
        return depthMm;
    }

    double heightMm() {
        return heightMm;
    }

    double discMm() {
        return discMm;
    }

    boolean isThoracic() {
        return compareTo(T12) <= 0;
    }

    /// The neighbour `steps` vertebrae further down (negative: up).
    Level below(int steps) {
        return values()[ordinal() + steps];
    }

    /// How often a fracture sits here among fractures of the same region (thoracic or lumbar): a peak at the
    /// thoracolumbar junction, a small one in the middle of the chest. Sums to 1 over T5 … T12 and over L1 … L5.
    double shareWithinRegion() {
        return switch (this) {
            case T5 -> 0.02;
            case T6 -> 0.04;
            case T7 -> 0.08;
            case T8 -> 0.09;
            case T9 -> 0.07;
            case T10 -> 0.08;
            case T11 -> 0.20;
            case T12 -> 0.42;
            case L1 -> 0.40;
            case L2 -> 0.21;
            case L3 -> 0.16;
            case L4 -> 0.14;
            case L5 -> 0.09;
            case T3, T4, S1 -> 0;
        };
    }
}
