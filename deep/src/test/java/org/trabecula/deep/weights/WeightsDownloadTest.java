package org.trabecula.deep.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.Hash;
import org.trabecula.core.Progress;

/// Against a server of our own on this machine.
class WeightsDownloadTest {
    private static final byte[] CONTENT = content();
    private static final PublishedWeights WEIGHTS = new PublishedWeights(
            "resnet50", "IMAGENET1K_V1", "resnet50-" + Hash.sha256Hex(CONTENT).substring(0, 8) + ".pth");

    private final List<String> ranges = new ArrayList<>();
    private final HttpServer server = server();

    @TempDir
    Path temp = Path.of("");

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void fetchesAndChecksTheHash() throws IOException {
        Path file = fetch(WEIGHTS, "/weights");
        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(ranges).containsExactly("whole");
        assertThat(fetch(WEIGHTS, "/weights")).isEqualTo(file);
        assertThat(ranges).hasSize(1); // it was there already
        assertThat(temp.resolve(WEIGHTS.file() + ".part")).doesNotExist();
    }

    @Test
    void goesOnWhereAnEarlierTryStopped() throws IOException {
        Files.write(temp.resolve(WEIGHTS.file() + ".part"), Arrays.copyOf(CONTENT, 1_000_000));
        assertThat(Files.readAllBytes(fetch(WEIGHTS, "/weights"))).isEqualTo(CONTENT);
        assertThat(ranges).containsExactly("bytes=1000000-");
    }

    @Test
    void aDamagedPartIsRemovedAndRefused() throws IOException {
        Path part = Files.write(temp.resolve(WEIGHTS.file() + ".part"), new byte[1_000_000]);
        assertThatThrownBy(() -> fetch(WEIGHTS, "/weights")).hasMessageContaining("WTS-008");
        assertThat(part).doesNotExist();
        assertThat(Files.readAllBytes(fetch(WEIGHTS, "/weights"))).isEqualTo(CONTENT);
    }

    @Test
    void anotherFileUnderTheNameIsLeftAloneAndRefused() throws IOException {
        Path file = Files.writeString(temp.resolve(WEIGHTS.file()), "something else");
        assertThatThrownBy(() -> fetch(WEIGHTS, "/weights")).hasMessageContaining("WTS-008");
        assertThat(file).hasContent("something else");
    }

    @Test
    void withoutANetworkItSaysWhatToPutWhere() {
        assertThatThrownBy(() -> fetch(WEIGHTS, "/absent"))
                .hasMessageContaining("WTS-009")
                .hasMessageContaining("404")
                .hasMessageContaining("https://download.pytorch.org/models/" + WEIGHTS.file())
                .hasMessageContaining(temp.resolve(WEIGHTS.file()).toString());
        server.stop(0);
        assertThatThrownBy(() -> fetch(WEIGHTS, "/weights")).hasMessageContaining("WTS-009");
    }

    @Test
    void theProxyComesFromTheEnvironment() {
        URI address = WEIGHTS.address();
        assertThat(WeightsDownload.proxy(Map.of("HTTPS_PROXY", "http://proxy.local:3128"), address))
                .contains(new InetSocketAddress("proxy.local", 3128));
        assertThat(WeightsDownload.proxy(Map.of("https_proxy", "proxy.local:8080"), address))
                .contains(new InetSocketAddress("proxy.local", 8080));
        assertThat(WeightsDownload.proxy(Map.of("https_proxy", "proxy:1", "NO_PROXY", "local,.pytorch.org"), address))
                .isEqualTo(Optional.empty());
        assertThat(WeightsDownload.proxy(Map.of(), address)).isEmpty();
    }

    @Test
    void publishedNamesAreFound() {
        assertThat(PublishedWeights.of("ResNet50").file()).isEqualTo("resnet50-0676ba61.pth");
        assertThat(PublishedWeights.of("resnet50-v2").hashPrefix()).isEqualTo("11ad3fa6");
        assertThat(PublishedWeights.of("resnet18-f37072fd.pth").network()).isEqualTo("resnet18");
        assertThat(PublishedWeights.of("vgg16_bn").file()).isEqualTo("vgg16_bn-6c64b313.pth");
        assertThat(PublishedWeights.of("vgg16-397923af.pth").name()).isEqualTo("vgg16-v1");
        assertThatThrownBy(() -> PublishedWeights.of("alexnet")).hasMessageContaining("WTS-010").hasMessageContaining("resnet50-v2");
    }

    private Path fetch(PublishedWeights weights, String path) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return WeightsDownload.fetch(weights, address, client, temp, Progress.NONE);
        }
    }

    private HttpServer server() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/weights", exchange -> {
                String range = exchange.getRequestHeaders().getFirst("Range");
                ranges.add(range == null ? "whole" : range);
                int from = range == null ? 0 : Integer.parseInt(range.substring(6, range.length() - 1));
                exchange.sendResponseHeaders(range == null ? 200 : 206, CONTENT.length - from);
                exchange.getResponseBody().write(CONTENT, from, CONTENT.length - from);
                exchange.close();
            });
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content() {
        byte[] bytes = new byte[2_500_000];
        for (int b = 0; b < bytes.length; b++) {
            bytes[b] = (byte) (b * 31 >> 3);
        }
        return bytes;
    }
}
