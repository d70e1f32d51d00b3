package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.cli.Main;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `serve` as a process: its address first, and an end when it is asked to end.
class ServeVerbTest {
    /// Two seconds are promised; the third is for the machine that runs tests beside others.
    private static final int MOST_SECONDS = 3;

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theAddressIsTheFirstLineAndSigtermEndsIt() throws IOException, InterruptedException {
        Process process = start("serve", "--json", "--work", folder.resolve("work").toString());
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create(JsonMapper.shared().readTree(out.readLine()).get("url").asString());
            assertThat(address.getHost()).isEqualTo("127.0.0.1");
            assertThat(client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body()).contains("Reading room");
            // not Process.destroy, which closes the stream that is read below
            new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).as("ended within " + MOST_SECONDS + " s").isTrue();
            assertThat(out.readLine()).isNull(); // one document and nothing else
        } finally {
            process.destroyForcibly();
        }
    }

    /// The study of a table of features is browsed with the ages of the table that its command names.
    @Test
    void aRunFolderIsBrowsed() throws IOException, InterruptedException {
        SmallStudy study = SmallStudy.in(folder);
        Files.writeString(study.config(), Files.readString(study.config()) + "evaluation: {bootstrap: 0, bands: 0, optimism: 0}\n");
        assertThat(study.run("run").exit()).isZero();
        Process process = start("serve", folder.resolve("run").toString(), "--work", folder.resolve("work").toString());
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                HttpClient client = HttpClient.newHttpClient()) {
            URI cases = URI.create(out.readLine()).resolve("/api/run/cases");
            JsonNode first = JsonMapper.shared().readTree(client.send(HttpRequest.newBuilder(cases).build(), BodyHandlers.ofString()).body()).get(0);
            String row = Files.readAllLines(study.table()).stream()
                    .filter(line -> line.startsWith(first.get("caseId").asString() + ",")).findFirst().orElseThrow();
            assertThat(row).startsWith(String.join(
                    ",", first.get("caseId").asString(), first.get("outcome").asString().replace("outcome ", ""), first.get("age").asString(),
                    first.get("sex").asString()));
        } finally {
            process.destroyForcibly();
        }
        assertThat(RecordedStudy.tableOf(folder.resolve("run"))).contains(study.table());
        Files.writeString(study.table(), "ID,outcome,age\ncase-0,0,99\n");
        assertThat(RecordedStudy.tableOf(folder.resolve("run"))).as("another table").isEmpty();
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx300m", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectError(folder.resolve("err.log").toFile()).start();
    }

    @Test
    void whoListensBeyondLoopbackHasTls() {
        assertThat(refused("serve --listen 0.0.0.0")).contains("--keystore FILE, or --behind-proxy NAME");
        assertThat(refused("serve --listen 0.0.0.0 --keystore @k.p12")).contains("belong together");
        assertThat(refused("serve --port 70000")).contains("0 to 65535");
    }

    @Test
    void aShortTokenIsRefused() throws IOException {
        Files.writeString(folder.resolve("token"), "short\n");
        assertThat(refused("serve --listen 0.0.0.0 --behind-proxy room.example --token-file @token")).contains("at least 16");
    }

    @Test
    void aPacsIsNamedByItsAddressAndSecretsStayUntold() throws IOException {
        assertThat(refused("serve --pacs-credentials @pacs.txt")).contains("belongs to --pacs URL");
        assertThat(refused("serve --pacs ht|tp://reader:secret")).contains("https://pacs.hospital.example/dicom-web").doesNotContain("secret");
        Files.writeString(folder.resolve("pacs.txt"), "reader:secret\n");
        CommandLineRun plain = CommandLineRun.typed("serve --pacs http://pacs.example/dicom-web --pacs-credentials @pacs.txt", folder);
        assertThat(plain.exit()).isEqualTo(3);
        assertThat(plain.err()).contains("PAC-001").contains("credentials for plain http").doesNotContain("secret");
    }

    private String refused(String line) {
        CommandLineRun run = CommandLineRun.typed(line, folder);
        assertThat(run.exit()).isEqualTo(2);
        return run.err();
    }
}
