package org.trabecula.extraction.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trabecula.cohort.Part;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.image.Acquisition;

/// What is odd about how scans were taken, each by itself and beside the others. What a file does not say, such as NIfTI, is never odd.
///
/// | finding | said when |
/// |---|---|
/// | not CT | the modality is another one |
/// | thickness | slices are a tenth thicker or thinner than they are apart; or at least twice or at most half as thick as the median scan's, in at most a tenth of ten or more scans |
/// | kernel | that of at most a tenth of ten or more scans, where more than half have one other |
/// | kernel by part | no kernel of the training part is one of the test part's |
final class AcquisitionFindings {
    private static final int FEWEST_SCANS = 10;
    private static final double RARE = 0.1;
    private static final double FACTOR = 2;
    private static final double UNEQUAL = 0.1;
    private static final int NAMED = 4;

    private AcquisitionFindings() {}

    /// @param cases   of the scan
    /// @param taken   how
    /// @param sliceMm from one axial slice to the next
    record Scan(List<VertebraCase> cases, Acquisition taken, double sliceMm) {
        Scan {
            cases = List.copyOf(cases);
        }
    }

    /// What is odd about a scan by itself, said of one of its cases.
    ///
    /// @param apartMm from one slice, as it was taken, to the next
    static List<QualityFinding> ofOne(VertebraCase vertebra, Acquisition taken, double apartMm) {
        List<QualityFinding> findings = new ArrayList<>();
        if (!taken.modality().isEmpty() && !taken.modality().equals("CT")) {
            findings.add(QualityFinding.of(
                    vertebra, QualityCheck.NOT_CT, "modality " + taken.modality(), "CT: features and models are those of Hounsfield units",
                    "name the CT series of this case, or exclude the case with a reason"));
        }
        taken.sliceThicknessMm().ifPresent(thick -> {
            if (Math.abs(thick - apartMm) > UNEQUAL * apartMm) {
                findings.add(QualityFinding.of(
                        vertebra, QualityCheck.THICKNESS,
                        String.format(
                                Locale.ROOT, "slices %.3g mm thick, %.3g mm apart: %s", thick, apartMm,
                                thick > apartMm ? "they overlap" : "nothing is known between them"),
                        "slices as thick as they are apart, within a tenth",
                        "look whether this is the series that the protocol asks for; texture across slices depends on it"));
            }
        });
        return findings;
    }

    /// What is odd about scans beside the others.
    static List<QualityFinding> of(List<Scan> scans) {
        List<QualityFinding> findings = new ArrayList<>();
        findings.addAll(outliers(
                scans, scan -> Optional.of(scan.sliceMm()), QualityCheck.SPACING, "slices %.3g mm apart"));
        findings.addAll(outliers(
                scans, scan -> scan.taken().sliceThicknessMm().stream().boxed().findFirst(), QualityCheck.THICKNESS, "slices %.3g mm thick"));
        findings.addAll(kernels(scans));
        kernelsByPart(scans).ifPresent(findings::add);
        return findings;
    }

    /// Scans whose value is at least twice or at most half the median scan's, where that is rare: a cohort of two protocols has no
    /// outliers.
    private static List<QualityFinding> outliers(
            List<Scan> scans, Function<Scan, Optional<Double>> value, QualityCheck check, String found) {
        double[] known = scans.stream().flatMap(scan -> value.apply(scan).stream()).mapToDouble(Double::doubleValue).sorted().toArray();
        if (known.length < FEWEST_SCANS) {
            return List.of();
        }
        double median = known[(known.length - 1) / 2];
        if (Arrays.stream(known).filter(mm -> isOdd(mm, median)).count() > RARE * known.length) {
            return List.of();
        }
        String expected = String.format(Locale.ROOT, "about %.3g mm, the median of %d scans", median, known.length);
        return scans.stream()
                .filter(scan -> value.apply(scan).filter(mm -> isOdd(mm, median)).isPresent())
                .flatMap(scan -> scan.cases().stream().map(vertebra -> QualityFinding.of(
                        vertebra, check, String.format(Locale.ROOT, found, value.apply(scan).orElseThrow()), expected,
                        "look whether this is the series that the protocol asks for: texture depends on it")))
                .toList();
    }

    private static boolean isOdd(double mm, double median) {
        return mm >= FACTOR * median || mm <= median / FACTOR;
    }

    private static List<QualityFinding> kernels(List<Scan> scans) {
        Map<String, List<Scan>> byKernel = scans.stream()
                .filter(scan -> !scan.taken().kernel().isEmpty())
                .collect(Collectors.groupingBy(scan -> scan.taken().kernel(), LinkedHashMap::new, Collectors.toList()));
        int known = byKernel.values().stream().mapToInt(List::size).sum();
        Optional<Map.Entry<String, List<Scan>>> most = byKernel.entrySet().stream().filter(one -> 2 * one.getValue().size() > known).findFirst();
        if (known < FEWEST_SCANS || most.isEmpty()) {
            return List.of();
        }
        String expected = most.get().getKey() + ", as in " + most.get().getValue().size() + " of " + known + " scans";
        return byKernel.values().stream()
                .filter(rare -> rare.size() <= RARE * known)
                .flatMap(List::stream)
                .flatMap(scan -> scan.cases().stream().map(vertebra -> QualityFinding.of(
                        vertebra, QualityCheck.KERNEL, "convolution kernel " + scan.taken().kernel(), expected,
                        "take the reconstruction with the kernel of the others, if there is one: texture depends on it")))
                .toList();
    }

    /// Said of the first test case, and once: a model would learn one kernel and be tested on another.
    private static Optional<QualityFinding> kernelsByPart(List<Scan> scans) {
        SortedSet<String> training = kernelsOf(scans, Part.TRAIN);
        SortedSet<String> test = kernelsOf(scans, Part.TEST);
        if (training.isEmpty() || test.isEmpty() || training.stream().anyMatch(test::contains)) {
            return Optional.empty();
        }
        return scans.stream()
                .filter(scan -> !scan.taken().kernel().isEmpty())
                .flatMap(scan -> scan.cases().stream())
                .filter(vertebra -> vertebra.part() == Part.TEST)
                .findFirst()
                .map(vertebra -> QualityFinding.of(
                        vertebra, QualityCheck.KERNEL_BY_PART,
                        "kernels " + listed(training) + " in the training part, " + listed(test) + " in the test part",
                        "kernels that both parts have",
                        "let the split draw from both kernels, or say in the report that the test is one of another kernel too"));
    }

    private static SortedSet<String> kernelsOf(List<Scan> scans, Part part) {
        return scans.stream()
                .filter(scan -> scan.cases().stream().anyMatch(vertebra -> vertebra.part() == part))
                .map(scan -> scan.taken().kernel())
                .filter(kernel -> !kernel.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String listed(SortedSet<String> kernels) {
        return kernels.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (kernels.size() > NAMED ? " and " + (kernels.size() - NAMED) + " others" : "");
    }
}
