package org.trabecula.extraction.network;

import java.io.IOException;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.FileHashes;
import org.trabecula.core.Stage;
import org.trabecula.core.StageKey;
import org.trabecula.core.Version;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.crop.CropPlan;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.extraction.region.CaseImages;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.ImageHashes;
import org.trabecula.image.Grid;

/// One case's crop, kept under the content of image and mask, the region, the settings, and the code that computes.
final class CropStage implements Stage<VertebraCase, Crop> {
    private static final String CODE = Version.ofCode(Version.class, Grid.class, CropPlan.class, CropStage.class);

    private final CropSettings settings;
    private final CaseOpener opener;
    private final ImageHashes hashes;

    CropStage(CropSettings settings, FileHashes files, CaseOpener opener) {
        this.settings = settings;
        this.hashes = new ImageHashes(files);
        this.opener = opener;
    }

    @Override
    public String name() {
        return "crops";
    }

    @Override
    public StageKey key(VertebraCase vertebra) throws IOException {
        return StageKey.of("crop")
                .and("image", vertebra.image().isPresent() ? hashes.of(vertebra.image().get()) : "")
                .and("mask", hashes.of(CaseOpener.maskOf(vertebra)))
                .and("region", opener.choice().text(vertebra.label()))
                .and("placement", opener.placement().toString())
                .and("settings", settings.toString())
                .and("version", CODE);
    }

    @Override
    public Crop compute(VertebraCase vertebra) throws IOException {
        CaseImages images = opener.forPixels(vertebra, CaseOpener.maskOf(vertebra));
        CropPlan plan = CropPlan.of(images.mask(), settings);
        return plan.sample(images.image().read(plan.box()), "case " + vertebra.caseId());
    }

    @Override
    public Form<Crop> form() {
        return new CropForm(settings);
    }
}
