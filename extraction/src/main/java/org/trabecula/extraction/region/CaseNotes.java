package org.trabecula.extraction.region;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.trabecula.core.Progress;

/// What was assumed about cases, said once each, however often a case is opened (features, crops). Safe for use by several
/// threads.
public final class CaseNotes {
    private final Progress progress;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    public CaseNotes(Progress progress) {
        this.progress = progress;
    }

    /// Says `note` of a case, unless it was said.
    public void say(String caseId, String note) {
        String sentence = "case " + caseId + ": " + note;
        if (said.add(sentence)) {
            progress.note(sentence);
        }
    }
}
