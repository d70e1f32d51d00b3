package org.trabecula.extraction.feature;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.Region;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;
import org.trabecula.radiomics.ibsi.IbsiConfiguration;
import org.trabecula.radiomics.ibsi.IbsiFamily;
import org.trabecula.radiomics.ibsi.IbsiProfile;
import org.trabecula.radiomics.ibsi.IbsiValue;
import org.trabecula.table.FeatureTable;

/// Rows of the standard's features, as the standard's benchmark computes them.
public final class IbsiRows implements RegionRows {
    private final IbsiConfiguration configuration;
    private final CaseOpener opener;
    private final int jobs;

    /// @param jobs threads within one region; no number depends on it
    public IbsiRows(IbsiConfiguration configuration, CaseOpener opener, int jobs) {
        this.configuration = configuration;
        this.opener = opener;
        this.jobs = jobs;
    }

    @Override
    public FeatureTable row(String name, ImageFile image, Region region) throws IOException {
        Mask placed = opener.forPixels(image, region, name);
        List<IbsiValue> values =
                IbsiProfile.extract(image, placed, configuration.settings(), EnumSet.allOf(IbsiFamily.class), jobs);
        double[][] columns = new double[values.size()][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = new double[] {values.get(column).value()};
        }
        values.forEach(value -> value.whyUndefined().ifPresent(why -> opener.notes().say(name, value.column() + ": " + why)));
        return new FeatureTable(List.of(name), values.stream().map(IbsiValue::column).toList(), columns);
    }

    @Override
    public String plan(String name, ImageFile image, Region region) throws IOException {
        Mask placed = opener.forPixels(image, region, name);
        return "would measure " + name + ": " + placed.voxelCount() + " voxels of " + region.file().path();
    }
}
