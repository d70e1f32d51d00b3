package org.trabecula.extraction.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.region.CaseOpener;

/// A manifest's cases for work that goes on where a case fails: rows whose files are missing are listed, not refused.
///
/// @param cohort  every row whose files are there
/// @param missing the others, but for excluded ones
public record ManifestCases(Cohort cohort, List<CaseFailure> missing) {
    public ManifestCases {
        missing = List.copyOf(missing);
    }

    /// @param positive as [ManifestFile#read]
    /// @throws InputException if the manifest is refused, or not a single case has its files
    public static ManifestCases read(Path manifest, Optional<String> positive) {
        ManifestFile.Found found = ManifestFile.readFound(manifest, positive);
        List<CaseFailure> missing = new ArrayList<>();
        found.missing().forEach((vertebra, problems) -> missing.add(new CaseFailure(vertebra.caseId(), problems)));
        return new ManifestCases(found.cohort(), missing);
    }

    /// The same with these cases instead of all that have files.
    public ManifestCases with(List<VertebraCase> chosen) {
        return new ManifestCases(new Cohort(cohort.source(), chosen, cohort.classes(), cohort.notes()), missing);
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
