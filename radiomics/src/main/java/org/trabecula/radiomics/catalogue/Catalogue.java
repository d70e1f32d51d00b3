package org.trabecula.radiomics.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trabecula.radiomics.firstorder.FirstOrder;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.radiomics.shape.Shape2D;
import org.trabecula.radiomics.shape.Shape3D;
import org.trabecula.radiomics.texture.DeprecatedFeature;
import org.trabecula.radiomics.texture.Glcm;
import org.trabecula.radiomics.texture.Gldm;
import org.trabecula.radiomics.texture.Glrlm;
import org.trabecula.radiomics.texture.Glszm;
import org.trabecula.radiomics.texture.Ngtdm;

/// Names of features.
public final class Catalogue {
    private Catalogue() {}

    /// Every name that PyRadiomics knows, the deprecated ones last.
    public static List<String> names(FeatureClass featureClass) {
        return switch (featureClass) {
            case FIRSTORDER -> join(FirstOrder.NAMES, List.of(FirstOrder.STANDARD_DEVIATION));
            case GLCM -> join(Glcm.NAMES, Glcm.DEPRECATED.stream().map(DeprecatedFeature::name).toList());
            case GLDM -> join(Gldm.NAMES, Gldm.DEPRECATED.stream().map(DeprecatedFeature::name).toList());
            case GLRLM -> Glrlm.NAMES;
            case GLSZM -> Glszm.NAMES;
            case NGTDM -> Ngtdm.NAMES;
            case SHAPE -> join(Shape3D.NAMES, Shape3D.ONLY_WHEN_NAMED);
            case SHAPE2D -> join(Shape2D.NAMES, Shape2D.ONLY_WHEN_NAMED);
        };
    }

    private static List<String> join(List<String> a, List<String> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }
}
