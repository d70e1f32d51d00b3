package org.trabecula.web.job;

import java.io.IOException;
import org.trabecula.core.Progress;

/// What a job does.
@FunctionalInterface
public interface JobWork {
    /// @return what the page is given, as JSON; a record or a map
    /// @throws org.trabecula.core.InputException    for what is refused
    /// @throws org.trabecula.core.CancelledException if the thread was interrupted
    Object run(Progress progress) throws IOException;
}
