package org.trabecula.web.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.cohort.CaseFiles;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.Missing;
import org.trabecula.table.TextTable;
import org.trabecula.table.TextTableFile;
import org.trabecula.web.server.WebProblem;

/// The rows of a manifest as work to be done. A row without a mask, or whose files are not there, is shown and said, not refused.
public final class Worklist {
    private static final String OUTLINED = ".outlined.csv";

    private final Path manifest;
    private final TextTable table;
    private final List<VertebraCase> cases;
    private final ClassNames classes;

    private Worklist(Path manifest, TextTable table, List<VertebraCase> cases, ClassNames classes) {
        this.manifest = manifest;
        this.table = table;
        this.cases = List.copyOf(cases);
        this.classes = classes;
    }

    /// Nobody has work to be done.
    public static Worklist empty() {
        return new Worklist(Path.of(""), new TextTable("", List.of(), List.of()), List.of(), ClassNames.FRACTURE_AGE);
    }

    /// @throws InputException if a row cannot be understood
    public static Worklist read(Path manifest) {
        TextTable table = DelimitedText.read(manifest);
        Cohort cohort = ManifestFile.readElsewhere(table);
        return new Worklist(manifest.toAbsolutePath(), table, cohort.cases(), cohort.classes());
    }

    /// The folder that paths in the manifest start at.
    public Path folder() {
        return ManifestFile.folderOf(manifest);
    }

    /// Writes the copy of the manifest in which a row names an outline; paths that it named before stay.
    ///
    /// @param role of the column that names it
    /// @return `cases.outlined.csv` beside `cases.csv`
    Path outlined(int row, ColumnRole role, Path mask) throws IOException {
        return filled(List.of(new FilledCell(row, role, relative(mask))));
    }

    /// Writes the copy of the manifest with these cells; what it held before in others stays.
    ///
    /// @return `cases.outlined.csv` beside `cases.csv`
    /// @throws InputException WEB-010 if there is a copy of other rows
    public synchronized Path filled(List<FilledCell> cells) throws IOException {
        TextTable before = current();
        List<String> header = new ArrayList<>(before.header());
        Map<Integer, Map<String, String>> texts = new HashMap<>();
        for (FilledCell cell : cells) {
            String column = ColumnRoles.of(before).column(cell.role()).orElse(cell.role().column());
            if (!header.contains(column)) {
                header.add(column);
            }
            texts.computeIfAbsent(cell.row(), _ -> new HashMap<>()).put(column, cell.text());
        }
        List<List<String>> rows = new ArrayList<>();
        for (int n = 0; n < before.rowCount(); n++) {
            int number = n;
            Map<String, String> own = texts.getOrDefault(n, Map.of());
            rows.add(header.stream().map(name -> own.containsKey(name) ? own.get(name) : before.find(number, name).orElse("")).toList());
        }
        TextTableFile.write(copy(), header, rows);
        return copy();
    }

    private Path copy() {
        return manifest.resolveSibling(stem() + OUTLINED);
    }

    /// The manifest's name without its ending.
    public String stem() {
        return String.valueOf(manifest.getFileName()).replaceFirst("(?i)\\.(csv|tsv)(\\.gz)?$", "");
    }

    /// The copy, or the manifest where nothing was filled in yet.
    private TextTable current() {
        Path copy = copy();
        TextTable now = Files.exists(copy) ? DelimitedText.read(copy) : table;
        if (now.rowCount() != table.rowCount()) {
            throw new InputException(new Problem(
                    WebProblem.NOT_YET, copy.toString(), now.rowCount() + " rows", table.rowCount() + " rows, as the work list has",
                    "rename this file, so that a new one can be written"));
        }
        return now;
    }

    /// The cases with what was filled in; files are named from the root, whether they are there or not.
    ///
    /// @throws InputException WEB-010 if there is a copy of other rows
    public synchronized Cohort now() {
        Cohort read = ManifestFile.readElsewhere(current());
        List<VertebraCase> resolved = read.cases().stream()
                .map(one -> one.withFiles(new CaseFiles(
                        one.image().map(this::resolved), one.mask().map(this::resolved), one.label(), one.maskIntra().map(this::resolved),
                        one.maskInter().map(this::resolved))))
                .toList();
        return new Cohort(read.source(), resolved, read.classes(), read.notes());
    }

    /// What the manifest itself says in a cell; empty where it says nothing.
    public Optional<String> said(int row, ColumnRole role) {
        return ColumnRoles.of(table).find(row, role).filter(cell -> !Missing.is(cell));
    }

    /// What the manifest calls the outcomes.
    public ClassNames classes() {
        return classes;
    }

    public boolean isEmpty() {
        return cases.isEmpty();
    }

    /// With `/` on every system, as manifests are written.
    private String relative(Path mask) {
        return folder().relativize(mask.toAbsolutePath()).toString().replace('\\', '/');
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
