package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.BitSet;

/// The features of [Glcm] on kernels, for symmetrical matrices whose directions are averaged, PyRadiomics' default: the sparse twin of
/// [Glcm#along], eight times as fast. `TextureKernelTest` holds the two together.
///
/// A kernel of 27 voxels has at most 18 pairs along a direction. So counts stay whole numbers: with N pairs, T = 2N, u_ij pairs of the levels
/// i < j and u_ii of equal ones, the matrix is `p_ij = u_ij / T`, `p_ii = 2 u_ii / T`, and entropies come from a table of `c log₂ c`:
///
/// ```
/// −Σ p log₂(p + ε) = log₂ T − (1/T) Σ c log₂ c − ε · (number of p) / ln 2
/// ```
///
/// where the last term is ε's to first order (ε/p ≤ 2⁻⁵²·T). What depends on i + j and |i − j| comes from the histograms of these.
public final class GlcmKernel implements TextureKernel {
    private static final double LN_2 = Math.log(2);
    private static final double EPSILON = Entropy.PYRADIOMICS_GUARD;

    /// A difference of entropies below this is rounding: some dozen terms of up to 36 log₂ 36.
    private static final double ROUNDING = 1e-14;

    private static final int AUTOCORRELATION = Glcm.NAMES.indexOf("Autocorrelation");
    private static final int CLUSTER_PROMINENCE = Glcm.NAMES.indexOf("ClusterProminence");
    private static final int CLUSTER_SHADE = Glcm.NAMES.indexOf("ClusterShade");
    private static final int CLUSTER_TENDENCY = Glcm.NAMES.indexOf("ClusterTendency");
    private static final int CONTRAST = Glcm.NAMES.indexOf("Contrast");
    private static final int CORRELATION = Glcm.NAMES.indexOf("Correlation");
    private static final int DIFFERENCE_AVERAGE = Glcm.NAMES.indexOf("DifferenceAverage");
    private static final int DIFFERENCE_ENTROPY = Glcm.NAMES.indexOf("DifferenceEntropy");
    private static final int DIFFERENCE_VARIANCE = Glcm.NAMES.indexOf("DifferenceVariance");
    private static final int ID = Glcm.NAMES.indexOf("Id");
    private static final int IDM = Glcm.NAMES.indexOf("Idm");
    private static final int IDMN = Glcm.NAMES.indexOf("Idmn");
    private static final int IDN = Glcm.NAMES.indexOf("Idn");
    private static final int IMC1 = Glcm.NAMES.indexOf("Imc1");
    private static final int IMC2 = Glcm.NAMES.indexOf("Imc2");
    private static final int INVERSE_VARIANCE = Glcm.NAMES.indexOf("InverseVariance");
    private static final int JOINT_AVERAGE = Glcm.NAMES.indexOf("JointAverage");
    private static final int JOINT_ENERGY = Glcm.NAMES.indexOf("JointEnergy");
    private static final int JOINT_ENTROPY = Glcm.NAMES.indexOf("JointEntropy");
    private static final int MCC = Glcm.NAMES.indexOf("MCC");
    private static final int MAXIMUM_PROBABILITY = Glcm.NAMES.indexOf("MaximumProbability");
    private static final int SUM_AVERAGE = Glcm.NAMES.indexOf("SumAverage");
    private static final int SUM_ENTROPY = Glcm.NAMES.indexOf("SumEntropy");
    private static final int SUM_SQUARES = Glcm.NAMES.indexOf("SumSquares");

    private final KernelPairs pairs;
    private final RegionLevels region;
    private final KernelLevels kernel;
    private final double[] countLogs;
    private final int[] table;
    private final int[] marginal;
    private int[] sum = new int[0];
    private int[] difference = new int[0];

    /// @param boxVoxels of the kernel's box
    public GlcmKernel(KernelPairs pairs, int boxVoxels, RegionLevels region) {
        this.pairs = pairs;
        this.region = region;
        this.kernel = new KernelLevels(boxVoxels);
        this.countLogs = new double[2 * boxVoxels + 1];
        for (int c = 1; c < countLogs.length; c++) {
            countLogs[c] = c * Math.log(c) / LN_2;
        }
        this.table = new int[(boxVoxels + 1) * (boxVoxels + 1)];
        this.marginal = new int[boxVoxels + 1];
    }

    @Override
    public double[] features(int[] levels, BitSet wanted) {
        kernel.fill(levels);
        int span = kernel.level(kernel.present()) - kernel.level(1);
        if (difference.length <= span) {
            sum = new int[2 * span + 1];
            difference = new int[span + 1];
        }
        double[] sums = new double[Glcm.NAMES.size()];
        int directions = 0;
        int correlations = 0;
        for (int d = 0; d < pairs.directions(); d++) {
            int count = count(d);
            if (count > 0) {
                directions++;
                addMatrix(2 * count, sums);
                if (wanted.get(MCC)) {
                    double mcc = maximalCorrelation(2 * count);
                    if (!Double.isNaN(mcc)) {
                        sums[MCC] += mcc;
                        correlations++;
                    }
                }
            }
        }
        for (int f = 0; f < sums.length; f++) {
            sums[f] /= f == MCC ? correlations : directions; // 0/0 = NaN: no direction has a pair
        }
        return sums;
    }

    /// Fills the upper triangle of the table with pairs by rank.
    ///
    /// @return N
    private int count(int direction) {
        int present = kernel.present();
        int[] ranks = kernel.ranks();
        int[] first = pairs.first(direction);
        int[] second = pairs.second(direction);
        int width = present + 1;
        Arrays.fill(table, 0, width * width, 0);
        int count = 0;
        for (int n = 0; n < first.length; n++) {
            int a = ranks[first[n]];
            int b = ranks[second[n]];
            if (a != 0 && b != 0) {
                table[Math.min(a, b) * width + Math.max(a, b)]++;
                count++;
            }
        }
        return count;
    }

    /// Adds the features of one direction.
    ///
    /// @param total T
    private void addMatrix(int total, double[] sums) {
        int present = kernel.present();
        int lowest = kernel.level(1);
        int span = kernel.level(present) - lowest;
        Arrays.fill(marginal, 0, present + 1, 0);
        Arrays.fill(sum, 0, 2 * span + 1, 0);
        Arrays.fill(difference, 0, span + 1, 0);
        long autocorrelation = 0;
        long squares = 0;
        int largest = 0;
        int cells = 0;
        double logs = 0;
        for (int a = 1; a <= present; a++) {
            int i = kernel.level(a);
            for (int b = a; b <= present; b++) {
                int u = table[a * (present + 1) + b];
                if (u == 0) {
                    continue;
                }
                int j = kernel.level(b);
                int c = a == b ? 2 * u : u;
                int alike = a == b ? 1 : 2;
                marginal[a] += c;
                if (a != b) {
                    marginal[b] += c;
                }
                sum[i + j - 2 * lowest] += alike * c;
                difference[j - i] += alike * c;
                autocorrelation += (long) alike * c * i * j;
                squares += (long) alike * c * c;
                largest = Math.max(largest, c);
                cells += alike;
                logs += alike * countLogs[c];
            }
        }
        double perPair = 1.0 / total;
        double logTotal = countLogs[total] * perPair;
        double joint = logTotal - logs * perPair;
        sums[AUTOCORRELATION] += autocorrelation * perPair;
        sums[JOINT_ENERGY] += squares * perPair * perPair;
        sums[MAXIMUM_PROBABILITY] += largest * perPair;
        sums[JOINT_ENTROPY] += joint - cells * EPSILON / LN_2;
        double mean = addMarginal(total, joint, sums);
        addSum(total, mean, sums);
        addDifference(total, sums);
    }

    /// @param joint HXY without ε
    /// @return μ
    private double addMarginal(int total, double joint, double[] sums) {
        int present = kernel.present();
        double perPair = 1.0 / total;
        long weighted = 0;
        double logs = 0;
        int levels = 0;
        for (int a = 1; a <= present; a++) {
            weighted += (long) marginal[a] * kernel.level(a);
            logs += countLogs[marginal[a]];
            levels += marginal[a] > 0 ? 1 : 0;
        }
        double mean = weighted * perPair;
        double variance = 0;
        for (int a = 1; a <= present; a++) {
            double d = kernel.level(a) - mean;
            variance += marginal[a] * d * d;
        }
        variance *= perPair;
        sums[JOINT_AVERAGE] += mean;
        sums[SUM_AVERAGE] += 2 * mean;
        sums[SUM_SQUARES] += variance;
        if (levels == 1) {
            sums[CORRELATION] += 1; // no spread; Imc1 and Imc2 are 0
            return mean;
        }
        double covariance = covariance(mean) * perPair;
        sums[CORRELATION] += covariance / (variance + EPSILON);
        double entropy = countLogs[total] * perPair - logs * perPair;
        double information = 2 * entropy - joint;
        sums[IMC1] += -information / (entropy - levels * EPSILON / LN_2);
        sums[IMC2] += information <= ROUNDING ? 0 : Math.sqrt(1 - Math.exp(-2 * information));
        return mean;
    }

    /// `Σ c_ij (i − μ)(j − μ)`.
    private double covariance(double mean) {
        int present = kernel.present();
        double covariance = 0;
        for (int a = 1; a <= present; a++) {
            double i = kernel.level(a) - mean;
            for (int b = a; b <= present; b++) {
                covariance += 2 * table[a * (present + 1) + b] * i * (kernel.level(b) - mean);
            }
        }
        return covariance;
    }

    private void addSum(int total, double mean, double[] sums) {
        int span = kernel.level(kernel.present()) - kernel.level(1);
        double perPair = 1.0 / total;
        double least = 2 * (kernel.level(1) - mean);
        double logs = 0;
        double tendency = 0;
        double shade = 0;
        double prominence = 0;
        int cells = 0;
        for (int n = 0; n <= 2 * span; n++) {
            int c = sum[n];
            if (c > 0) {
                double centred = n + least;
                double square = c * centred * centred;
                cells++;
                logs += countLogs[c];
                tendency += square;
                shade += square * centred;
                prominence += square * centred * centred;
            }
        }
        sums[SUM_ENTROPY] += (countLogs[total] - logs) * perPair - cells * EPSILON / LN_2;
        sums[CLUSTER_TENDENCY] += tendency * perPair;
        sums[CLUSTER_SHADE] += shade * perPair;
        sums[CLUSTER_PROMINENCE] += prominence * perPair;
    }

    private void addDifference(int total, double[] sums) {
        int span = kernel.level(kernel.present()) - kernel.level(1);
        double perPair = 1.0 / total;
        double highest = region.highest();
        double logs = 0;
        long average = 0;
        long contrast = 0;
        double id = 0;
        double idm = 0;
        double idn = 0;
        double idmn = 0;
        double inverse = 0;
        int cells = 0;
        for (int k = 0; k <= span; k++) {
            int c = difference[k];
            if (c > 0) {
                double square = (double) k * k;
                cells++;
                logs += countLogs[c];
                average += (long) k * c;
                contrast += (long) k * k * c;
                id += c / (1.0 + k);
                idm += c / (1 + square);
                idn += c / (1 + k / highest);
                idmn += c / (1 + square / (highest * highest));
                inverse += k == 0 ? 0 : c / square;
            }
        }
        double mean = average * perPair;
        double variance = 0;
        for (int k = 0; k <= span; k++) {
            variance += difference[k] * (k - mean) * (k - mean);
        }
        sums[DIFFERENCE_AVERAGE] += mean;
        sums[DIFFERENCE_VARIANCE] += variance * perPair;
        sums[DIFFERENCE_ENTROPY] += (countLogs[total] - logs) * perPair - cells * EPSILON / LN_2;
        sums[CONTRAST] += contrast * perPair;
        sums[ID] += id * perPair;
        sums[IDM] += idm * perPair;
        sums[IDN] += idn * perPair;
        sums[IDMN] += idmn * perPair;
        sums[INVERSE_VARIANCE] += inverse * perPair;
    }

    /// As P is symmetrical, so is `B = p_ij / √(p_i p_j)`, and Q of [MaximalCorrelation] has the squares of its eigenvalues: the coefficient
    /// is the largest magnitude of an eigenvalue of `B − √p √pᵀ`. ε changes it by some 10⁻¹³ of its value, and is left out.
    private double maximalCorrelation(int total) {
        if (region.present() == 1) {
            return 1;
        }
        int present = kernel.present();
        int[] rankAt = new int[present];
        double[] root = new double[present];
        int levels = 0;
        for (int a = 1; a <= present; a++) {
            if (marginal[a] > 0) {
                rankAt[levels] = a;
                root[levels++] = Math.sqrt(marginal[a]);
            }
        }
        if (levels <= 2) {
            return levels == 1 ? 0 : TwoLevelCorrelation.of(new JointDistribution(matrix(), EPSILON));
        }
        double perPair = 1.0 / total;
        double[][] b = new double[levels][levels];
        for (int i = 0; i < levels; i++) {
            for (int j = 0; j <= i; j++) {
                int u = table[rankAt[j] * (present + 1) + rankAt[i]];
                b[i][j] = (i == j ? 2 * u : u) / (root[i] * root[j]) - root[i] * root[j] * perPair;
            }
        }
        return SymmetricReduction.of(b).spectralRadius();
    }

    /// The direction's matrix as those of whole regions are.
    private CooccurrenceMatrix matrix() {
        int present = kernel.present();
        int[] counts = new int[(present + 1) * (present + 1)];
        for (int a = 1; a <= present; a++) {
            for (int b = a; b <= present; b++) {
                int u = table[a * (present + 1) + b];
                counts[a * (present + 1) + b] += u;
                counts[b * (present + 1) + a] += u;
            }
        }
        return CooccurrenceMatrix.ofTable(counts, kernel.toLevels(), region);
    }
}
