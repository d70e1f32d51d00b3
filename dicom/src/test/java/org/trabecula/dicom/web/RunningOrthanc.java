package org.trabecula.dicom.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.trabecula.testkit.Orthanc;

/// [Orthanc], asked as the program asks. Tests that ask for it are skipped where it is not installed.
record RunningOrthanc(Orthanc orthanc) implements AutoCloseable {
    static final PacsLogin LOGIN = new PacsLogin.Password(Orthanc.USER, Orthanc.PASSWORD);

    /// @param folder for its files
    static RunningOrthanc in(Path folder) throws IOException, InterruptedException {
        Optional<Orthanc> started = Orthanc.start(folder);
        assumeTrue(started.isPresent(), "Debian's orthanc and orthanc-dicomweb are not installed");
        return new RunningOrthanc(started.get());
    }

    Pacs pacs(PacsLogin login) {
        return Pacs.at(orthanc.root(), login, PacsLimits.USUAL);
    }

    @Override
    public void close() throws InterruptedException {
        orthanc.close();
    }
}
