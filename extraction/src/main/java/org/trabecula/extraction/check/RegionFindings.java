package org.trabecula.extraction.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Shown;
import org.trabecula.extraction.check.RegionFacts.Contact;
import org.trabecula.extraction.check.RegionFacts.Cut;
import org.trabecula.extraction.check.RegionFacts.Grey;
import org.trabecula.image.label.VertebraLevel;

/// What one region's facts say by themselves, and beside the other regions of its scan.
///
/// | finding | said when | why there |
/// |---|---|---|
/// | metal | 10 mm³ of 3000 HU or more, in the region or within 10 mm | a screw's tip is larger, a noisy voxel of cortical bone smaller |
/// | outside the body | a quarter of the region below −300 HU, or a mean below −150 HU | a cleft filled with gas is a small part of a fracture; the fattiest marrow stays above −100 HU |
/// | separate pieces | all but the largest hold 2 % of the region, and 50 mm³ | segmentations leave specks of a few voxels |
/// | fused | 1 % of the region belongs to another case too, it lies on another by a third of its end plate, or is as high as two vertebrae | arches meet at the joints between them, and these are small |
final class RegionFindings {
    private static final VertebraSizes SIZES = VertebraSizes.LITERATURE;
    private static final double METAL_MM3 = 10;
    private static final double AIR_SHARE = 0.25;
    private static final double AIR_MEAN_HU = -150;
    private static final double PIECES_SHARE = 0.02;
    private static final double PIECES_MM3 = 50;
    private static final double SHARED_SHARE = 0.01;
    private static final double END_PLATE_SHARE = 1 / 3.0;
    private static final double MM3_IN_CM3 = 1000;
    private static final double MM2_IN_CM2 = 100;
    private static final double PERCENT = 100;

    private final VertebraCase vertebra;
    private final RegionFacts facts;
    private final String level;
    private final List<QualityFinding> findings = new ArrayList<>();

    private RegionFindings(VertebraCase vertebra, RegionFacts facts) {
        this.vertebra = vertebra;
        this.facts = facts;
        this.level = VertebraLevel.of(vertebra.level()).orElse("");
    }

    /// @param ofScan all cases of the scan, as the facts' contacts are ordered
    static List<QualityFinding> of(VertebraCase vertebra, RegionFacts facts, List<VertebraCase> ofScan) {
        RegionFindings region = new RegionFindings(vertebra, facts);
        region.cut();
        region.volume();
        region.height();
        region.metal();
        region.slices();
        region.outside();
        region.pieces();
        region.neighbours(ofScan);
        region.findings.addAll(AcquisitionFindings.ofOne(vertebra, facts.taken(), facts.spacing().kMm()));
        return region.findings;
    }

    private void add(QualityCheck check, String found, String expected, String fix) {
        findings.add(QualityFinding.of(vertebra, check, found, expected, fix));
    }

    private void cut() {
        Cut cut = facts.cut();
        if (cut.voxels() == 0) {
            return;
        }
        List<String> sides = new ArrayList<>();
        side(sides, cut.head(), "the uppermost slice");
        side(sides, cut.foot(), "the lowest slice");
        side(sides, cut.left(), "the left edge");
        side(sides, cut.right(), "the right edge");
        side(sides, cut.front(), "the front edge");
        side(sides, cut.back(), "the back edge");
        add(
                QualityCheck.CUT, String.format(Locale.ROOT, "%d of %d voxels lie in %s", cut.voxels(), facts.voxels(), String.join(", ", sides)),
                "a region that ends before the image does: what lies beyond is missing",
                "take a scan that shows the whole vertebra, or exclude the case with a reason");
    }

    private static void side(List<String> sides, int voxels, String name) {
        if (voxels > 0) {
            sides.add(name);
        }
    }

    private String ofLevel() {
        return level.isEmpty() ? "a vertebra T1–L6 (the level is not known)" : level;
    }

    private void volume() {
        double mm3 = facts.volumeMm3();
        SIZES.volumeMm3(level, facts.depthMm()).filter(range -> !range.holds(mm3)).ifPresent(range -> add(
                QualityCheck.VOLUME, String.format(Locale.ROOT, "%.1f cm³", mm3 / MM3_IN_CM3),
                String.format(Locale.ROOT, "%.1f to %.1f cm³ for %s", range.low() / MM3_IN_CM3, range.high() / MM3_IN_CM3, ofLevel()),
                "look at the outline, and at the level and the label that the row names"));
    }

    /// As high as two is a finding of its own.
    private void height() {
        double mm = facts.heightMm();
        Optional<Double> two = SIZES.twoVertebraeMm(level);
        if (two.isPresent() && mm >= two.get()) {
            add(
                    QualityCheck.FUSED, String.format(Locale.ROOT, "%.0f mm high", mm),
                    String.format(Locale.ROOT, "less than %.0f mm, which is two vertebrae, for %s", two.get(), ofLevel()),
                    "draw the outline around one vertebra; give the other a label of its own");
            return;
        }
        SIZES.heightMm(level).filter(range -> !range.holds(mm)).ifPresent(range -> add(
                QualityCheck.HEIGHT, String.format(Locale.ROOT, "%.0f mm high", mm), String.format(Locale.ROOT, "%.0f to %.0f mm for %s", range.low(), range.high(), ofLevel()),
                "look at the outline, and at the level and the label that the row names"));
    }

    private void metal() {
        Grey grey = facts.grey();
        double voxelMm3 = facts.volumeMm3() / facts.voxels();
        if ((grey.metal() + grey.metalBeside()) * voxelMm3 < METAL_MM3) {
            return;
        }
        add(
                QualityCheck.METAL,
                String.format(
                        Locale.ROOT, "%s of the region (%s %%) and %s within %.0f mm of it hold %.0f HU or more, up to %.0f HU",
                        Shown.count(grey.metal(), "voxel"), Shown.significant(PERCENT * grey.metal() / facts.voxels(), 2),
                        Shown.count(grey.metalBeside(), "voxel"), RegionMeasure.AROUND_MM, RegionMeasure.METAL_HU, grey.highestHu()),
                String.format(Locale.ROOT, "less than %.0f mm³ of it: its streaks change every grey value around", METAL_MM3),
                "exclude the case with a reason, or by exclude_on: [metal]");
    }

    private void slices() {
        RegionFacts.OddSlices slices = facts.slices();
        if (slices.empty() + slices.repeated() == 0) {
            return;
        }
        add(
                QualityCheck.SLICE_GAPS,
                String.format(
                        Locale.ROOT, "of %s through the region %d hold one value only and %d repeat the slice before",
                        Shown.count(slices.looked(), "slice"), slices.empty(), slices.repeated()),
                "a scan without gaps: a converter fills missing slices with nothing, or with a neighbour",
                "export the series again and count its slices");
    }

    private void outside() {
        Grey grey = facts.grey();
        double share = (double) grey.air() / facts.voxels();
        if (share < AIR_SHARE && grey.meanHu() > AIR_MEAN_HU) {
            return;
        }
        add(
                QualityCheck.OUTSIDE,
                String.format(Locale.ROOT, "mean %s HU, %s %% of the region below %s HU", Shown.fixed(grey.meanHu(), 0), Shown.fixed(PERCENT * share, 0),
                        Shown.fixed(RegionMeasure.AIR_HU, 0)),
                String.format(Locale.ROOT, "bone: a mean above %s HU, and less than %.0f %% air", Shown.fixed(AIR_MEAN_HU, 0), PERCENT * AIR_SHARE),
                "look at mask and image together: the mask may belong to another scan, or the values be no Hounsfield units");
    }

    private void pieces() {
        int others = facts.voxels() - facts.pieces().getFirst();
        double mm3 = others * facts.volumeMm3() / facts.voxels();
        if (others < PIECES_SHARE * facts.voxels() || mm3 < PIECES_MM3) {
            return;
        }
        add(
                QualityCheck.PIECES,
                String.format(
                        Locale.ROOT, "%d pieces; all but the largest hold %d voxels, %s %% of the region", facts.pieces().size(), others,
                        Shown.significant(PERCENT * others / facts.voxels(), 2)),
                String.format(Locale.ROOT, "one piece, or less than %.0f %% beside it", PERCENT * PIECES_SHARE),
                "look at the outline: delete what is no part of this vertebra, or fill the cleft between");
    }

    private void neighbours(List<VertebraCase> ofScan) {
        double plate = SIZES.endPlateMm2(level).orElse(Double.POSITIVE_INFINITY);
        for (int at = 0; at < ofScan.size(); at++) {
            Contact contact = facts.contacts().get(at);
            boolean twin = sameRegion(ofScan.get(at));
            if (!twin && contact.shared() >= Math.max(1, SHARED_SHARE * facts.voxels())) {
                add(
                        QualityCheck.FUSED,
                        String.format(Locale.ROOT, "%d of %d voxels belong to case %s too", contact.shared(), facts.voxels(), ofScan.get(at).caseId()),
                        String.format(Locale.ROOT, "regions of their own: less than %.0f %% in both", PERCENT * SHARED_SHARE),
                        "look at both outlines: each voxel is a part of one vertebra");
            } else if (!twin && contact.faceMm2() > END_PLATE_SHARE * plate) {
                add(
                        QualityCheck.FUSED,
                        String.format(Locale.ROOT, "%.1f cm² lie on the region of case %s", contact.faceMm2() / MM2_IN_CM2, ofScan.get(at).caseId()),
                        String.format(Locale.ROOT, "a disc between them: less than %.1f cm², a third of an end plate", END_PLATE_SHARE * plate / MM2_IN_CM2),
                        "look at both outlines: the disc is a part of none");
            }
        }
    }

    /// One region in two rows is another finding (CHK-002).
    private boolean sameRegion(VertebraCase other) {
        return vertebra.mask().equals(other.mask()) && vertebra.label().equals(other.label());
    }
}
