package org.trabecula.phantom;

import java.util.SplittableRandom;

/// HU inside one vertebral body: spongy bone, and what a fracture adds to it.
final class Marrow {
    private static final double ENDPLATE_DENSER_HU = 30;
    private static final double VEIN_HU = -20;

    private final BodyShape shape;
    private final Fracture fracture;
    private final TextureField texture;
    private final int which;
    private final double[] offsetMm;
    private final double baseHu;
    private final double grainHu;
    private final double bandTilt;

    /// @param which field of `texture` for this vertebra, 0 or 1
    Marrow(BodyShape shape, Body body, TextureField texture, int which, SplittableRandom random) {
        this.shape = shape;
        this.fracture = shape.fracture();
        this.texture = texture;
        this.which = which;
        this.offsetMm = new double[] {random.nextDouble(100), random.nextDouble(100), random.nextDouble(100)};
        this.baseHu = body.trabecularHu() + 9 * random.nextGaussian();
        this.grainHu = body.grainHu() * fracture.textureFactor() * (1 + 0.06 * random.nextGaussian());
        this.bandTilt = 0.12 * random.nextGaussian();
    }

    /// @param top    height of the upper endplate above (u, v)
    /// @param bottom height of the lower endplate below (u, v)
    double hu(double u, double v, double w, double top, double bottom) {
        double grain = texture.at(which, u + offsetMm[0], v + offsetMm[1], w + offsetMm[2]);
        double belowTop = top - w;
        double aboveBottom = w - bottom;
        double hu = baseHu + grainHu * grain;
        hu += ENDPLATE_DENSER_HU * (fall(belowTop / 5) + fall(aboveBottom / 5));
        hu += fracture.sclerosisHu() * (fall(belowTop / 4) + 0.7 * fall(aboveBottom / 4));
        hu += fracture.oedemaHu() * (0.5 + 0.5 * fall(belowTop / 12));
        hu += fracture.bandHu() * band(u, v, belowTop) * Math.max(0.2, 1 + 0.35 * grain);
        double vein = vein(u, v, w - 0.5 * (top + bottom));
        return hu + vein * (VEIN_HU - hu);
    }

    /// The condensation band: a wavy sheet under the upper endplate, from the front wall to the back third.
    private double band(double u, double v, double belowTop) {
        double q = v / shape.halfDepthMm();
        double wave = texture.at(1 - which, 0.25 * u + offsetMm[0], 0.25 * v + offsetMm[1], offsetMm[2]);
        double x = (belowTop - fracture.bandBelowTopMm() - 1.3 * wave - bandTilt * v) / fracture.bandSigmaMm();
        double reach = 1 / (1 + Math.exp(6 * (q - 0.45)));
        return reach * Math.exp(-0.5 * x * x);
    }

    /// The basivertebral vein's cleft in the middle of the back wall, 0 … 1.
    private double vein(double u, double v, double aboveMiddle) {
        double q = v / shape.halfDepthMm();
        double into = Math.max(0, Math.min(1, (q - 0.15) / 0.6));
        double x = u / (1.5 + 3 * into);
        double z = aboveMiddle / (0.8 + 1.1 * into);
        return 0.75 * into * Math.exp(-x * x - z * z);
    }

    private static double fall(double x) {
        return Math.exp(-x * x);
    }
}
