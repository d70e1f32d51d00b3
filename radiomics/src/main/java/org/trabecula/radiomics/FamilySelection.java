package org.trabecula.radiomics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.trabecula.radiomics.catalogue.Catalogue;
import org.trabecula.radiomics.catalogue.Feature;
import org.trabecula.radiomics.firstorder.FirstOrder;
import org.trabecula.radiomics.settings.ClassSettings;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.radiomics.texture.Glcm;
import org.trabecula.radiomics.texture.Gldm;
import org.trabecula.radiomics.texture.Glrlm;
import org.trabecula.radiomics.texture.Glszm;
import org.trabecula.radiomics.texture.Ngtdm;

/// The wanted features of one class: their names in column order, and where a family's array of values holds them.
///
/// @param names   feature names in column order
/// @param indices place of each in the family's values
/// @param wanted  the same places as a set
public record FamilySelection(FeatureClass featureClass, List<String> names, int[] indices, BitSet wanted) {
    /// @param computed names of the family's values, in its order
    static FamilySelection of(ClassSettings settings, List<String> computed) {
        List<String> names = new ArrayList<>();
        if (settings.features().isEmpty()) {
            names.addAll(Catalogue.defaultNames(settings.featureClass()));
        } else {
            // a name without a value is deprecated: no column, but a word from refused()
            settings.features().stream().distinct().filter(computed::contains).forEach(names::add);
        }
        int[] indices = names.stream().mapToInt(computed::indexOf).toArray();
        BitSet wanted = new BitSet();
        for (int index : indices) {
            wanted.set(index);
        }
        return new FamilySelection(settings.featureClass(), names, indices, wanted);
    }

    /// The wanted features of a class that is computed on images.
    ///
    /// @throws IllegalArgumentException for shape
    public static FamilySelection onImages(ClassSettings wanted) {
        List<String> computed = switch (wanted.featureClass()) {
            case FIRSTORDER -> {
                List<String> names = new ArrayList<>(FirstOrder.NAMES);
                names.add(FirstOrder.STANDARD_DEVIATION);
                yield names;
            }
            case GLCM -> Glcm.NAMES;
            case GLDM -> Gldm.NAMES;
            case GLRLM -> Glrlm.NAMES;
            case GLSZM -> Glszm.NAMES;
            case NGTDM -> Ngtdm.NAMES;
            case SHAPE, SHAPE2D -> throw new IllegalArgumentException("shape belongs to the region, not to an image");
        };
        return of(wanted, computed);
    }

    /// Why the deprecated ones among named features give no column, a sentence each.
    public static List<String> refused(ClassSettings settings) {
        return Catalogue.of(settings.featureClass()).stream()
                .filter(f -> f.status() == Feature.Status.DEPRECATED && settings.features().contains(f.name()))
                .map(f -> f.column() + " is refused: PyRadiomics deprecated it and gives no value; " + f.difference())
                .toList();
    }

    /// The column of the nth name, such as `original_glcm_Contrast`.
    public String column(String imageName, int n) {
        return imageName + "_" + featureClass.key() + "_" + names.get(n);
    }

    /// Appends the wanted ones of a family's values.
    void pick(String imageName, double[] computed, FeatureColumns to) {
        for (int n = 0; n < indices.length; n++) {
            to.add(column(imageName, n), computed[indices[n]]);
        }
    }
}
