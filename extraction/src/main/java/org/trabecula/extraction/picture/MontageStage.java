package org.trabecula.extraction.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.FileHashes;
import org.trabecula.core.InputException;
import org.trabecula.core.Stage;
import org.trabecula.core.StageKey;
import org.trabecula.core.Version;
import org.trabecula.deep.crop.GreyPicture;
import org.trabecula.extraction.memory.MemoryPlan;
import org.trabecula.extraction.region.CaseImages;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.ImageHashes;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;

/// One case's montage, kept under the content of image and mask, the region, and the code that draws.
final class MontageStage implements Stage<VertebraCase, CaseMontage> {
    private static final String CODE = Version.ofCode(Version.class, Grid.class, GreyPicture.class, MontageStage.class);
    /// Of the field and the net that the surface is drawn from, at most.
    private static final long SURFACE_BYTES = 64L << 20;

    private final CaseOpener opener;
    private final ImageHashes hashes;
    private final MemoryPlan memory = MemoryPlan.ofThisProcess();

    MontageStage(FileHashes files, CaseOpener opener) {
        this.hashes = new ImageHashes(files);
        this.opener = opener;
    }

    @Override
    public String name() {
        return "montages";
    }

    @Override
    public StageKey key(VertebraCase vertebra) throws IOException {
        return StageKey.of("montage")
                .and("image", vertebra.image().isPresent() ? hashes.of(vertebra.image().get()) : "")
                .and("mask", hashes.of(CaseOpener.maskOf(vertebra)))
                .and("region", opener.choice().text(vertebra.label()))
                .and("placement", opener.placement().toString())
                .and("version", CODE);
    }

    @Override
    public CaseMontage compute(VertebraCase vertebra) throws IOException {
        CaseImages images = opener.forPixels(vertebra, CaseOpener.maskOf(vertebra));
        ThreePlanes planes = ThreePlanes.of(images.mask());
        Box box = planes.box();
        try {
            return memory.with(
                    box.size().voxels() * Double.BYTES + SURFACE_BYTES,
                    () -> CaseMontage.of(planes, images.mask(), images.image().read(box)));
        } catch (InputException e) {
            throw e.at("case " + vertebra.caseId());
        }
    }

    @Override
    public Form<CaseMontage> form() {
        return Picture.FORM;
    }

    /// The four pictures in one file.
    private enum Picture implements Form<CaseMontage> {
        FORM;

        @Override
        public String ending() {
            return ".png";
        }

        @Override
        public void write(CaseMontage montage, Path file) throws IOException {
            GreyPicture.write(file, montage.strip());
        }

        @Override
        public CaseMontage read(Path file) throws IOException {
            BufferedImage strip = ImageIO.read(file.toFile());
            if (strip == null || !(strip.getColorModel() instanceof IndexColorModel)) {
                throw new IOException(file + " holds no montage");
            }
            try {
                return new CaseMontage(strip);
            } catch (IllegalArgumentException e) {
                throw new IOException(file + " holds no montage", e);
            }
        }
    }
}
