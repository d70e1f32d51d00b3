package org.trabecula.web.room;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.table.DelimitedText;
import org.trabecula.web.server.WebProblem;

/// The rows of a manifest as work to be done. A row without a mask, or whose files are not there, is shown and said, not refused.
public final class Worklist {
    private final Path manifest;
    private final List<VertebraCase> cases;

    private Worklist(Path manifest, List<VertebraCase> cases) {
        this.manifest = manifest;
        this.cases = List.copyOf(cases);
    }

    /// Nobody has work to be done.
    public static Worklist empty() {
        return new Worklist(Path.of(""), List.of());
    }

    /// @throws InputException if a row cannot be understood
    public static Worklist read(Path manifest) {
        Cohort cohort = ManifestFile.readElsewhere(DelimitedText.read(manifest));
        return new Worklist(manifest, cohort.cases());
    }

    /// In the manifest's order; a row's number is its place here.
    public List<VertebraCase> cases() {
        return cases;
    }

    /// @throws InputException WEB-004 for a number that no row has
    public VertebraCase find(int row) {
        if (row < 0 || row >= cases.size()) {
            throw new InputException(new Problem(
                    WebProblem.NOTHING_HERE, "the work list", "row " + row, "a row from 0 to " + (cases.size() - 1), "choose one of the list"));
        }
        return cases.get(row);
    }

    /// The image of a row.
    ///
    /// @throws InputException WEB-010 if the row names none
    public Path image(int row) {
        VertebraCase vertebra = find(row);
        return vertebra.image().map(this::resolved).orElseThrow(() -> new InputException(new Problem(
                WebProblem.NOT_YET, "case " + vertebra.caseId(), "no image", "a file in the column image", "name the CT in the manifest")));
    }

    /// The mask of a row, if the manifest names one that is there.
    public Optional<Path> mask(int row) {
        return find(row).mask().map(this::resolved).filter(Files::exists);
    }

    private Path resolved(Path named) {
        return ManifestFile.folderOf(manifest).resolve(named);
    }

    /// What the page lists.
    public List<CaseView> views(List<Scan> open) {
        List<CaseView> views = new ArrayList<>();
        for (int row = 0; row < cases.size(); row++) {
            VertebraCase one = cases.get(row);
            int number = row;
            Optional<Scan> scan = open.stream().filter(candidate -> candidate.record().row().equals(Optional.of(number))).findFirst();
            views.add(new CaseView(
                    row, one.caseId(), one.level(), Double.isNaN(one.ageYears()) ? Optional.empty() : Optional.of(one.ageYears()),
                    sex(one), one.label(), one.image().map(this::resolved).filter(Files::exists).isPresent(), mask(row).isPresent(),
                    scan.map(found -> found.record().id()), one.exclude()));
        }
        return views;
    }

    private static Optional<String> sex(VertebraCase vertebra) {
        return switch (vertebra.sex()) {
            case FEMALE -> Optional.of("F");
            case MALE -> Optional.of("M");
            case UNKNOWN -> Optional.empty();
        };
    }
}
