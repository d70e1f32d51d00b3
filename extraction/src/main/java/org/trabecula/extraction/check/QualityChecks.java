package org.trabecula.extraction.check;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.CancelledException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.region.CaseImages;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.SharedScans;

/// The automatic quality checks, the same for every verb: what is odd about a case before anything is measured. Outcomes are not
/// looked at; nor are models.
///
/// @param opener the extraction's own
/// @param store  where counts are kept
/// @param jobs   threads
public record QualityChecks(CaseOpener opener, StageStore store, int jobs, Progress progress) {
    /// What is odd, in the cases' order. Cases that cannot be opened are left to whoever measures them.
    public List<QualityFinding> of(List<VertebraCase> cases) {
        List<List<VertebraCase>> scans = scans(cases);
        progress.stage("checking regions", cases.size());
        SharedScans shared = new SharedScans(opener);
        shared.expect(cases, CaseOpener::maskOf);
        QualityStage stage = new QualityStage(store.hashes(), shared.opener());
        List<List<Optional<RegionFacts>>> facts = Parallel.map(scans.size(), jobs, at -> facts(stage, scans.get(at), shared));
        List<QualityFinding> findings = new ArrayList<>();
        for (int scan = 0; scan < scans.size(); scan++) {
            List<VertebraCase> ofScan = scans.get(scan);
            for (int at = 0; at < ofScan.size(); at++) {
                VertebraCase vertebra = ofScan.get(at);
                facts.get(scan).get(at).ifPresent(known -> findings.addAll(RegionFindings.of(vertebra, known, ofScan)));
            }
            findings.addAll(ScanFindings.of(ofScan, facts.get(scan)));
        }
        findings.addAll(AcquisitionFindings.of(taken(scans, facts)));
        findings.addAll(SameVoxels.of(known(scans, facts)));
        Map<String, Integer> places = new LinkedHashMap<>();
        cases.forEach(vertebra -> places.put(vertebra.caseId(), places.size()));
        findings.sort(Comparator.<QualityFinding>comparingInt(one -> places.getOrDefault(one.caseId(), 0)).thenComparing(QualityFinding::check));
        return findings;
    }

    /// What is odd about one region that is open already, by itself.
    ///
    /// @param vertebra its name, and its level where that is known
    /// @param images   with the mask on the image's voxels
    public static List<QualityFinding> ofOne(VertebraCase vertebra, CaseImages images) throws IOException {
        return RegionFindings.of(vertebra, RegionMeasure.ofOne(images), List.of());
    }

    /// Cases of one image together, in the order of their first.
    private static List<List<VertebraCase>> scans(List<VertebraCase> cases) {
        Map<Path, List<VertebraCase>> scans = new LinkedHashMap<>();
        for (VertebraCase vertebra : cases) {
            vertebra.image().ifPresent(image -> scans.computeIfAbsent(image, _ -> new ArrayList<>()).add(vertebra));
        }
        return List.copyOf(scans.values());
    }

    private List<Optional<RegionFacts>> facts(QualityStage stage, List<VertebraCase> ofScan, SharedScans shared) {
        try {
            return store.get(stage, ofScan);
        } catch (ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(); // the user stopped the run
        } catch (IOException e) {
            return ofScan.stream().map(_ -> Optional.<RegionFacts>empty()).toList(); // the extraction itself will say what is wrong
        } finally {
            for (VertebraCase vertebra : ofScan) {
                shared.done(vertebra, CaseOpener::maskOf);
                progress.done(vertebra.caseId());
            }
        }
    }

    private static List<SameVoxels.Known> known(List<List<VertebraCase>> scans, List<List<Optional<RegionFacts>>> facts) {
        List<SameVoxels.Known> known = new ArrayList<>();
        for (int scan = 0; scan < scans.size(); scan++) {
            for (int at = 0; at < scans.get(scan).size(); at++) {
                VertebraCase vertebra = scans.get(scan).get(at);
                facts.get(scan).get(at).ifPresent(of -> known.add(new SameVoxels.Known(vertebra, of)));
            }
        }
        return known;
    }

    /// Scans of which a case could be opened.
    private static List<AcquisitionFindings.Scan> taken(List<List<VertebraCase>> scans, List<List<Optional<RegionFacts>>> facts) {
        List<AcquisitionFindings.Scan> taken = new ArrayList<>();
        for (int scan = 0; scan < scans.size(); scan++) {
            List<VertebraCase> opened = new ArrayList<>();
            for (int at = 0; at < scans.get(scan).size(); at++) {
                if (facts.get(scan).get(at).isPresent()) {
                    opened.add(scans.get(scan).get(at));
                }
            }
            facts.get(scan).stream().flatMap(Optional::stream).findFirst()
                    .ifPresent(known -> taken.add(new AcquisitionFindings.Scan(opened, known.taken(), known.sliceMm())));
        }
        return taken;
    }
}
