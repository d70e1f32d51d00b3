package org.trabecula.deep.gradcam;

/// Where a network looked on one crop. Immutable.
public final class HeatMap {
    private final float[] heat;
    private final int size;
    private final int explained;
    private final float[] logits;

    /// Takes ownership of both arrays.
    ///
    /// @param heat   size × size values from 0 to 1, row by row
    /// @param logits of every class
    public HeatMap(float[] heat, int size, int explained, float[] logits) {
        this.heat = heat;
        this.size = size;
        this.explained = explained;
        this.logits = logits;
    }

    /// Rows and columns, as the crop's.
    public int size() {
        return size;
    }

    /// 0 … 1, 1 at the hottest pixel; 0 everywhere if nothing speaks for the class.
    public float at(int row, int column) {
        return heat[row * size + column];
    }

    /// Row by row. The store itself, not a copy.
    public float[] heat() {
        return heat;
    }

    /// Of every class. The store itself, not a copy.
    public float[] logits() {
        return logits;
    }

    /// The class whose logit was explained.
    public int explained() {
        return explained;
    }

    /// softmax of the logits: the network's probability of a class.
    public double probability(int wanted) {
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp((double) logit - logits[wanted]);
        }
        return 1 / sum;
    }
}
