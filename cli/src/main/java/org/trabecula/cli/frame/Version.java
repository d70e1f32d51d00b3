package org.trabecula.cli.frame;

import picocli.CommandLine.IVersionProvider;

/// The version from the jar's manifest.
public final class Version implements IVersionProvider {
    /// Such as `0.1.0-SNAPSHOT`; `development` when not run from a jar.
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "trabecula " + text(), "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")
        };
    }
}
