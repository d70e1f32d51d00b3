package org.trabecula.cli;

import org.trabecula.core.Version;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class VersionLines implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "trabecula " + Version.text(), "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")
        };
    }
}
