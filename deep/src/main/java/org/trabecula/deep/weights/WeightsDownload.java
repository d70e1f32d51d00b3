package org.trabecula.deep.weights;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.CancelledException;
import org.trabecula.core.Hash;
import org.trabecula.core.Progress;
import org.trabecula.deep.DeepProblem;

/// Fetches published weights: through a proxy where one is set, going on where an earlier try stopped, checked by hash.
public final class WeightsDownload {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int PIECE = 1 << 20;

    private final URI address;
    private final HttpClient client;

    private WeightsDownload(URI address, HttpClient client) {
        this.address = address;
        this.client = client;
    }

    /// Downloads to `folder` unless the file is there already; returns its path.
    ///
    /// An unfinished download stays beside it as `NAME.part`.
    ///
    /// @throws org.trabecula.core.InputException WTS-008 if the hash differs, WTS-009 if the server cannot be reached
    public static Path fetch(PublishedWeights weights, Path folder, Progress progress) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .followRedirects(HttpClient.Redirect.NORMAL);
        proxy(System.getenv(), weights.address()).ifPresent(at -> builder.proxy(ProxySelector.of(at)));
        try (HttpClient client = builder.build()) {
            return fetch(weights, weights.address(), client, folder, progress);
        }
    }

    /// The same from another address, for tests.
    static Path fetch(PublishedWeights weights, URI address, HttpClient client, Path folder, Progress progress) {
        Path target = folder.resolve(weights.file());
        if (Files.exists(target)) {
            requireHash(weights, target, target);
            return target;
        }
        Path part = folder.resolve(weights.file() + ".part");
        try {
            Files.createDirectories(folder);
            new WeightsDownload(address, client).download(weights, part, target, progress);
            requireHash(weights, part, target);
            return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            CancelledException.throwIfInterrupted(); // an interrupt closes the stream that is read, and looks like a lost connection
            throw weights.notDownloaded(e.getClass().getSimpleName() + ": " + e.getMessage(), target);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private void download(PublishedWeights weights, Path part, Path target, Progress progress)
            throws IOException, InterruptedException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1));
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            if (response.statusCode() == RANGE_NOT_SATISFIABLE) {
                return; // nothing is left to fetch; the hash decides
            }
            if (response.statusCode() != OK && response.statusCode() != PARTIAL) {
                throw weights.notDownloaded("HTTP status " + response.statusCode(), target);
            }
            boolean goesOn = response.statusCode() == PARTIAL;
            long left = response.headers().firstValueAsLong("Content-Length").orElse(0);
            progress.stage("fetching " + weights.file(), (int) ((left + PIECE - 1) / PIECE));
            try (OutputStream out = Files.newOutputStream(
                    part, StandardOpenOption.CREATE, goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
                for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                    CancelledException.throwIfInterrupted();
                    out.write(piece);
                    progress.done("MB");
                }
            }
        }
    }

    private static void requireHash(PublishedWeights weights, Path file, Path target) {
        try {
            String hash = Hash.sha256Hex(file);
            if (!hash.startsWith(weights.hashPrefix())) {
                if (!file.equals(target)) {
                    Files.delete(file); // our own unfinished download: going on with it could never succeed
                }
                throw DeepProblem.WRONG_HASH.refuse(
                        file.toString(),
                        "SHA-256 " + hash.substring(0, 16) + "…",
                        "SHA-256 " + weights.hashPrefix() + "…, as the published name says",
                        file.equals(target) ? "move this file away and fetch again" : "fetch again; the damaged download was removed");
            }
        } catch (IOException e) {
            CancelledException.throwIfInterrupted();
            throw DeepProblem.UNREADABLE.refuse(
                    file.toString(), String.valueOf(e.getMessage()), "a readable file", "check the path and its permissions");
        }
    }

    /// The proxy of `HTTPS_PROXY` (or `https_proxy`), such as `http://proxy:3128`; empty where `NO_PROXY` names the host.
    static Optional<InetSocketAddress> proxy(Map<String, String> environment, URI address) {
        String excluded = environment.getOrDefault("NO_PROXY", environment.getOrDefault("no_proxy", ""));
        for (String host : excluded.split("[,\\s]+")) {
            String suffix = host.startsWith(".") ? host.substring(1) : host;
            if (host.equals("*") || (!suffix.isEmpty() && ("." + address.getHost()).endsWith("." + suffix))) {
                return Optional.empty();
            }
        }
        String given = environment.getOrDefault("HTTPS_PROXY", environment.getOrDefault("https_proxy", ""));
        if (given.isBlank()) {
            return Optional.empty();
        }
        URI proxy = URI.create(given.toLowerCase(Locale.ROOT).startsWith("http") ? given : "http://" + given);
        return proxy.getHost() == null
                ? Optional.empty()
                : Optional.of(new InetSocketAddress(proxy.getHost(), proxy.getPort() < 0 ? 80 : proxy.getPort()));
    }
}
