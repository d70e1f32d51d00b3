package org.trabecula.image;

/// Which way the voxel axes run through the body.
///
/// Each voxel axis is matched with the body axis that it follows most closely, all three at once, so that oblique scans get
/// an answer too. Stepping along [#sagittalAxis] goes from one sagittal slice to the next.
///
/// @param sagittalAxis     0, 1 or 2 for i, j, k: the voxel axis nearest to right–left
/// @param coronalAxis      the voxel axis nearest to front–back
/// @param axialAxis        the voxel axis nearest to foot–head
/// @param towardsLeft      whether a rising index along the sagittal axis goes to the patient's left
/// @param towardsPosterior whether a rising index along the coronal axis goes to the back
/// @param towardsHead      whether a rising index along the axial axis goes to the head
public record Orientation(
        int sagittalAxis,
        int coronalAxis,
        int axialAxis,
        boolean towardsLeft,
        boolean towardsPosterior,
        boolean towardsHead) {

    private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    /// Of the six ways to match axes, the one with the largest sum of |cosine|; ties go to the order i, j, k.
    ///
    /// @param direction unit vectors of i, j, k as columns, LPS
    public static Orientation of(Mat3 direction) {
        int[] best = ORDERS[0];
        double most = -1;
        for (int[] order : ORDERS) {
            double sum = 0;
            for (int world = 0; world < 3; world++) {
                sum += Math.abs(direction.at(world, order[world]));
            }
            if (sum > most + 1e-12) {
                most = sum;
                best = order;
            }
        }
        return new Orientation(
                best[0],
                best[1],
                best[2],
                direction.at(0, best[0]) > 0,
                direction.at(1, best[1]) > 0,
                direction.at(2, best[2]) > 0);
    }

    /// Three letters, one per voxel axis i, j, k: where a rising index goes, such as `LPS` or `RAS`.
    public String code() {
        char[] letters = new char[3];
        letters[sagittalAxis] = towardsLeft ? 'L' : 'R';
        letters[coronalAxis] = towardsPosterior ? 'P' : 'A';
        letters[axialAxis] = towardsHead ? 'S' : 'I';
        return new String(letters);
    }
}
