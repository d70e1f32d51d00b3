package org.trabecula.phantom;

/// The surface of one vertebral body in its own frame: u to the left, v to the back, w to the head, in mm, origin in the
/// middle of the sound body.
///
/// The outline is a kidney-shaped superellipse with a waist; top and bottom are endplates, hollowed a little by the discs.
/// A fracture lowers, hollows and steps them. All functions return mm, positive inside.
final class BodyShape {
    private static final double EXPONENT = 2.3;
    private static final double WAIST = 0.10;
    /// How far the back wall is drawn in at its middle.
    private static final double HILUS = 0.24;
    /// Radius over which rim and wall run into each other.
    private static final double ROUNDING_MM = 2.5;
    /// A wedge fracture sinks in from above; the lower endplate takes this share.
    private static final double LOWER_SHARE = 0.15;

    private final double halfWidthMm;
    private final double halfDepthMm;
    private final double halfHeightMm;
    private final Fracture fracture;
    private final double hollowTopMm;
    private final double hollowBottomMm;

    /// @param scale size of this person relative to [Level]'s sizes
    BodyShape(Level level, double scale, Fracture fracture) {
        this.halfWidthMm = level.widthMm() / 2 * scale;
        this.halfDepthMm = level.depthMm() / 2 * scale;
        this.halfHeightMm = level.heightMm() / 2 * scale;
        this.fracture = fracture;
        this.hollowTopMm = 1.3 + fracture.biconcavityMm();
        this.hollowBottomMm = 1.5 + 0.7 * fracture.biconcavityMm();
    }

    double halfWidthMm() {
        return halfWidthMm;
    }

    double halfDepthMm() {
        return halfDepthMm;
    }

    double halfHeightMm() {
        return halfHeightMm;
    }

    Fracture fracture() {
        return fracture;
    }

    /// Height of the upper endplate's surface.
    double top(double u, double v) {
        return rimTop(v / halfDepthMm) - hollowTopMm * dome(u / halfWidthMm, v / halfDepthMm);
    }

    /// Height of the lower endplate's surface.
    double bottom(double u, double v) {
        return rimBottom(v / halfDepthMm) + hollowBottomMm * dome(u / halfWidthMm, v / halfDepthMm);
    }

    /// The upper endplate without its hollow, which the disc above rests on.
    double rimTop(double q) {
        double height = 2 * halfHeightMm;
        return halfHeightMm
                - height * fracture.crush() * (1 - LOWER_SHARE)
                - height * fracture.anteriorLoss() * (1 - LOWER_SHARE) * frontness(q);
    }

    double rimBottom(double q) {
        double height = 2 * halfHeightMm;
        return -halfHeightMm
                + height * fracture.crush() * LOWER_SHARE
                + height * fracture.anteriorLoss() * LOWER_SHARE * frontness(q);
    }

    /// Forward tilt of the upper endplate, in radians.
    double tiltTopRad() {
        return Math.atan((rimTop(1) - rimTop(-1)) / (2 * halfDepthMm));
    }

    /// Backward tilt of the lower endplate, in radians.
    double tiltBottomRad() {
        return Math.atan((rimBottom(-1) - rimBottom(1)) / (2 * halfDepthMm));
    }

    /// Distance to the side wall along the ray from the axis, approximately.
    double insideWall(double u, double v, double w, double top, double bottom) {
        double p = u / halfWidthMm;
        double q = stepped(v, w, top) / halfDepthMm;
        if (q > 0) {
            q += HILUS * Math.max(0, 1 - 1.6 * p * p) * q * q;
        }
        double middle = 0.5 * (top + bottom);
        double half = Math.max(1, 0.5 * (top - bottom));
        double fromMiddle = Math.min(1.2, Math.abs(w - middle) / half);
        double girth = 1 - WAIST * (1 - fromMiddle * fromMiddle);
        if (q < 0 && fracture.lipMm() > 0) {
            girth += fracture.lipMm() / halfDepthMm * q * q * (lip(top - w) + lip(w - bottom));
        }
        double radius = superellipse(p, q);
        double lengthMm = Math.hypot(u, v);
        double reachMm = radius > 0.2 ? lengthMm / radius : Math.min(halfWidthMm, halfDepthMm);
        return (girth - radius) * reachMm;
    }

    /// Depth below the nearest surface, with rounded rims.
    double inside(double wall, double w, double top, double bottom) {
        return smoothLeast(wall, smoothLeast(top - w, w - bottom));
    }

    /// The place on the sound front wall from which a stepped front wall was moved.
    private double stepped(double v, double w, double top) {
        if (fracture.stepMm() == 0 || v > 0) {
            return v;
        }
        double aboveLine = w - (top - fracture.stepBelowTopMm());
        double moved = Math.max(0, Math.min(1, 0.5 + aboveLine / 1.2));
        return v + fracture.stepMm() * moved * Math.min(1, -v / halfDepthMm);
    }

    /// 1 at the front, 0 at the back.
    private static double frontness(double q) {
        double f = 0.5 * (1 - Math.max(-1, Math.min(1, q)));
        return f * (0.6 + 0.4 * f);
    }

    /// 1 on the axis, 0 at the rim.
    private static double dome(double p, double q) {
        double ring = p * p + q * q;
        return ring < 1 ? 1 - ring : 0;
    }

    /// 1 at an endplate, falling to 0 within a few mm.
    private static double lip(double belowEndplateMm) {
        double x = belowEndplateMm / 3;
        return Math.exp(-x * x);
    }

    /// (|p|ⁿ + |q|ⁿ)^(1/n)
    private static double superellipse(double p, double q) {
        double a = Math.abs(p);
        double b = Math.abs(q);
        double large = Math.max(a, b);
        return large < 1e-9 ? 0 : large * Math.pow(1 + Math.pow(Math.min(a, b) / large, EXPONENT), 1 / EXPONENT);
    }

    private static double smoothLeast(double a, double b) {
        double overlap = Math.max(0, ROUNDING_MM - Math.abs(a - b));
        return Math.min(a, b) - overlap * overlap / (4 * ROUNDING_MM);
    }
}
