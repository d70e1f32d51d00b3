package org.trabecula.dicom.web;

import java.io.IOException;
import org.trabecula.core.CancelledException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// The refusals that several parts of the conversation with a PACS share.
///
/// @param where names the PACS; holds no secret
record PacsRefusal(String where) {
    InputException notUnderstood(String found, String expected) {
        return new InputException(new Problem(
                PacsProblem.ANSWER, where, found, expected, "check that the address is that of DICOMweb itself; ask who runs the PACS"));
    }

    InputException tooLarge(String found, String expected) {
        return new InputException(new Problem(PacsProblem.TOO_LARGE, where, found, expected, "export the series as files and open those"));
    }

    /// What a lost connection becomes: a refusal, or the end that somebody asked for, since an interrupt closes the stream that is read
    /// and looks like a lost connection.
    RuntimeException notReached(IOException e) {
        if (Thread.currentThread().isInterrupted() || e.getCause() instanceof InterruptedException) {
            return new CancelledException();
        }
        return new InputException(
                new Problem(
                        PacsProblem.NOT_REACHED, where, e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()),
                        "a whole answer", "check the address, the network, and for https the certificate"),
                e);
    }
}
