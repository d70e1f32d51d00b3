package org.trabecula.cli.verbs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.trabecula.cli.Main;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `serve` as a process of its own, and a client.
final class ServedProcess implements AutoCloseable {
    private final Process process;
    private final Path errors;
    private final BufferedReader out;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    private ServedProcess(Process process, Path errors) throws IOException {
        this.process = process;
        this.errors = errors;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String first = out.readLine();
        if (first == null) {
            throw new AssertionError("no address: " + Files.readString(errors));
        }
        this.address = URI.create(first);
    }

    /// @param folder for what it says of errors
    /// @param words  after `serve`
    static ServedProcess start(Path folder, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx700m", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "serve"));
        command.addAll(List.of(words));
        Path errors = folder.resolve("serve.log");
        return new ServedProcess(new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    URI address() {
        return address;
    }

    HttpResponse<byte[]> send(String method, String path, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).method(method, BodyPublishers.ofByteArray(body));
        return client.send(method.equals("POST") ? request.header("Content-Type", "application/json").build() : request.build(), BodyHandlers.ofByteArray());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json(send("GET", path, new byte[0]));
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return json(send("POST", path, json.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return JsonMapper.shared().readTree(response.body());
    }

    /// As the kernel kills: nothing of it runs any more.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Sends a signal, and waits.
    ///
    /// @return how it ended, or -1 if it did not in time
    int end(String signal, long mostMillis) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor(); // not Process.destroy, which closes its streams
        return process.waitFor(mostMillis, TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        client.shutdownNow();
        out.close();
    }
}
