package org.trabecula.extraction.feature;

import java.io.IOException;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.Region;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;
import org.trabecula.radiomics.FeatureRow;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.table.FeatureTable;

/// Rows of PyRadiomics' features.
public final class PyRadiomicsRows implements RegionRows {
    private final Radiomics radiomics;
    private final CaseOpener opener;
    private final CaseWatcher watcher;

    /// @param jobs threads within one region; no number depends on it
    public PyRadiomicsRows(Settings settings, CaseOpener opener, CaseWatcher watcher, int jobs) {
        this.radiomics = Radiomics.with(settings).jobs(jobs);
        this.opener = opener;
        this.watcher = watcher;
    }

    @Override
    public FeatureTable row(String name, ImageFile image, Region region) throws IOException {
        Mask placed = opener.forFeatures(image, region, name);
        FeatureRow row = radiomics.watchedBy(watcher.of(name)).extract(image, placed);
        row.notes().forEach(note -> opener.notes().say(name, note));
        row.undefined().forEach(why -> opener.notes().say(name, "no value for " + why.where() + ": " + why.found()));
        return FeatureRows.table(name, row);
    }

    @Override
    public String plan(String name, ImageFile image, Region region) throws IOException {
        Mask placed = opener.forFeatures(image, region, name);
        return "would measure " + name + ": " + placed.voxelCount() + " voxels of " + region.file().path() + ", about "
                + (radiomics.estimatedBytes(image.grid(), placed) >> 20) + " MiB";
    }
}
