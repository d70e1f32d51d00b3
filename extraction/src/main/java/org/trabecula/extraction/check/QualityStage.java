package org.trabecula.extraction.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.FileHashes;
import org.trabecula.core.InputException;
import org.trabecula.core.Stage;
import org.trabecula.core.StageKey;
import org.trabecula.core.Version;
import org.trabecula.extraction.region.CaseImages;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.ImageHashes;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;

/// What the quality checks know of the cases of one scan, in their order, kept under the content of image and masks, the regions,
/// and the code that counts. Nothing of a case that cannot be opened: whoever measures it says why.
final class QualityStage implements Stage<List<VertebraCase>, List<Optional<RegionFacts>>> {
    private static final String CODE = Version.ofCode(Version.class, Grid.class, QualityStage.class);

    /// 2: with how the image was taken; 3: with a print of the grey values; 4: of values and counts.
    private static final String FORM = "4";

    private final CaseOpener opener;
    private final ImageHashes hashes;

    QualityStage(FileHashes files, CaseOpener opener) {
        this.hashes = new ImageHashes(files);
        this.opener = opener;
    }

    @Override
    public String name() {
        return "checks";
    }

    @Override
    public StageKey key(List<VertebraCase> ofScan) throws IOException {
        StageKey key = StageKey.of("quality").and("form", FORM).and("placement", opener.placement().toString()).and("version", CODE);
        for (VertebraCase vertebra : ofScan) {
            key = key.and("image", vertebra.image().isPresent() ? hashes.of(vertebra.image().get()) : "")
                    .and("mask", vertebra.mask().isPresent() ? hashes.of(vertebra.mask().get()) : "")
                    .and("region", opener.choice().text(vertebra.label()));
        }
        return key;
    }

    @Override
    public List<Optional<RegionFacts>> compute(List<VertebraCase> ofScan) throws IOException {
        List<Optional<CaseImages>> open = ofScan.stream().map(this::open).toList();
        List<Optional<RegionFacts>> facts = new ArrayList<>();
        for (Optional<CaseImages> one : open) {
            List<Optional<Mask>> masks = open.stream()
                    .map(other -> other.filter(images -> !other.equals(one)).map(CaseImages::mask))
                    .toList();
            facts.add(one.isPresent() ? measured(one.get(), masks) : Optional.empty());
        }
        return facts;
    }

    private Optional<CaseImages> open(VertebraCase vertebra) {
        try {
            return Optional.of(opener.forPixels(vertebra, CaseOpener.maskOf(vertebra)));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static Optional<RegionFacts> measured(CaseImages images, List<Optional<Mask>> others) throws IOException {
        try {
            return Optional.of(RegionMeasure.of(images, others));
        } catch (InputException e) {
            return Optional.empty(); // damage that shows in the voxels only
        }
    }

    @Override
    public Form<List<Optional<RegionFacts>>> form() {
        return RegionFactsForm.FORM;
    }
}
