package org.trabecula.radiomics.texture;

/// The features that run length, size zone, distance zone and dependence matrices share; "small" reads short, small
/// area, small distance or low dependence. Letters as in [LevelSizeMatrix]; `p_ij = c_ij / N`.
///
/// IBSI codes are given in the order GLRLM, GLSZM, GLDZM, NGLDM. All values are NaN for an empty matrix.
///
/// Sources: Galloway 1975, doi:10.1016/S0146-664X(75)80008-6; Chu et al. 1990, doi:10.1016/0167-8655(90)90112-F; Dasarathy
/// and Holder 1991, doi:10.1016/0167-8655(91)90014-2; Thibault et al. 2014, doi:10.1109/TBME.2013.2284600; Sun and Wee
/// 1983, doi:10.1016/0734-189X(83)90032-4; IBSI reference manual.
final class LevelSizeFeatures {
    private LevelSizeFeatures() {}

    /// Small emphasis — IBSI `22OV`, `5QRC`, `0GBI`, `SODN`: `(1/N) Σ_j c_.j / j²`.
    static double smallEmphasis(LevelSizeMatrix c) {
        double sum = 0;
        for (int n = 0; n < c.sizes(); n++) {
            sum += c.countOfSize(n) / squared(c.sizeAt(n));
        }
        return sum / c.total();
    }

    /// Large emphasis — IBSI `W4KF`, `48P8`, `MB4I`, `IMOQ`: `(1/N) Σ_j c_.j j²`.
    static double largeEmphasis(LevelSizeMatrix c) {
        double sum = 0;
        for (int n = 0; n < c.sizes(); n++) {
            sum += c.countOfSize(n) * squared(c.sizeAt(n));
        }
        return sum / c.total();
    }

    /// Low grey level emphasis — IBSI `V3SW`, `XMSY`, `S1RA`, `TL9H`: `(1/N) Σ_i c_i. / i²`.
    static double lowLevelEmphasis(LevelSizeMatrix c) {
        double sum = 0;
        for (int rank = 1; rank <= c.ranks(); rank++) {
            sum += c.countOfRank(rank) / squared(c.levelOfRank(rank));
        }
        return sum / c.total();
    }

    /// High grey level emphasis — IBSI `G3QZ`, `5GN9`, `K26C`, `OAE7`: `(1/N) Σ_i c_i. i²`.
    static double highLevelEmphasis(LevelSizeMatrix c) {
        double sum = 0;
        for (int rank = 1; rank <= c.ranks(); rank++) {
            sum += c.countOfRank(rank) * squared(c.levelOfRank(rank));
        }
        return sum / c.total();
    }

    /// Small low grey level emphasis — IBSI `HTZT`, `5RAI`, `RUVG`, `EQ3F`: `(1/N) Σ_ij c_ij / (i² j²)`.
    static double smallLowLevelEmphasis(LevelSizeMatrix c) {
        double sum = 0;
        for (int cell = 0; cell < c.cells(); cell++) {
            sum += c.count(cell) / (squared(c.level(cell)) * squared(c.size(cell)));
        }
        return sum / c.total();
    }

    /// Small high grey level emphasis — IBSI `GD3A`, `HW1V`, `DKNJ`, `JA6D`: `(1/N) Σ_ij c_ij i² / j²`.
    static double smallHighLevelEmphasis(LevelSizeMatrix c) {
        double sum = 0;
        for (int cell = 0; cell < c.cells(); cell++) {
            sum += c.count(cell) * squared(c.level(cell)) / squared(c.size(cell));
        }
        return sum / c.total();
    }

    /// Large low grey level emphasis — IBSI `IVPO`, `YH51`, `A7WM`, `NBZI`: `(1/N) Σ_ij c_ij j² / i²`.
    static double largeLowLevelEmphasis(LevelSizeMatrix c) {
        double sum = 0;
        for (int cell = 0; cell < c.cells(); cell++) {
            sum += c.count(cell) * squared(c.size(cell)) / squared(c.level(cell));
        }
        return sum / c.total();
    }

    /// Large high grey level emphasis — IBSI `3KUM`, `J17V`, `KLTH`, `9QMG`: `(1/N) Σ_ij c_ij i² j²`.
    static double largeHighLevelEmphasis(LevelSizeMatrix c) {
        double sum = 0;
        for (int cell = 0; cell < c.cells(); cell++) {
            sum += c.count(cell) * squared(c.level(cell)) * squared(c.size(cell));
        }
        return sum / c.total();
    }

    /// Grey level non-uniformity — IBSI `R5YN`, `JNSA`, `VFT7`, `FP8K`: `(1/N) Σ_i c_i.²`.
    static double levelNonUniformity(LevelSizeMatrix c) {
        double sum = 0;
        for (int rank = 1; rank <= c.ranks(); rank++) {
            sum += c.countOfRank(rank) * c.countOfRank(rank);
        }
        return sum / c.total();
    }

    /// Normalised grey level non-uniformity — IBSI `OVBL`, `Y1RO`, `7HP3`, `5SPA`: `(1/N²) Σ_i c_i.²`.
    static double levelNonUniformityNormalised(LevelSizeMatrix c) {
        return levelNonUniformity(c) / c.total();
    }

    /// Size non-uniformity — IBSI `W92Y`, `4JP3`, `V294`, `Z87G`: `(1/N) Σ_j c_.j²`.
    static double sizeNonUniformity(LevelSizeMatrix c) {
        double sum = 0;
        for (int n = 0; n < c.sizes(); n++) {
            sum += c.countOfSize(n) * c.countOfSize(n);
        }
        return sum / c.total();
    }

    /// Normalised size non-uniformity — IBSI `IC23`, `VB3A`, `IATH`, `OKJI`: `(1/N²) Σ_j c_.j²`.
    static double sizeNonUniformityNormalised(LevelSizeMatrix c) {
        return sizeNonUniformity(c) / c.total();
    }

    /// Percentage, a fraction in spite of its name — IBSI `9ZK5`, `P30P`, `VIWW`, `6XV8`: `N / N_v`.
    static double percentage(LevelSizeMatrix c) {
        return c.total() > 0 ? c.total() / c.voxels() : Double.NaN;
    }

    /// Grey level variance — IBSI `8CE5`, `BYLV`, `QK93`, `1PFV`: `Σ_ij p_ij (i − μ)²`, `μ = Σ_ij p_ij i`.
    static double levelVariance(LevelSizeMatrix c) {
        double mean = 0;
        for (int rank = 1; rank <= c.ranks(); rank++) {
            mean += c.countOfRank(rank) * c.levelOfRank(rank);
        }
        mean /= c.total();
        double sum = 0;
        for (int rank = 1; rank <= c.ranks(); rank++) {
            double difference = c.levelOfRank(rank) - mean;
            sum += c.countOfRank(rank) * difference * difference;
        }
        return sum / c.total();
    }

    /// Size variance — IBSI `SXLW`, `3NSA`, `7WT1`, `DNX2`: `Σ_ij p_ij (j − μ)²`, `μ = Σ_ij p_ij j`.
    static double sizeVariance(LevelSizeMatrix c) {
        double mean = 0;
        for (int n = 0; n < c.sizes(); n++) {
            mean += c.countOfSize(n) * c.sizeAt(n);
        }
        mean /= c.total();
        double sum = 0;
        for (int n = 0; n < c.sizes(); n++) {
            double difference = c.sizeAt(n) - mean;
            sum += c.countOfSize(n) * difference * difference;
        }
        return sum / c.total();
    }

    /// Entropy in bits — IBSI `HJ9O`, `GU8N`, `GBDU`, `FCBV`: `−Σ_ij p_ij log₂ p_ij`.
    static double entropy(LevelSizeMatrix c) {
        return entropy(c, Entropy.NO_GUARD);
    }

    /// Entropy as PyRadiomics guards it: `−Σ_ij p_ij log₂(p_ij + 2⁻⁵²)`, so −3.2·10⁻¹⁶ where all is in one cell.
    static double guardedEntropy(LevelSizeMatrix c) {
        return entropy(c, Entropy.PYRADIOMICS_GUARD);
    }

    private static double entropy(LevelSizeMatrix c, double guard) {
        double sum = 0;
        for (int cell = 0; cell < c.cells(); cell++) {
            sum += Entropy.term(c.count(cell) / c.total(), guard);
        }
        return c.total() > 0 ? sum : Double.NaN;
    }

    /// Energy — IBSI `CAS9` (NGLDM only): `Σ_ij p_ij²`.
    static double energy(LevelSizeMatrix c) {
        double sum = 0;
        for (int cell = 0; cell < c.cells(); cell++) {
            sum += c.count(cell) * c.count(cell);
        }
        return sum / (c.total() * c.total());
    }

    private static double squared(double x) {
        return x * x;
    }
}
