package org.trabecula.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.trabecula.cohort.CaseFiles;
import org.trabecula.cohort.CohortProblem;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Problem;
import org.trabecula.core.ProblemCode;
import org.trabecula.core.ScratchFolder;
import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.failure.ExtractionProblem;
import org.trabecula.extraction.feature.CaseRow;
import org.trabecula.extraction.feature.ExtractedRows;
import org.trabecula.extraction.part.ExtractedPart;
import org.trabecula.extraction.part.PlacedFailure;
import org.trabecula.extraction.part.PlacedRow;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.SharedFiles;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.radiomics.problem.RegionProblem;

/// One scan on one executor: its files are brought here, opened once, and each of its cases is measured as `extract` measures it.
/// Whatever is wrong with a case becomes its failure; only the executor's own end ends a task.
final class ScanTask {
    private static final ImageFormats FORMATS = StandardFormats.ALL.with(new DicomFormat());
    /// Of Java's memory, for scans that are held whole, all tasks together; [org.trabecula.extraction.memory.MemoryPlan] leaves three tenths.
    private static final double FOR_SCANS = 0.2;
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String SHARE = "scan";

    private final SentJob job;
    private final ScanWork work;
    private final RemoteFiles files;
    private final int tasksAtOnce;
    /// Files of the scan by their names in the manifest.
    private final Map<String, Path> here = new LinkedHashMap<>();

    /// @param tasksAtOnce of this executor
    ScanTask(SentJob job, Configuration configuration, int tasksAtOnce) {
        this.job = job;
        this.work = job.work();
        this.files = RemoteFiles.beside(job.manifest, configuration);
        this.tasksAtOnce = tasksAtOnce;
    }

    /// Never fails: a disk or a network that does is tried once more, then it is the cases' failure.
    ExtractedPart part(SentScan scan) {
        try {
            return inFolder(scan);
        } catch (IOException | RuntimeException | OutOfMemoryError _) {
            try {
                return inFolder(scan);
            } catch (IOException e) {
                return failed(scan, ExtractionProblem.NO_IMAGES, e.toString(), "readable image and mask files",
                        "check the files, their permissions and the executor's disk");
            } catch (RuntimeException e) {
                return failed(scan, RegionProblem.FAILED, e + " at " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?"),
                        "features, or a refusal that names what is wrong", "report this line; the other cases are not affected");
            } catch (OutOfMemoryError e) {
                return failed(scan, RegionProblem.OUT_OF_MEMORY, e.toString(),
                        "less than the " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB that Java may take",
                        "run again with more memory an executor: spark-submit --executor-memory");
            }
        }
    }

    /// All cases of a scan failed for one reason.
    ExtractedPart failed(SentScan scan, ProblemCode code, String found, String expected, String fix) {
        List<PlacedFailure> failures = new ArrayList<>();
        for (SentScan.SentCase one : scan.cases) {
            Problem problem = new Problem(code, "case " + one.caseId + ": " + scan.image, asNamed(found), expected, fix);
            failures.add(new PlacedFailure(one.line, false, new CaseFailure(one.caseId, List.of(problem))));
        }
        return new ExtractedPart(job.origin(), SHARE, List.of(), failures);
    }

    private ExtractedPart inFolder(SentScan scan) throws IOException {
        here.clear();
        try (ScratchFolder copies = ScratchFolder.of("scan")) {
            return part(scan, copies.path());
        }
    }

    private ExtractedPart part(SentScan scan, Path folder) throws IOException {
        List<VertebraCase> cases = new ArrayList<>();
        List<PlacedFailure> failures = new ArrayList<>();
        for (SentScan.SentCase one : scan.cases) {
            List<Problem> missing = new ArrayList<>();
            Optional<Path> image = brought(scan.image, folder, one.line, "image", missing);
            Optional<Path> mask = brought(one.mask, folder, one.line, "mask", missing);
            if (missing.isEmpty()) {
                CaseFiles own = new CaseFiles(
                        image, mask, one.label.isEmpty() ? Optional.empty() : Optional.of(one.label), Optional.empty(), Optional.empty());
                cases.add(VertebraCase.named(one.caseId, one.caseId).withLine(one.line).withFiles(own));
            } else {
                failures.add(new PlacedFailure(one.line, true, new CaseFailure(one.caseId, missing)));
            }
        }
        SharedFiles files = new SharedFiles(FORMATS, mostHeld());
        if (cases.size() > 1) { // held as long as the task works on its scan
            cases.forEach(one -> files.expect(Stream.of(one.image(), one.mask()).flatMap(Optional::stream).toList()));
        }
        CaseOpener opener = work.opener(files.formats());
        List<VertebraCase> regions = work.regions(cases, job.manifest, opener);
        ExtractedRows done = work.rows(regions, opener);
        Map<String, Integer> lines = new HashMap<>();
        regions.forEach(region -> lines.put(region.caseId(), region.line()));
        List<PlacedRow> rows = new ArrayList<>();
        for (CaseRow row : done.rows()) {
            rows.add(new PlacedRow(lines.getOrDefault(row.caseId(), 0), row));
        }
        for (CaseFailure failure : done.failures()) {
            failures.add(new PlacedFailure(lines.getOrDefault(failure.caseId(), 0), false, asNamed(failure)));
        }
        return new ExtractedPart(job.origin(), SHARE, rows, failures);
    }

    private long mostHeld() {
        return (long) (Runtime.getRuntime().maxMemory() * FOR_SCANS) / tasksAtOnce;
    }

    /// The file where Java can read it; what is missing is told as `extract` tells it.
    private Optional<Path> brought(String name, Path folder, int line, String column, List<Problem> missing) throws IOException {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String where = job.manifest + ", line " + line + ", column " + column;
        try {
            Path known = here.get(name);
            if (known == null) {
                known = files.local(name, folder.resolve(Integer.toString(here.size())));
                here.put(name, known);
            }
            return Optional.of(known);
        } catch (FileNotFoundException e) {
            missing.add(new Problem(
                    CohortProblem.MISSING_FILE, where, "nothing at " + files.path(name), "a file, relative to the manifest's folder",
                    "correct the path, or move the manifest beside its files"));
        } catch (IllegalArgumentException e) {
            missing.add(new Problem(
                    CohortProblem.NO_PATH, where, "'" + name + "': " + e.getMessage(), "a path that the file system can hold",
                    "rename the file"));
        }
        return Optional.empty();
    }

    /// The same failure with files as people know them, not where they were copied to.
    private CaseFailure asNamed(CaseFailure failure) {
        return new CaseFailure(failure.caseId(), failure.problems().stream()
                .map(one -> new Problem(one.code(), asNamed(one.where()), asNamed(one.found()), asNamed(one.expected()), asNamed(one.fix())))
                .toList());
    }

    private String asNamed(String text) {
        String named = text;
        for (Map.Entry<String, Path> one : here.entrySet()) {
            if (one.getValue().startsWith(TEMPORARY)) {
                named = named.replace(one.getValue().toString(), files.path(one.getKey()).toString());
            }
        }
        return named;
    }
}
