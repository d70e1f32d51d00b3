package org.trabecula.outline.heights;

import java.util.Optional;
import org.trabecula.image.Mask;
import org.trabecula.image.PointMm;

/// Anterior, middle and posterior height of a vertebral body in its sagittal middle plane, estimated from its outline.
///
/// The plane has the patient's left-right axis as its normal and goes through the middle of the outline's mass; what is measured is the
/// mean of a slab of 6 mm. The depth runs from the front to the back along the bisector of both endplates (two lines, fitted to the
/// upper and the lower edge); heights are perpendicular to it. The heights at the front and back corner are those to which the
/// edges' local slope leads from the strips between 6 % and 28 % of the depth, because corners are round and drawn least surely; the
/// middle one is the mean between 45 % and 55 %. Places are looked up every 0.25 mm, a place belonging to the voxel that it lies in.
///
/// An estimate: nobody has corrected for osteophytes, for a rotated vertebra or for a drawn arch; where the outline is not one body in that plane
/// there is none.
///
/// @param anteriorMm   height at the front
/// @param middleMm     height in the middle of the depth
/// @param posteriorMm  height at the back
/// @param depthMm      from front to back
/// @param anterior     upper and lower end of the height at the front
/// @param middle       upper and lower end in the middle
/// @param posterior    upper and lower end at the back
public record BodyHeights(
        double anteriorMm, double middleMm, double posteriorMm, double depthMm, Caliper anterior, Caliper middle, Caliper posterior) {
    /// Two places in the world, between which a height was measured.
    public record Caliper(PointMm upper, PointMm lower) {}

    /// Empty where the outline is not one body in its middle plane: an arch was drawn, or it is too small to be measured.
    public static Optional<BodyHeights> of(Mask mask) {
        return SagittalProfile.of(mask).flatMap(SagittalProfile::heights);
    }

    /// 1 − anterior / posterior: negative where the front is the higher one.
    public double anteriorLoss() {
        return 1 - anteriorMm / posteriorMm;
    }

    /// 1 − middle / posterior.
    public double middleLoss() {
        return 1 - middleMm / posteriorMm;
    }

    /// By the larger loss of the two against the posterior height. A body that has lost height at the back as well is graded too low: that
    /// is seen beside its neighbours alone.
    public GenantGrade grade() {
        return GenantGrade.of(Math.max(anteriorLoss(), middleLoss()));
    }
}
