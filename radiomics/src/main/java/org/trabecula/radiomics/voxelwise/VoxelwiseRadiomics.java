package org.trabecula.radiomics.voxelwise;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.trabecula.core.Progress;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.FamilySelection;
import org.trabecula.radiomics.filter.DerivedImage;
import org.trabecula.radiomics.filter.FilterInput;
import org.trabecula.radiomics.filter.ImageFilter;
import org.trabecula.radiomics.prepare.Diagnostics;
import org.trabecula.radiomics.prepare.Prepared;
import org.trabecula.radiomics.prepare.Preparing;
import org.trabecula.radiomics.prepare.RegionValues;
import org.trabecula.radiomics.prepare.VoxelSource;
import org.trabecula.radiomics.settings.ClassSettings;
import org.trabecula.radiomics.settings.ImageType;
import org.trabecula.radiomics.settings.ImageTypeSettings;
import org.trabecula.radiomics.settings.KernelSettings;
import org.trabecula.radiomics.settings.Settings;

/// Makes feature maps with PyRadiomics' numbers: a value per voxel of a region for each feature, from the kernel around it.
///
/// ```java
/// VoxelwiseRadiomics.with(Preset.ORIGINAL.settings(), KernelSettings.DEFAULTS).extract(image, mask, receiver, Progress.NONE);
/// ```
///
/// Shape has no maps, as in PyRadiomics. Immutable; results do not depend on the number of threads. Families are computed one after
/// the other and handed over as they are finished, so that no more than one family's maps are in memory.
public final class VoxelwiseRadiomics {
    private final Settings settings;
    private final KernelSettings kernel;
    private final int jobs;
    private final List<FamilySelection> families;

    /// Who takes the maps, in the thread that extracts.
    public interface Receiver {
        /// Whether a map is asked for; families of which none is are not computed. Asked once a map, for all maps of an image before the
        /// first is computed.
        ///
        /// @param column such as `original_glcm_Contrast`
        boolean wants(String column);

        /// The maps of one family on one image, in the order of their columns.
        void take(List<FeatureMap> maps) throws IOException;
    }

    private VoxelwiseRadiomics(Settings settings, KernelSettings kernel, int jobs) {
        this.settings = settings;
        this.kernel = kernel;
        this.jobs = jobs;
        this.families = settings.classes().stream()
                .filter(c -> !c.featureClass().isShape())
                .map(FamilySelection::onImages)
                .toList();
    }

    /// An extractor in the calling thread.
    public static VoxelwiseRadiomics with(Settings settings, KernelSettings kernel) {
        return new VoxelwiseRadiomics(settings, kernel, 1);
    }

    /// The same extractor, computing voxels side by side.
    ///
    /// @param jobs threads, at least 1
    public VoxelwiseRadiomics jobs(int jobs) {
        return new VoxelwiseRadiomics(settings, kernel, jobs);
    }

    /// What is left out whatever the image is, a sentence each: shape, and deprecated features.
    public List<String> leftOut() {
        List<String> notes = new ArrayList<>();
        for (ClassSettings named : settings.classes()) {
            if (named.featureClass().isShape()) {
                notes.add(named.featureClass().key() + " is left out: it describes the whole region and has no map, as in PyRadiomics");
            } else {
                notes.addAll(FamilySelection.refused(named));
            }
        }
        return notes;
    }

    /// About how many bytes the extraction of one region takes at its peak, from the image's grid and the mask alone.
    public long estimatedBytes(Grid image, Mask mask) {
        int features = families.stream().mapToInt(family -> family.names().size()).max().orElse(0);
        return Preparing.estimatedBytes(settings.preparation(), filterNeeds(), image, mask)
                + MapMemory.bytes(mask, settings.preparation().resampling(), kernel, features, jobs);
    }

    /// The maps of one region of an image file, of which only the part that is needed is decoded.
    ///
    /// @param progress hears of one item a piece of work
    /// @return what this image leaves out, a sentence each
    /// @throws org.trabecula.core.InputException if image, mask or region are refused
    /// @throws IOException if the image cannot be read or the receiver cannot write
    public List<String> extract(ImageFile image, Mask mask, Receiver receiver, Progress progress) throws IOException {
        return extract(VoxelSource.of(image), mask, receiver, progress);
    }

    /// The same of a volume in memory.
    public List<String> extract(Volume image, Mask mask, Receiver receiver, Progress progress) throws IOException {
        return extract(VoxelSource.of(image), mask, receiver, progress);
    }

    private List<String> extract(VoxelSource source, Mask mask, Receiver receiver, Progress progress) throws IOException {
        Prepared prepared = new Preparing(settings.preparation(), filterNeeds(), new Diagnostics(settings)).prepare(source, mask);
        MappedRegion region = new MappedRegion(prepared.region(), kernel);
        Box seen = kernel.masked() ? prepared.region().box() : region.box();
        FilterInput input = new FilterInput(prepared.image(), seen);
        RegionValues places = new RegionValues(prepared.region());
        List<String> notes = new ArrayList<>();
        for (ImageTypeSettings type : settings.images()) {
            ImageFilter filter = ImageFilter.of(type.type(), type.features());
            notes.addAll(filter.leftOut(input));
            List<DerivedImage> derived = filter.derive(input);
            progress.stage("feature maps", derived.size() * pieces(region));
            for (DerivedImage one : derived) {
                double[] values = kernel.masked() ? places.of(one.box()) : one.box();
                maps(new MappedImage(one, values, region, type.features(), kernel), type, receiver, progress);
            }
        }
        return notes;
    }

    private void maps(MappedImage image, ImageTypeSettings type, Receiver receiver, Progress progress) throws IOException {
        FamilyMaps maker = new FamilyMaps(image, type.features(), kernel);
        List<BitSet> wanted = families.stream().map(family -> wanted(family, image.name(), receiver)).toList();
        for (int f = 0; f < wanted.size(); f++) {
            FamilySelection family = families.get(f);
            if (wanted.get(f).isEmpty()) {
                progress.found(FamilyMaps.pieces(family.featureClass(), image.centres().length));
            } else {
                String what = image.name() + " " + family.featureClass().key();
                receiver.take(maker.of(family, wanted.get(f), jobs, () -> progress.done(what)));
            }
        }
    }

    /// Which maps of a family are asked for, by column. Asked for all families before the first is computed.
    private static BitSet wanted(FamilySelection family, String imageName, Receiver receiver) {
        BitSet columns = new BitSet();
        for (int n = 0; n < family.names().size(); n++) {
            columns.set(n, receiver.wants(family.column(imageName, n)));
        }
        return columns;
    }

    private int pieces(MappedRegion region) {
        return families.stream().mapToInt(f -> FamilyMaps.pieces(f.featureClass(), region.voxels().length)).sum();
    }

    private Preparing.FilterNeeds filterNeeds() {
        boolean original = settings.images().stream().allMatch(i -> i.type() instanceof ImageType.Original);
        return original && kernel.masked() ? Preparing.FilterNeeds.REGION : Preparing.FilterNeeds.WHOLE;
    }
}
