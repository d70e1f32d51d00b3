package org.trabecula.extraction.feature;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.trabecula.core.InputException;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.extraction.check.QualityChecks;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.failure.CaseFileName;
import org.trabecula.extraction.region.Region;
import org.trabecula.extraction.region.SharedScans;
import org.trabecula.extraction.region.CaseImages;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;

/// One image and its mask: a row a region. With several regions, one that is refused does not stop the others.
public final class OneImage {
    private final CaseOpener opener;
    private final ImageFile image;
    private final Map<String, Region> regions;

    private OneImage(CaseOpener opener, ImageFile image, Map<String, Region> regions) {
        this.opener = opener;
        this.image = image;
        this.regions = regions;
    }

    /// @throws InputException if a file is refused or a label is not there
    public static OneImage open(CaseOpener opener, Path imageFile, Path maskFile) throws IOException {
        CaseOpener used = opener.choice().severalRows() ? SharedScans.ofSeveral(imageFile, maskFile, opener) : opener;
        ImageFile image = used.formats().open(imageFile);
        String name = CaseFileName.stem(imageFile);
        return new OneImage(
                used, image, used.choice().regions(used.labels(maskFile, image), name, note -> used.notes().say(name, note)));
    }

    public int regions() {
        return regions.size();
    }

    public ImageFile image() {
        return image;
    }

    /// Says what the quality checks find odd; a region that is refused says so itself when it is measured.
    public void sayWhatIsOdd() throws IOException {
        for (Map.Entry<String, Region> one : regions.entrySet()) {
            try {
                Mask mask = opener.forPixels(image, one.getValue(), one.getKey());
                VertebraCase named = VertebraCase.named(one.getKey(), "").withLevel(one.getValue().labels().getFirst().name());
                QualityChecks.ofOne(named, new CaseImages(image, mask)).forEach(odd -> opener.notes().say(one.getKey(), odd.sentence()));
            } catch (InputException _) {
                // the extraction tells it
            }
        }
    }

    /// @throws InputException if the only region is refused
    public Extracted extract(RegionRows rows) throws IOException {
        RowStack stack = new RowStack();
        List<CaseRow> done = new ArrayList<>();
        List<CaseFailure> failures = each((name, region) -> done.add(stack.row(name, rows.row(name, image, region))));
        return new Extracted(RowStack.table(done), failures);
    }

    /// Says what [#extract] would do, a sentence a region.
    ///
    /// @return regions that would be refused, for what headers and masks show
    public List<CaseFailure> plan(RegionRows rows, Consumer<String> sentences) throws IOException {
        return each((name, region) -> sentences.accept(rows.plan(name, image, region)));
    }

    /// What is done with a region of the image.
    @FunctionalInterface
    public interface Work {
        void on(String name, Region region) throws IOException;
    }

    /// Does something with each region.
    ///
    /// @return regions that are refused
    /// @throws InputException if the only region is refused
    public List<CaseFailure> each(Work work) throws IOException {
        List<CaseFailure> failures = new ArrayList<>();
        for (Map.Entry<String, Region> region : regions.entrySet()) {
            try {
                work.on(region.getKey(), region.getValue());
            } catch (InputException e) {
                if (regions.size() == 1) {
                    throw e;
                }
                failures.add(CaseFailure.of(region.getKey(), e.at(region.getKey())));
            }
        }
        return failures;
    }
}
