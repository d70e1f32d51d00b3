package org.trabecula.web.server;

import java.io.IOException;

/// Who answers requests that were let in.
public interface Replies {
    /// @throws org.trabecula.core.InputException for what is refused
    Reply to(Asked asked) throws IOException, InterruptedException;

    /// Such as `/api/scans/{scan}`: what the log may say of a path, without the names in it.
    String pattern(String method, String path);
}
