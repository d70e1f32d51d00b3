package org.trabecula.extraction.region;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.image.SharedFiles;

/// Opens cases of which several may lie in one scan: a scan is decoded once for all of them, where it is small enough to be held, and not
/// once for each vertebra. Safe for use by several threads.
public final class SharedScans {
    /// Of Java's memory; [org.trabecula.extraction.memory.MemoryPlan] leaves three tenths.
    private static final double SHARE = 0.1;

    private final SharedFiles files;
    private final CaseOpener opener;

    /// @param opener how cases are opened; where its files are shared already, they are by the same account
    public SharedScans(CaseOpener opener) {
        this.files = SharedFiles.of(opener.formats(), (long) (Runtime.getRuntime().maxMemory() * SHARE));
        this.opener = opener.reading(files.formats());
    }

    /// Which outline of a case is meant.
    @FunctionalInterface
    public interface Outline {
        /// @throws InputException if the case has none
        Path of(VertebraCase vertebra);
    }

    /// Opens several regions of one scan, for as long as it is used.
    public static CaseOpener ofSeveral(Path image, Path mask, CaseOpener opener) {
        SharedScans scans = new SharedScans(opener);
        scans.files.expect(List.of(image, mask));
        scans.files.expect(List.of(image, mask));
        return scans.opener;
    }

    /// Opens cases as the opener that was given does; what is [#expect]ed, once.
    public CaseOpener opener() {
        return opener;
    }

    /// These cases will be opened, and [#done] be called for each.
    public void expect(List<VertebraCase> cases, Outline outline) {
        cases.forEach(vertebra -> files.expect(filesOf(vertebra, outline)));
    }

    /// A case that was expected needs its files no more.
    public void done(VertebraCase vertebra, Outline outline) {
        files.release(filesOf(vertebra, outline));
    }

    private static List<Path> filesOf(VertebraCase vertebra, Outline outline) {
        List<Path> files = new ArrayList<>();
        vertebra.image().ifPresent(files::add);
        try {
            files.add(outline.of(vertebra));
        } catch (InputException _) {
            // whoever opens the case says what is missing
        }
        return files;
    }
}
