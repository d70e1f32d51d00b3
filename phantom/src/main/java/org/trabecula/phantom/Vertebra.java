package org.trabecula.phantom;

/// One vertebra in place: its body's shape, where it stands and how it leans.
///
/// @param centre   of the sound body, in the patient's frame (x left, y back, z head; mm)
/// @param leanRad  forward lean in the sagittal plane
/// @param sideRad  lean to the left in the coronal plane
/// @param discMm   height of the disc below
record Vertebra(Level level, BodyShape shape, double[] centre, double leanRad, double sideRad, double discMm) {
    /// Unit vectors u, v, w of the vertebra's frame as rows.
    double[][] axes() {
        double c = Math.cos(leanRad);
        double s = Math.sin(leanRad);
        double e = Math.cos(sideRad);
        double f = Math.sin(sideRad);
        // leaning forward carries the head end to the front (−y); leaning left carries it to the left (+x)
        double[] w = {f * c, -s, e * c};
        double[] v = {f * s, c, e * s};
        double[] u = {e, 0, -f};
        return new double[][] {u, v, w};
    }
}
