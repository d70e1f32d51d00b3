package org.trabecula.extraction.region;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.trabecula.core.Progress;

/// What was assumed about cases, said once each, however often a case is opened (features, crops). Safe for use by several
/// threads.
public final class CaseNotes {
    private final Progress progress;
    private final boolean named;
    private final boolean besideChecks;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    private CaseNotes(Progress progress, boolean named, boolean besideChecks) {
        this.progress = progress;
        this.named = named;
        this.besideChecks = besideChecks;
    }

    /// Of several cases: each note begins with the case's name.
    public CaseNotes(Progress progress) {
        this(progress, true, false);
    }

    /// Of the only case there is.
    public static CaseNotes ofOne(Progress progress) {
        return new CaseNotes(progress, false, false);
    }

    /// The same for a verb that runs the quality checks: what they find is not said twice.
    public CaseNotes besideChecks() {
        return new CaseNotes(progress, named, true);
    }

    /// Whether the quality checks say what is odd about regions.
    boolean areBesideChecks() {
        return besideChecks;
    }

    /// Says `note` of a file, unless it was said, whichever case it belongs to.
    void say(Path file, String note) {
        if (said.add(file + ": " + note)) {
            progress.note(file.getFileName() + (named && file.getParent() != null ? " in " + file.getParent().getFileName() : "")
                    + ": " + note);
        }
    }

    /// Says `note` of a case, unless it was said.
    public void say(String caseId, String note) {
        String sentence = named ? "case " + caseId + ": " + note : note;
        if (said.add(sentence)) {
            progress.note(sentence);
        }
    }
}
