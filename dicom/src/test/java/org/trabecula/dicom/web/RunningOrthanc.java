package org.trabecula.dicom.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.trabecula.core.InputException;

/// Orthanc with its DICOMweb plugin (Debian's orthanc and orthanc-dicomweb) for one test: on loopback, at a port of its own, behind a
/// password, empty.
final class RunningOrthanc implements AutoCloseable {
    static final PacsLogin LOGIN = new PacsLogin.Password("reader", "not-a-real-secret");
    private static final Path PROGRAM = Path.of("/usr/sbin/Orthanc");
    private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");
    private static final int MOST_SECONDS = 60;

    private final Process process;
    private final URI root;

    private RunningOrthanc(Process process, URI root) {
        this.process = process;
        this.root = root;
    }

    /// Starts it, or skips the test where it is not installed.
    ///
    /// @param folder for its files
    static RunningOrthanc in(Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM) && Files.exists(PLUGIN), "Debian's orthanc and orthanc-dicomweb are not installed");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.createDirectories(folder);
        Path configuration = Files.writeString(
                folder.resolve("orthanc.json"),
                """
                {"StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db", "HttpPort": %2$d, "DicomServerEnabled": false,
                 "RemoteAccessAllowed": false, "AuthenticationEnabled": true, "RegisteredUsers": {"reader": "not-a-real-secret"},
                 "Plugins": ["%3$s"], "DicomWeb": {"Enable": true, "Root": "/dicom-web/"}}
                """
                        .formatted(folder, port, PLUGIN),
                StandardCharsets.UTF_8);
        Process process = new ProcessBuilder(PROGRAM.toString(), configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        RunningOrthanc orthanc = new RunningOrthanc(process, URI.create("http://127.0.0.1:" + port + "/dicom-web"));
        orthanc.await(folder.resolve("log"));
        return orthanc;
    }

    private void await(Path log) throws IOException, InterruptedException {
        try (Pacs pacs = pacs(LOGIN)) {
            for (int tried = 0; tried < 10 * MOST_SECONDS && process.isAlive(); tried++) {
                try {
                    pacs.ctSeries(Optional.empty());
                    return;
                } catch (InputException e) {
                    Thread.sleep(100); // it does not listen yet
                }
            }
        }
        close();
        throw new AssertionError("Orthanc did not answer within " + MOST_SECONDS + " s:\n" + Files.readString(log));
    }

    Pacs pacs(PacsLogin login) {
        return Pacs.at(root, login, PacsLimits.USUAL);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
