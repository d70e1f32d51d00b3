package org.trabecula.dicom.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A server that answers every request with what a test wants, and remembers what it was asked.
final class AnsweringServer implements AutoCloseable {
    /// @param type   Content-Type of the answer
    /// @param length that is announced; -1 where the end of the connection ends the body
    record Answer(int status, String type, byte[] body, long length) {
        static Answer of(int status, String type, String body) {
            byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
            return new Answer(status, type, bytes, bytes.length);
        }
    }

    /// @param asked method and address
    record Request(String asked, String accept, String authorization, String type, byte[] body) {}

    private final HttpServer server;
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean isStalling;
    private volatile Answer answer = Answer.of(500, "text/plain", "");

    AnsweringServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(new Request(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(), header(exchange, "Accept"), header(exchange, "Authorization"),
                    header(exchange, "Content-Type"), exchange.getRequestBody().readAllBytes()));
            Answer now = answer;
            exchange.getResponseHeaders().set("Content-Type", now.type);
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(now.status, now.length == 0 ? -1 : now.length);
            exchange.getResponseBody().write(now.body);
            if (isStalling) {
                exchange.getResponseBody().flush();
                stalled.countDown();
                ended.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return String.join(", ", exchange.getRequestHeaders().getOrDefault(name, List.of()));
    }

    void answer(Answer next) {
        answer = next;
    }

    /// Answers so, and then says nothing more and does not hang up.
    void stallAfter(Answer next) {
        answer = next;
        isStalling = true;
    }

    /// Waits until it stalls.
    void awaitStall() throws InterruptedException {
        stalled.await();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/dicom-web/");
    }

    @Override
    public void close() {
        ended.countDown();
        server.stop(0);
    }
}
