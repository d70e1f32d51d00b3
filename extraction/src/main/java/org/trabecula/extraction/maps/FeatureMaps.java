package org.trabecula.extraction.maps;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.CancelledException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.core.StageKey;
import org.trabecula.core.StageStore;
import org.trabecula.core.Version;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.failure.CaseFileName;
import org.trabecula.extraction.failure.UnforeseenFailure;
import org.trabecula.extraction.feature.OneImage;
import org.trabecula.extraction.picture.MapPicture;
import org.trabecula.extraction.region.CaseImages;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.ImageHashes;
import org.trabecula.extraction.region.Region;
import org.trabecula.image.Grid;
import org.trabecula.image.Label;
import org.trabecula.image.Mask;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.radiomics.voxelwise.VoxelwiseRadiomics;

/// Makes the feature maps of regions and writes them as they are finished, a folder a region. A run that was stopped goes on in the
/// same folder: what is whole is not computed again.
///
/// Regions are taken one after the other, the voxels of a region side by side: one region's maps are what memory has to hold.
public final class FeatureMaps {
    /// A change of any of these rooms may change a number.
    private static final String CODE = Version.ofCode(Version.class, Grid.class, VoxelwiseRadiomics.class, FeatureMaps.class);
    /// The rest is for headers, label maps and the collector.
    private static final double SHARE_OF_MEMORY = 0.7;

    private final MapSettings settings;
    private final CaseOpener opener;
    private final ImageHashes hashes;
    private final VoxelwiseRadiomics radiomics;
    private final Progress progress;

    /// @param store that locks the folder of the results
    public FeatureMaps(MapSettings settings, StageStore store, CaseOpener opener, Progress progress) {
        this.settings = settings;
        this.opener = opener;
        this.hashes = new ImageHashes(store.hashes());
        this.radiomics = VoxelwiseRadiomics.with(settings.settings(), settings.kernel()).jobs(settings.jobs());
        this.progress = progress;
    }

    /// The maps of each region of one image: in `folder`, or with several in a folder each within.
    ///
    /// @param imageFile of `one`
    /// @throws InputException if the only region is refused
    public MadeMaps ofImage(OneImage one, Path imageFile, Path folder) throws IOException {
        radiomics.leftOut().forEach(progress::note);
        List<MapsOfRegion> made = new ArrayList<>();
        List<CaseFailure> failures = one.each((name, region) -> {
            CaseImages images = new CaseImages(one.image(), opener.forFeatures(one.image(), region, name));
            StageKey key = key(hashes.of(imageFile), hashes.of(region.file().path()), "labels " + labels(region));
            made.add(ofRegion(
                    name, images, () -> opener.forPixels(one.image(), region, name), key,
                    one.regions() == 1 ? folder : folder.resolve(CaseFileName.of(name)), progress));
        });
        return new MadeMaps(made, failures);
    }

    /// The maps of a manifest's cases, a folder each within `folder`. A case that fails does not stop the others.
    public MadeMaps ofManifest(ManifestCases manifest, Path folder) {
        radiomics.leftOut().forEach(progress::note);
        List<VertebraCase> cases = manifest.rows(opener, settings.jobs());
        List<MapsOfRegion> made = new ArrayList<>();
        List<CaseFailure> failures = new ArrayList<>(manifest.missing());
        progress.stage("feature maps", cases.size());
        for (VertebraCase vertebra : cases) {
            try {
                made.add(ofCase(vertebra, folder.resolve(CaseFileName.of(vertebra.caseId()))));
            } catch (CancelledException e) {
                throw e;
            } catch (InputException e) {
                failures.add(CaseFailure.of(vertebra.caseId(), e));
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                if (e instanceof ClosedByInterruptException || Thread.currentThread().isInterrupted()) {
                    Thread.currentThread().interrupt();
                    throw new CancelledException(); // the user stopped the run: the case has not failed
                }
                failures.add(CaseFailure.of(vertebra.caseId(), UnforeseenFailure.of(vertebra.caseId(), e)));
            }
            progress.done(vertebra.caseId());
        }
        return new MadeMaps(made, failures);
    }

    private MapsOfRegion ofCase(VertebraCase vertebra, Path folder) throws IOException {
        Path maskFile = CaseOpener.maskOf(vertebra);
        CaseImages images = opener.forFeatures(vertebra, maskFile);
        StageKey key = key(hashes.of(images.image().path()), hashes.of(maskFile), opener.choice().text(vertebra.label()));
        try {
            return ofRegion(
                    vertebra.caseId(), images, () -> opener.forPixels(vertebra, maskFile).mask(), key, folder, Progress.NONE);
        } catch (InputException e) {
            throw e.at("case " + vertebra.caseId());
        }
    }

    /// Brings a mask onto the image's own voxels, where it is asked for.
    @FunctionalInterface
    private interface OnPixels {
        Mask mask() throws IOException;
    }

    /// @param onPixels for pictures
    private MapsOfRegion ofRegion(String name, CaseImages images, OnPixels onPixels, StageKey key, Path folder, Progress told)
            throws IOException {
        MapPictures pictures = settings.pictures() ? new DrawnMaps(MapPicture.of(images.image(), onPixels.mask())) : MapPictures.NONE;
        MapFolder maps = MapFolder.open(folder, settings, key.fileName(), pictures);
        if (maps.isComplete()) {
            return new MapsOfRegion(name, folder, maps.entries(), maps.entries().size());
        }
        requireMemory(name, images);
        radiomics.extract(images.image(), images.mask(), maps, told).forEach(note -> opener.notes().say(name, note));
        maps.complete();
        return new MapsOfRegion(name, folder, maps.entries(), maps.found());
    }

    /// Says what [#ofImage] would do, a sentence a region; reads headers and masks only.
    ///
    /// @return regions that would be refused, for what headers and masks show
    public List<CaseFailure> planImage(OneImage one, Consumer<String> sentences) throws IOException {
        return one.each((name, region) ->
                sentences.accept(plan(name, new CaseImages(one.image(), opener.forFeatures(one.image(), region, name)))));
    }

    /// Says what [#ofManifest] would do, a sentence a case.
    ///
    /// @return as [#planImage], and cases without files
    public List<CaseFailure> planManifest(ManifestCases manifest, Consumer<String> sentences) {
        List<CaseFailure> failures = new ArrayList<>(manifest.missing());
        for (VertebraCase vertebra : manifest.rows(opener, settings.jobs())) {
            try {
                sentences.accept(plan(vertebra.caseId(), opener.forFeatures(vertebra, CaseOpener.maskOf(vertebra))));
            } catch (InputException e) {
                failures.add(CaseFailure.of(vertebra.caseId(), e));
            }
        }
        return failures;
    }

    private String plan(String name, CaseImages images) {
        return "would map " + name + ": " + images.mask().voxelCount() + " voxels, about " + (bytes(images) >> 20) + " MiB of memory";
    }

    private long bytes(CaseImages images) {
        return radiomics.estimatedBytes(images.image().grid(), images.mask());
    }

    /// Before anything is computed.
    private void requireMemory(String name, CaseImages images) {
        long most = Runtime.getRuntime().maxMemory();
        long bytes = bytes(images);
        if (bytes > SHARE_OF_MEMORY * most) {
            throw new InputException(new Problem(
                    RegionProblem.OUT_OF_MEMORY,
                    "feature maps of " + name,
                    "a region of " + images.mask().voxelCount() + " voxels, about " + (bytes >> 20) + " MiB",
                    "at most " + (long) (SHARE_OF_MEMORY * most) / (1 << 20) + " MiB, of the " + (most >> 20) + " MiB that Java may take",
                    "name fewer features of a class in featureClass, or run with more memory: JAVA_TOOL_OPTIONS=-Xmx8g"));
        }
    }

    private StageKey key(String image, String mask, String region) {
        return StageKey.of("feature maps")
                .and("image", image)
                .and("mask", mask)
                .and("region", region)
                .and("settings", settings.text())
                .and("version", CODE);
    }

    private static List<String> labels(Region region) {
        return region.labels().stream().map(Label::text).toList();
    }
}
