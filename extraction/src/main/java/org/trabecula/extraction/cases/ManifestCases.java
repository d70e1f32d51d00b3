package org.trabecula.extraction.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.region.CaseOpener;

/// A manifest's cases for work that goes on where a case fails: rows whose files are missing are listed, not refused.
///
/// @param cohort       every row whose files are there
/// @param withoutFiles the others, but for excluded ones, with what is missing
public record ManifestCases(Cohort cohort, Map<VertebraCase, List<Problem>> withoutFiles) {
    public ManifestCases {
        withoutFiles = Collections.unmodifiableMap(new LinkedHashMap<>(withoutFiles)); // in the manifest's order
    }

    /// Cases that all have their files.
    public static ManifestCases of(Cohort cohort) {
        return new ManifestCases(cohort, Map.of());
    }

    /// @param positive as [ManifestFile#read]
    /// @throws InputException if the manifest is refused, or not a single case has its files
    public static ManifestCases read(Path manifest, Optional<String> positive) {
        ManifestFile.Found found = ManifestFile.readFound(manifest, positive);
        return new ManifestCases(found.cohort(), found.missing());
    }

    /// The cases whose files are missing, as failures.
    public List<CaseFailure> missing() {
        return withoutFiles.entrySet().stream().map(one -> new CaseFailure(one.getKey().caseId(), one.getValue())).toList();
    }

    /// Every case that is not excluded, in the order of the manifest, whether its files are here or not.
    public List<VertebraCase> asked() {
        return Stream.concat(cohort.included().stream(), withoutFiles.keySet().stream())
                .sorted(Comparator.comparingInt(VertebraCase::line))
                .toList();
    }

    /// The cases of one shard.
    public ManifestCases of(Shard shard) {
        Set<VertebraCase> chosen = Set.copyOf(shard.of(asked()));
        Map<VertebraCase, List<Problem>> missing = new LinkedHashMap<>(withoutFiles);
        missing.keySet().retainAll(chosen);
        Cohort some = new Cohort(
                cohort.source(), cohort.included().stream().filter(chosen::contains).toList(), cohort.classes(), cohort.notes());
        return new ManifestCases(some, missing);
    }

    /// The same with these cases instead of all that have files.
    public ManifestCases with(List<VertebraCase> chosen) {
        return new ManifestCases(new Cohort(cohort.source(), chosen, cohort.classes(), cohort.notes()), withoutFiles);
    }

    /// Every file that the manifest names, and the manifest: no output may replace one of them.
    public List<Path> inputs(Path manifest) {
        List<Path> files = new ArrayList<>();
        files.add(manifest);
        for (VertebraCase one : cohort.cases()) {
            one.image().ifPresent(files::add);
            one.mask().ifPresent(files::add);
            one.maskIntra().ifPresent(files::add);
            one.maskInter().ifPresent(files::add);
        }
        return files;
    }

    /// The included cases; where one names no label and several are asked for, once for each of those.
    public List<VertebraCase> rows(CaseOpener opener, int jobs) {
        List<VertebraCase> cases = cohort.included();
        if (!opener.choice().severalRows()) {
            return cases;
        }
        List<VertebraCase> rows = new ArrayList<>();
        Parallel.map(cases.size(), jobs, n -> labelled(cases.get(n), opener)).forEach(rows::addAll);
        return rows;
    }

    private static List<VertebraCase> labelled(VertebraCase vertebra, CaseOpener opener) {
        if (vertebra.label().isPresent() || vertebra.mask().isEmpty() || vertebra.image().isEmpty()) {
            return List.of(vertebra);
        }
        List<VertebraCase> rows = new ArrayList<>();
        try {
            opener.choice()
                    .regions(
                            opener.labels(vertebra.mask().get(), opener.formats().open(vertebra.image().get())), vertebra.caseId(),
                            note -> opener.notes().say(vertebra.caseId(), note))
                    .forEach((name, region) -> rows.add(vertebra.labelled(name, region.labels().getFirst().name())));
            return rows;
        } catch (InputException | IOException e) {
            return List.of(vertebra); // fails when its turn comes, with its reason
        }
    }
}
