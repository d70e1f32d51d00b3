package org.trabecula.cli;

import java.io.PrintWriter;
import java.io.Writer;

/// Run once after a build (`-Dtrabecula.rehearsal=true`) so that the launcher can archive the classes that short commands load.
final class Rehearsal {
    private Rehearsal() {}

    static void run() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Main.run(nowhere, nowhere, "--help");
        Main.run(nowhere, nowhere, "--version");
        Main.run(nowhere, nowhere, "no-such-verb");
        Main.run(nowhere, nowhere, "extract", "--help");
        Main.run(nowhere, nowhere, "features", "--list");
        Main.run(nowhere, nowhere, "extract", "no-such-image.nii", "no-such-mask.nii", "-o", "no-such-table.csv");
    }
}
