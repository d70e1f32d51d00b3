package org.trabecula.radiomics.ibsi;

/// The features of IBSI 1, named as in the IBSI's compliance tables.
///
/// Source: IBSI reference manual, arXiv:1612.07003.
public enum IbsiFeature {
    MORPH_VOLUME(IbsiFamily.MORPHOLOGY, "RNU0", "Volume (mesh)", "mm^3"),
    MORPH_VOL_APPROX(IbsiFamily.MORPHOLOGY, "YEKZ", "Volume (voxel counting)", "mm^3"),
    MORPH_AREA_MESH(IbsiFamily.MORPHOLOGY, "C0JK", "Surface area (mesh)", "mm^2"),
    MORPH_AV(IbsiFamily.MORPHOLOGY, "2PR5", "Surface to volume ratio", "1/mm"),
    MORPH_COMP_1(IbsiFamily.MORPHOLOGY, "SKGS", "Compactness 1", "1"),
    MORPH_COMP_2(IbsiFamily.MORPHOLOGY, "BQWJ", "Compactness 2", "1"),
    MORPH_SPH_DISPR(IbsiFamily.MORPHOLOGY, "KRCK", "Spherical disproportion", "1"),
    MORPH_SPHERICITY(IbsiFamily.MORPHOLOGY, "QCFX", "Sphericity", "1"),
    MORPH_ASPHERICITY(IbsiFamily.MORPHOLOGY, "25C7", "Asphericity", "1"),
    MORPH_COM(IbsiFamily.MORPHOLOGY, "KLMA", "Centre of mass shift", "mm"),
    MORPH_DIAM(IbsiFamily.MORPHOLOGY, "L0JK", "Maximum 3D diameter", "mm"),
    MORPH_PCA_MAJ_AXIS(IbsiFamily.MORPHOLOGY, "TDIC", "Major axis length", "mm"),
    MORPH_PCA_MIN_AXIS(IbsiFamily.MORPHOLOGY, "P9VJ", "Minor axis length", "mm"),
    MORPH_PCA_LEAST_AXIS(IbsiFamily.MORPHOLOGY, "7J51", "Least axis length", "mm"),
    MORPH_PCA_ELONGATION(IbsiFamily.MORPHOLOGY, "Q3CK", "Elongation", "1"),
    MORPH_PCA_FLATNESS(IbsiFamily.MORPHOLOGY, "N17B", "Flatness", "1"),
    MORPH_VOL_DENS_AABB(IbsiFamily.MORPHOLOGY, "PBX1", "Volume density (axis-aligned bounding box)", "1"),
    MORPH_AREA_DENS_AABB(IbsiFamily.MORPHOLOGY, "R59B", "Area density (axis-aligned bounding box)", "1"),
    MORPH_VOL_DENS_OMBB(IbsiFamily.MORPHOLOGY, "ZH1A", "Volume density (oriented minimum bounding box)", "1"),
    MORPH_AREA_DENS_OMBB(IbsiFamily.MORPHOLOGY, "IQYR", "Area density (oriented minimum bounding box)", "1"),
    MORPH_VOL_DENS_AEE(IbsiFamily.MORPHOLOGY, "6BDE", "Volume density (approximate enclosing ellipsoid)", "1"),
    MORPH_AREA_DENS_AEE(IbsiFamily.MORPHOLOGY, "RDD2", "Area density (approximate enclosing ellipsoid)", "1"),
    MORPH_VOL_DENS_MVEE(IbsiFamily.MORPHOLOGY, "SWZ1", "Volume density (minimum volume enclosing ellipsoid)", "1"),
    MORPH_AREA_DENS_MVEE(IbsiFamily.MORPHOLOGY, "BRI8", "Area density (minimum volume enclosing ellipsoid)", "1"),
    MORPH_VOL_DENS_CONV_HULL(IbsiFamily.MORPHOLOGY, "R3ER", "Volume density (convex hull)", "1"),
    MORPH_AREA_DENS_CONV_HULL(IbsiFamily.MORPHOLOGY, "7T7F", "Area density (convex hull)", "1"),
    MORPH_INTEG_INT(IbsiFamily.MORPHOLOGY, "99N0", "Integrated intensity", "intensity * mm^3"),
    MORPH_MORAN_I(IbsiFamily.MORPHOLOGY, "N365", "Moran's I index", "1"),
    MORPH_GEARY_C(IbsiFamily.MORPHOLOGY, "NPT7", "Geary's C measure", "1"),

    LOC_PEAK_LOC(IbsiFamily.LOCAL_INTENSITY, "VJGA", "Local intensity peak", "intensity"),
    LOC_PEAK_GLOB(IbsiFamily.LOCAL_INTENSITY, "0F91", "Global intensity peak", "intensity"),

    STAT_MEAN(IbsiFamily.STATISTICS, "Q4LE", "Mean intensity", "intensity"),
    STAT_VAR(IbsiFamily.STATISTICS, "ECT3", "Intensity variance", "intensity^2"),
    STAT_SKEW(IbsiFamily.STATISTICS, "KE2A", "Intensity skewness", "1"),
    STAT_KURT(IbsiFamily.STATISTICS, "IPH6", "(Excess) intensity kurtosis", "1"),
    STAT_MEDIAN(IbsiFamily.STATISTICS, "Y12H", "Median intensity", "intensity"),
    STAT_MIN(IbsiFamily.STATISTICS, "1GSF", "Minimum intensity", "intensity"),
    STAT_P10(IbsiFamily.STATISTICS, "QG58", "10th intensity percentile", "intensity"),
    STAT_P90(IbsiFamily.STATISTICS, "8DWT", "90th intensity percentile", "intensity"),
    STAT_MAX(IbsiFamily.STATISTICS, "84IY", "Maximum intensity", "intensity"),
    STAT_IQR(IbsiFamily.STATISTICS, "SALO", "Intensity interquartile range", "intensity"),
    STAT_RANGE(IbsiFamily.STATISTICS, "2OJQ", "Intensity range", "intensity"),
    STAT_MAD(IbsiFamily.STATISTICS, "4FUA", "Intensity-based mean absolute deviation", "intensity"),
    STAT_RMAD(IbsiFamily.STATISTICS, "1128", "Intensity-based robust mean absolute deviation", "intensity"),
    STAT_MEDAD(IbsiFamily.STATISTICS, "N72L", "Intensity-based median absolute deviation", "intensity"),
    STAT_COV(IbsiFamily.STATISTICS, "7TET", "Intensity-based coefficient of variation", "1"),
    STAT_QCOD(IbsiFamily.STATISTICS, "9S40", "Intensity-based quartile coefficient of dispersion", "1"),
    STAT_ENERGY(IbsiFamily.STATISTICS, "N8CA", "Intensity-based energy", "intensity^2"),
    STAT_RMS(IbsiFamily.STATISTICS, "5ZWQ", "Root mean square intensity", "intensity"),

    IH_MEAN(IbsiFamily.HISTOGRAM, "X6K6", "Mean discretised intensity", "bin"),
    IH_VAR(IbsiFamily.HISTOGRAM, "CH89", "Discretised intensity variance", "bin^2"),
    IH_SKEW(IbsiFamily.HISTOGRAM, "88K1", "Discretised intensity skewness", "1"),
    IH_KURT(IbsiFamily.HISTOGRAM, "C3I7", "(Excess) discretised intensity kurtosis", "1"),
    IH_MEDIAN(IbsiFamily.HISTOGRAM, "WIFQ", "Median discretised intensity", "bin"),
    IH_MIN(IbsiFamily.HISTOGRAM, "1PR8", "Minimum discretised intensity", "bin"),
    IH_P10(IbsiFamily.HISTOGRAM, "GPMT", "10th discretised intensity percentile", "bin"),
    IH_P90(IbsiFamily.HISTOGRAM, "OZ0C", "90th discretised intensity percentile", "bin"),
    IH_MAX(IbsiFamily.HISTOGRAM, "3NCY", "Maximum discretised intensity", "bin"),
    IH_MODE(IbsiFamily.HISTOGRAM, "AMMC", "Intensity histogram mode", "bin"),
    IH_IQR(IbsiFamily.HISTOGRAM, "WR0O", "Discretised intensity interquartile range", "bin"),
    IH_RANGE(IbsiFamily.HISTOGRAM, "5Z3W", "Discretised intensity range", "bin"),
    IH_MAD(IbsiFamily.HISTOGRAM, "D2ZX", "Intensity histogram mean absolute deviation", "bin"),
    IH_RMAD(IbsiFamily.HISTOGRAM, "WRZB", "Intensity histogram robust mean absolute deviation", "bin"),
    IH_MEDAD(IbsiFamily.HISTOGRAM, "4RNL", "Intensity histogram median absolute deviation", "bin"),
    IH_COV(IbsiFamily.HISTOGRAM, "CWYJ", "Intensity histogram coefficient of variation", "1"),
    IH_QCOD(IbsiFamily.HISTOGRAM, "SLWD", "Intensity histogram quartile coefficient of dispersion", "1"),
    IH_ENTROPY(IbsiFamily.HISTOGRAM, "TLU2", "Discretised intensity entropy", "bit"),
    IH_UNIFORMITY(IbsiFamily.HISTOGRAM, "BJ5W", "Discretised intensity uniformity", "1"),
    IH_MAX_GRAD(IbsiFamily.HISTOGRAM, "12CE", "Maximum histogram gradient", "voxel/bin"),
    IH_MAX_GRAD_G(IbsiFamily.HISTOGRAM, "8E6O", "Maximum histogram gradient intensity", "bin"),
    IH_MIN_GRAD(IbsiFamily.HISTOGRAM, "VQB3", "Minimum histogram gradient", "voxel/bin"),
    IH_MIN_GRAD_G(IbsiFamily.HISTOGRAM, "RHQZ", "Minimum histogram gradient intensity", "bin"),

    IVH_V10(IbsiFamily.VOLUME_HISTOGRAM, "BC2M", "Volume fraction at 10% intensity", "1", "NK6P"),
    IVH_V90(IbsiFamily.VOLUME_HISTOGRAM, "BC2M", "Volume fraction at 90% intensity", "1", "4279"),
    IVH_I10(IbsiFamily.VOLUME_HISTOGRAM, "GBPN", "Intensity at 10% volume", "intensity or bin", "PWN1"),
    IVH_I90(IbsiFamily.VOLUME_HISTOGRAM, "GBPN", "Intensity at 90% volume", "intensity or bin", "BOHI"),
    IVH_DIFF_V10_V90(IbsiFamily.VOLUME_HISTOGRAM, "DDTU", "Volume fraction difference between 10% and 90% intensity", "1", "WITY"),
    IVH_DIFF_I10_I90(IbsiFamily.VOLUME_HISTOGRAM, "CNV2", "Intensity difference between 10% and 90% volume", "intensity or bin", "JXJA"),
    IVH_AUC(IbsiFamily.VOLUME_HISTOGRAM, "9CMM", "Area under the IVH curve", "1"),

    CM_JOINT_MAX(IbsiFamily.GLCM, "GYBY", "Joint maximum", "1"),
    CM_JOINT_AVG(IbsiFamily.GLCM, "60VM", "Joint average", "grey level"),
    CM_JOINT_VAR(IbsiFamily.GLCM, "UR99", "Joint variance", "grey level^2"),
    CM_JOINT_ENTR(IbsiFamily.GLCM, "TU9B", "Joint entropy", "bit"),
    CM_DIFF_AVG(IbsiFamily.GLCM, "TF7R", "Difference average", "grey level"),
    CM_DIFF_VAR(IbsiFamily.GLCM, "D3YU", "Difference variance", "grey level^2"),
    CM_DIFF_ENTR(IbsiFamily.GLCM, "NTRS", "Difference entropy", "bit"),
    CM_SUM_AVG(IbsiFamily.GLCM, "ZGXS", "Sum average", "grey level"),
    CM_SUM_VAR(IbsiFamily.GLCM, "OEEB", "Sum variance", "grey level^2"),
    CM_SUM_ENTR(IbsiFamily.GLCM, "P6QZ", "Sum entropy", "bit"),
    CM_ENERGY(IbsiFamily.GLCM, "8ZQL", "Angular second moment", "1"),
    CM_CONTRAST(IbsiFamily.GLCM, "ACUI", "Contrast", "grey level^2"),
    CM_DISSIMILARITY(IbsiFamily.GLCM, "8S9J", "Dissimilarity", "grey level"),
    CM_INV_DIFF(IbsiFamily.GLCM, "IB1Z", "Inverse difference", "1"),
    CM_INV_DIFF_NORM(IbsiFamily.GLCM, "NDRX", "Normalised inverse difference", "1"),
    CM_INV_DIFF_MOM(IbsiFamily.GLCM, "WF0Z", "Inverse difference moment", "1"),
    CM_INV_DIFF_MOM_NORM(IbsiFamily.GLCM, "1QCO", "Normalised inverse difference moment", "1"),
    CM_INV_VAR(IbsiFamily.GLCM, "E8JP", "Inverse variance", "1"),
    CM_CORR(IbsiFamily.GLCM, "NI2N", "Correlation", "1"),
    CM_AUTO_CORR(IbsiFamily.GLCM, "QWB0", "Autocorrelation", "grey level^2"),
    CM_CLUST_TEND(IbsiFamily.GLCM, "DG8W", "Cluster tendency", "grey level^2"),
    CM_CLUST_SHADE(IbsiFamily.GLCM, "7NFM", "Cluster shade", "grey level^3"),
    CM_CLUST_PROM(IbsiFamily.GLCM, "AE86", "Cluster prominence", "grey level^4"),
    CM_INFO_CORR1(IbsiFamily.GLCM, "R8DG", "Information correlation 1", "1"),
    CM_INFO_CORR2(IbsiFamily.GLCM, "JN9H", "Information correlation 2", "1"),

    RLM_SRE(IbsiFamily.GLRLM, "22OV", "Short runs emphasis", "1"),
    RLM_LRE(IbsiFamily.GLRLM, "W4KF", "Long runs emphasis", "1"),
    RLM_LGRE(IbsiFamily.GLRLM, "V3SW", "Low grey level run emphasis", "1"),
    RLM_HGRE(IbsiFamily.GLRLM, "G3QZ", "High grey level run emphasis", "1"),
    RLM_SRLGE(IbsiFamily.GLRLM, "HTZT", "Short run low grey level emphasis", "1"),
    RLM_SRHGE(IbsiFamily.GLRLM, "GD3A", "Short run high grey level emphasis", "1"),
    RLM_LRLGE(IbsiFamily.GLRLM, "IVPO", "Long run low grey level emphasis", "1"),
    RLM_LRHGE(IbsiFamily.GLRLM, "3KUM", "Long run high grey level emphasis", "1"),
    RLM_GLNU(IbsiFamily.GLRLM, "R5YN", "Grey level non-uniformity", "run count"),
    RLM_GLNU_NORM(IbsiFamily.GLRLM, "OVBL", "Normalised grey level non-uniformity", "1"),
    RLM_RLNU(IbsiFamily.GLRLM, "W92Y", "Run length non-uniformity", "run count"),
    RLM_RLNU_NORM(IbsiFamily.GLRLM, "IC23", "Normalised run length non-uniformity", "1"),
    RLM_R_PERC(IbsiFamily.GLRLM, "9ZK5", "Run percentage", "1"),
    RLM_GL_VAR(IbsiFamily.GLRLM, "8CE5", "Grey level variance", "grey level^2"),
    RLM_RL_VAR(IbsiFamily.GLRLM, "SXLW", "Run length variance", "voxel^2"),
    RLM_RL_ENTR(IbsiFamily.GLRLM, "HJ9O", "Run entropy", "bit"),

    SZM_SZE(IbsiFamily.GLSZM, "5QRC", "Small zone emphasis", "1"),
    SZM_LZE(IbsiFamily.GLSZM, "48P8", "Large zone emphasis", "1"),
    SZM_LGZE(IbsiFamily.GLSZM, "XMSY", "Low grey level zone emphasis", "1"),
    SZM_HGZE(IbsiFamily.GLSZM, "5GN9", "High grey level zone emphasis", "1"),
    SZM_SZLGE(IbsiFamily.GLSZM, "5RAI", "Small zone low grey level emphasis", "1"),
    SZM_SZHGE(IbsiFamily.GLSZM, "HW1V", "Small zone high grey level emphasis", "1"),
    SZM_LZLGE(IbsiFamily.GLSZM, "YH51", "Large zone low grey level emphasis", "1"),
    SZM_LZHGE(IbsiFamily.GLSZM, "J17V", "Large zone high grey level emphasis", "1"),
    SZM_GLNU(IbsiFamily.GLSZM, "JNSA", "Grey level non-uniformity", "zone count"),
    SZM_GLNU_NORM(IbsiFamily.GLSZM, "Y1RO", "Normalised grey level non-uniformity", "1"),
    SZM_ZSNU(IbsiFamily.GLSZM, "4JP3", "Zone size non-uniformity", "zone count"),
    SZM_ZSNU_NORM(IbsiFamily.GLSZM, "VB3A", "Normalised zone size non-uniformity", "1"),
    SZM_Z_PERC(IbsiFamily.GLSZM, "P30P", "Zone percentage", "1"),
    SZM_GL_VAR(IbsiFamily.GLSZM, "BYLV", "Grey level variance", "grey level^2"),
    SZM_ZS_VAR(IbsiFamily.GLSZM, "3NSA", "Zone size variance", "voxel^2"),
    SZM_ZS_ENTR(IbsiFamily.GLSZM, "GU8N", "Zone size entropy", "bit"),

    DZM_SDE(IbsiFamily.GLDZM, "0GBI", "Small distance emphasis", "1"),
    DZM_LDE(IbsiFamily.GLDZM, "MB4I", "Large distance emphasis", "1"),
    DZM_LGZE(IbsiFamily.GLDZM, "S1RA", "Low grey level zone emphasis", "1"),
    DZM_HGZE(IbsiFamily.GLDZM, "K26C", "High grey level zone emphasis", "1"),
    DZM_SDLGE(IbsiFamily.GLDZM, "RUVG", "Small distance low grey level emphasis", "1"),
    DZM_SDHGE(IbsiFamily.GLDZM, "DKNJ", "Small distance high grey level emphasis", "1"),
    DZM_LDLGE(IbsiFamily.GLDZM, "A7WM", "Large distance low grey level emphasis", "1"),
    DZM_LDHGE(IbsiFamily.GLDZM, "KLTH", "Large distance high grey level emphasis", "1"),
    DZM_GLNU(IbsiFamily.GLDZM, "VFT7", "Grey level non-uniformity", "zone count"),
    DZM_GLNU_NORM(IbsiFamily.GLDZM, "7HP3", "Normalised grey level non-uniformity", "1"),
    DZM_ZDNU(IbsiFamily.GLDZM, "V294", "Zone distance non-uniformity", "zone count"),
    DZM_ZDNU_NORM(IbsiFamily.GLDZM, "IATH", "Normalised zone distance non-uniformity", "1"),
    DZM_Z_PERC(IbsiFamily.GLDZM, "VIWW", "Zone percentage", "1"),
    DZM_GL_VAR(IbsiFamily.GLDZM, "QK93", "Grey level variance", "grey level^2"),
    DZM_ZD_VAR(IbsiFamily.GLDZM, "7WT1", "Zone distance variance", "voxel^2"),
    DZM_ZD_ENTR(IbsiFamily.GLDZM, "GBDU", "Zone distance entropy", "bit"),

    NGT_COARSENESS(IbsiFamily.NGTDM, "QCDE", "Coarseness", "1"),
    NGT_CONTRAST(IbsiFamily.NGTDM, "65HE", "Contrast", "1"),
    NGT_BUSYNESS(IbsiFamily.NGTDM, "NQ30", "Busyness", "1"),
    NGT_COMPLEXITY(IbsiFamily.NGTDM, "HDEZ", "Complexity", "1"),
    NGT_STRENGTH(IbsiFamily.NGTDM, "1X9X", "Strength", "1"),

    NGL_LDE(IbsiFamily.NGLDM, "SODN", "Low dependence emphasis", "1"),
    NGL_HDE(IbsiFamily.NGLDM, "IMOQ", "High dependence emphasis", "1"),
    NGL_LGCE(IbsiFamily.NGLDM, "TL9H", "Low grey level count emphasis", "1"),
    NGL_HGCE(IbsiFamily.NGLDM, "OAE7", "High grey level count emphasis", "1"),
    NGL_LDLGE(IbsiFamily.NGLDM, "EQ3F", "Low dependence low grey level emphasis", "1"),
    NGL_LDHGE(IbsiFamily.NGLDM, "JA6D", "Low dependence high grey level emphasis", "1"),
    NGL_HDLGE(IbsiFamily.NGLDM, "NBZI", "High dependence low grey level emphasis", "1"),
    NGL_HDHGE(IbsiFamily.NGLDM, "9QMG", "High dependence high grey level emphasis", "1"),
    NGL_GLNU(IbsiFamily.NGLDM, "FP8K", "Grey level non-uniformity", "voxel count"),
    NGL_GLNU_NORM(IbsiFamily.NGLDM, "5SPA", "Normalised grey level non-uniformity", "1"),
    NGL_DCNU(IbsiFamily.NGLDM, "Z87G", "Dependence count non-uniformity", "voxel count"),
    NGL_DCNU_NORM(IbsiFamily.NGLDM, "OKJI", "Normalised dependence count non-uniformity", "1"),
    NGL_DC_PERC(IbsiFamily.NGLDM, "6XV8", "Dependence count percentage", "1"),
    NGL_GL_VAR(IbsiFamily.NGLDM, "1PFV", "Grey level variance", "grey level^2"),
    NGL_DC_VAR(IbsiFamily.NGLDM, "DNX2", "Dependence count variance", "voxel^2"),
    NGL_DC_ENTR(IbsiFamily.NGLDM, "FCBV", "Dependence count entropy", "bit"),
    NGL_DC_ENERGY(IbsiFamily.NGLDM, "CAS9", "Dependence count energy", "1");

    private final IbsiFamily family;
    private final String tag;
    private final String title;
    private final String unit;
    private final String parameterTag;

    IbsiFeature(IbsiFamily family, String tag, String title, String unit) {
        this(family, tag, title, unit, "");
    }

    IbsiFeature(IbsiFamily family, String tag, String title, String unit, String parameterTag) {
        this.family = family;
        this.tag = tag;
        this.title = title;
        this.unit = unit;
        this.parameterTag = parameterTag;
    }

    public IbsiFamily family() {
        return family;
    }

    /// The IBSI's four-character tag; features that differ by a parameter share it.
    public String tag() {
        return tag;
    }

    /// The IBSI's name, such as `Mean intensity`.
    public String title() {
        return title;
    }

    /// `1` for a number without unit; `intensity` is HU in CT.
    public String unit() {
        return unit;
    }

    /// The tag of the feature's parameter, such as the volume fraction 0.1; empty for most.
    public String parameterTag() {
        return parameterTag;
    }

    /// `ibsi_FAMILY_CODE`, with the parameter's tag where there is one.
    public String column() {
        return "ibsi_" + family.label() + "_" + tag + (parameterTag.isEmpty() ? "" : "_" + parameterTag);
    }
}
