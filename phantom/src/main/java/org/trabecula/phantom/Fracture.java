package org.trabecula.phantom;

import java.util.SplittableRandom;

/// How one fracture looks: the amounts of the signs by which a radiologist dates it.
///
/// Both stages draw from the same formulas. The only thing that knows the stage is one hidden number,
///
/// ```
/// s = effect · SEPARATION · (+1 acute, −1 chronic) + z,   z ~ N(0, 1)
/// ```
///
/// the apparent freshness. Each sign then follows `s` with a scatter of its own, so that some acute fractures show no
/// band, some old ones are dense, and no set of features can do better than the AUC of `s` itself:
/// Φ(√2 · effect · SEPARATION). With effect 0 the stages are indistinguishable.
///
/// @param anteriorLoss     height lost at the front, as a fraction of the height; wedge
/// @param crush            height lost everywhere, as a fraction
/// @param biconcavityMm    depth by which the disc sinks into the endplates
/// @param stepMm           forward shift of the upper front corner at the fracture line (acute)
/// @param stepBelowTopMm   where the fracture line meets the front wall
/// @param lipMm            front osteophytes at both rims (chronic)
/// @param bandHu           height of the condensation band of impacted trabeculae (acute)
/// @param bandBelowTopMm   where the band runs
/// @param bandSigmaMm      half thickness of the band
/// @param oedemaHu         rise of marrow density (acute)
/// @param sclerosisHu      density added under the endplates (chronic)
/// @param textureFactor    trabecular contrast, 1 for sound bone; less when fluid fills the spaces, more when few thick
///                         trabeculae remain
public record Fracture(
        double anteriorLoss,
        double crush,
        double biconcavityMm,
        double stepMm,
        double stepBelowTopMm,
        double lipMm,
        double bandHu,
        double bandBelowTopMm,
        double bandSigmaMm,
        double oedemaHu,
        double sclerosisHu,
        double textureFactor) {
    /// Half the distance between the two stages' mean freshness at effect 1, in standard deviations.
    static final double SEPARATION = 1.25;

    /// A vertebra without fracture.
    static final Fracture NONE = new Fracture(0, 0, 0, 0, 5, 0, 0, 8, 2, 0, 0, 1);

    static Fracture draw(FractureStage stage, double effect, SplittableRandom random) {
        double freshness = effect * SEPARATION * stage.sign() + random.nextGaussian();
        double fresh = share(freshness, random);
        double old = share(-freshness, random);
        double wedgeOrBiconcave = random.nextDouble();
        double severity = clamp(0.13 + 0.14 * share(-0.7 * freshness, random) + 0.06 * random.nextGaussian(), 0.03, 0.5);
        return new Fracture(
                severity * (0.35 + 0.65 * wedgeOrBiconcave),
                0.35 * severity * random.nextDouble(),
                7.5 * severity * (1 - 0.75 * wedgeOrBiconcave) + 1.2 * share(-freshness, random),
                3.2 * share(freshness, random) * random.nextDouble(0.3, 1),
                random.nextDouble(3.5, 8),
                3.0 * share(-freshness, random) * random.nextDouble(0.3, 1),
                430 * fresh * random.nextDouble(0.35, 1),
                random.nextDouble(5.5, 10),
                random.nextDouble(1.3, 2.3),
                70 * share(freshness, random) * random.nextDouble(0.4, 1),
                430 * old * random.nextDouble(0.35, 1),
                1 + 0.30 * (share(-freshness, random) - share(freshness, random)));
    }

    /// A sign's presence in (0, 1): logistic in the freshness plus the sign's own scatter.
    private static double share(double freshness, SplittableRandom random) {
        return 1 / (1 + Math.exp(-1.4 * (freshness + SIGN_SCATTER * random.nextGaussian())));
    }

    /// Standard deviation of a sign around the freshness.
    private static final double SIGN_SCATTER = 1.0;

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
