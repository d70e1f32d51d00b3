package org.trabecula.radiomics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trabecula.core.Parallel;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.filter.DerivedImage;
import org.trabecula.radiomics.filter.FilterInput;
import org.trabecula.radiomics.filter.ImageFilter;
import org.trabecula.radiomics.prepare.Diagnostics;
import org.trabecula.radiomics.prepare.Prepared;
import org.trabecula.radiomics.prepare.Preparing;
import org.trabecula.radiomics.prepare.VoxelSource;
import org.trabecula.radiomics.settings.ClassSettings;
import org.trabecula.radiomics.settings.ImageType;
import org.trabecula.radiomics.settings.ImageTypeSettings;
import org.trabecula.radiomics.settings.Settings;

/// Extracts radiomics features with PyRadiomics' numbers, names and order.
///
/// ```java
/// Settings settings = Preset.ORIGINAL.settings();
/// FeatureRow row = Radiomics.with(settings).extract(volume, mask);
/// double mean = row.value("original_firstorder_Mean");
/// ```
///
/// Immutable; one object may be used by many threads. Results do not depend on the number of threads.
public final class Radiomics {
    private final Settings settings;
    private final ImageFeatures imageFeatures;
    private final int jobs;
    private final Watcher watcher;

    /// Who is shown the images that features are computed from. Called from several threads where the extractor uses them.
    public interface Watcher {
        /// Nobody looks.
        Watcher NOBODY = new Watcher() {
            @Override
            public void prepared(Volume image, Mask region) {}

            @Override
            public void derived(String name, Volume image) {}
        };

        /// Image and region after resampling or cropping and resegmentation.
        void prepared(Volume image, Mask region);

        /// An image that a filter made.
        ///
        /// @param name  as in the features' columns, such as `wavelet-LLH`
        /// @param image the region's box; NaN where the filter has no value
        void derived(String name, Volume image);
    }

    private Radiomics(Settings settings, int jobs, Watcher watcher) {
        this.settings = settings;
        this.jobs = jobs;
        this.watcher = watcher;
        List<ClassSettings> onImages =
                settings.classes().stream().filter(c -> !c.featureClass().isShape()).toList();
        imageFeatures = new ImageFeatures(onImages);
    }

    /// An extractor in the calling thread.
    public static Radiomics with(Settings settings) {
        return new Radiomics(settings, 1, Watcher.NOBODY);
    }

    /// The same extractor, computing image types side by side.
    ///
    /// @param jobs threads, at least 1
    public Radiomics jobs(int jobs) {
        return new Radiomics(settings, jobs, watcher);
    }

    /// The same extractor, showing its images to `watcher`.
    public Radiomics watchedBy(Watcher watcher) {
        return new Radiomics(settings, jobs, watcher);
    }

    /// The features of one region of a volume in memory.
    ///
    /// @throws org.trabecula.core.InputException if image, mask or region are refused
    public FeatureRow extract(Volume image, Mask mask) {
        try {
            return extract(VoxelSource.of(image), mask);
        } catch (IOException e) {
            throw new UncheckedIOException("a volume in memory needs no reading", e);
        }
    }

    /// The features of one region of an image file, of which only the part that is needed is decoded.
    ///
    /// @throws org.trabecula.core.InputException if image, mask or region are refused
    public FeatureRow extract(ImageFile image, Mask mask) throws IOException {
        return extract(VoxelSource.of(image), mask);
    }

    /// About how many bytes one extraction takes at its peak, from the image's grid and the mask alone; for callers who run
    /// many side by side.
    public long estimatedBytes(Grid image, Mask mask) {
        return Preparing.estimatedBytes(settings.preparation(), filterNeeds(), image, mask);
    }

    private FeatureRow extract(VoxelSource source, Mask mask) throws IOException {
        Diagnostics diagnostics = new Diagnostics(settings);
        Prepared prepared = new Preparing(settings.preparation(), filterNeeds(), diagnostics).prepare(source, mask);
        watcher.prepared(prepared.image(), prepared.region());
        List<String> notes = new ArrayList<>();
        settings.classes().forEach(named -> notes.addAll(FamilySelection.refused(named)));
        FeatureColumns columns = new FeatureColumns();
        RegionShape.append(settings, prepared, columns, notes);
        FilterInput input = new FilterInput(prepared.image(), prepared.region().box());
        MeasuredRegion region = MeasuredRegion.of(prepared.region());
        List<ImageTypeSettings> images = settings.images();
        List<FeatureColumns> perImage = Parallel.map(images.size(), jobs, n -> features(images.get(n), input, prepared, region));
        perImage.forEach(columns::addAll);
        images.forEach(i -> notes.addAll(ImageFilter.of(i.type(), i.features()).leftOut(input)));
        Map<String, String> stages = settings.additionalInfo() ? diagnostics.entries() : Map.of();
        return new FeatureRow(columns.names(), columns.toValues(), stages, notes);
    }

    private FeatureColumns features(ImageTypeSettings image, FilterInput input, Prepared prepared, MeasuredRegion region) {
        FeatureColumns columns = new FeatureColumns();
        for (DerivedImage derived : ImageFilter.of(image.type(), image.features()).derive(input)) {
            if (watcher != Watcher.NOBODY) { // a volume of 32 bits is a copy
                watcher.derived(derived.name(), derived.volume(prepared.image().grid().cropped(prepared.region().box())));
            }
            columns.addAll(imageFeatures.of(derived, region, image.features()));
        }
        return columns;
    }

    private Preparing.FilterNeeds filterNeeds() {
        boolean original = settings.images().stream().allMatch(i -> i.type() instanceof ImageType.Original);
        return original ? Preparing.FilterNeeds.REGION : Preparing.FilterNeeds.WHOLE;
    }
}
