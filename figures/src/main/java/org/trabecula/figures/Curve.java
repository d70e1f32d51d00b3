package org.trabecula.figures;

/// Points in drawing order. Not every value needs to exist: a NaN interrupts the line.
public final class Curve {
    private final double[] x;
    private final double[] y;

    /// Copies both arrays, which are equally long.
    public Curve(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x and y must be equally long, got " + x.length + " and " + y.length);
        }
        this.x = x.clone();
        this.y = y.clone();
    }

    public int size() {
        return x.length;
    }

    public double x(int point) {
        return x[point];
    }

    public double y(int point) {
        return y[point];
    }

    /// The largest y that exists; NaN if none does.
    double highestY() {
        double highest = Double.NaN;
        for (double value : y) {
            highest = Double.isNaN(highest) || value > highest ? value : highest;
        }
        return highest;
    }
}
