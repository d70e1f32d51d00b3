package org.trabecula.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A real PACS for one test: Orthanc with its DICOMweb plugin (Debian's orthanc and orthanc-dicomweb), on loopback, at a port of its own,
/// behind a password, empty.
public final class Orthanc implements AutoCloseable {
    public static final String USER = "reader";
    public static final String PASSWORD = "not-a-real-secret";
    private static final Path PROGRAM = Path.of("/usr/sbin/Orthanc");
    private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");
    private static final int MOST_SECONDS = 60;

    private final Process process;
    private final URI root;

    private Orthanc(Process process, URI root) {
        this.process = process;
        this.root = root;
    }

    /// Starts it; empty where it is not installed.
    ///
    /// @param folder for its files
    public static Optional<Orthanc> start(Path folder) throws IOException, InterruptedException {
        if (!Files.isExecutable(PROGRAM) || !Files.exists(PLUGIN)) {
            return Optional.empty();
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.createDirectories(folder);
        Path configuration = Files.writeString(
                folder.resolve("orthanc.json"),
                """
                {"StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db", "HttpPort": %2$d, "DicomServerEnabled": false,
                 "RemoteAccessAllowed": false, "AuthenticationEnabled": true, "RegisteredUsers": {"%4$s": "%5$s"},
                 "Plugins": ["%3$s"], "DicomWeb": {"Enable": true, "Root": "/dicom-web/"}}
                """
                        .formatted(folder, port, PLUGIN, USER, PASSWORD),
                StandardCharsets.UTF_8);
        Process process = new ProcessBuilder(PROGRAM.toString(), configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Orthanc orthanc = new Orthanc(process, URI.create("http://127.0.0.1:" + port + "/dicom-web"));
        orthanc.await(folder.resolve("log"));
        return Optional.of(orthanc);
    }

    private void await(Path log) throws IOException, InterruptedException {
        for (int tried = 0; tried < 10 * MOST_SECONDS && process.isAlive(); tried++) {
            try {
                get("/series");
                return;
            } catch (IOException e) {
                Thread.sleep(100); // it does not listen yet
            }
        }
        close();
        throw new AssertionError("Orthanc did not answer within " + MOST_SECONDS + " s:\n" + Files.readString(log));
    }

    /// Where its DICOMweb begins.
    public URI root() {
        return root;
    }

    /// Asks it directly, for what tests want to see that the program never asks for.
    ///
    /// @param path after the root, with its query
    /// @return JSON (PS3.18 F)
    public String get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String credentials = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            return client.send(
                            HttpRequest.newBuilder(URI.create(root + path)).header("Authorization", "Basic " + credentials)
                                    .header("Accept", "application/dicom+json").build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
