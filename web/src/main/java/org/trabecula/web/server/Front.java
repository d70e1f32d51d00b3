package org.trabecula.web.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// The JDK's own web server, a virtual thread an exchange, behind [Guard].
public final class Front implements AutoCloseable {
    private static final String API = "/api/";
    private static final int WAITING_CONNECTIONS = 128;
    /// Files are volumes of tens of megabytes.
    private static final int BUFFER_BYTES = 1 << 18;

    static {
        // Read once, when the server's classes are loaded. A client that dribbles its request away does not hold a connection for ever.
        System.setProperty("sun.net.httpserver.maxReqTime", "600");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Of a body that is refused, so much is still taken: cut off at once, its sender would lose the refusal. By default 64 KiB.
        System.setProperty("sun.net.httpserver.drainAmount", Integer.toString(4 << 20));
        System.setProperty("jdk.httpserver.maxConnections", "512");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Listening at;
    private final Guard guard;
    private final Replies replies;
    private final AuditLog log;
    private final Consumer<Throwable> bugs;

    private Front(HttpServer server, Listening at, Replies replies, AuditLog log, Consumer<Throwable> bugs) {
        this.server = server;
        this.at = at;
        this.guard = new Guard(at, server.getAddress().getPort());
        this.replies = replies;
        this.log = log;
        this.bugs = bugs;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    /// Listens from now on.
    ///
    /// @param bugs hears of failures that are ours
    /// @throws InputException WEB-011 if the port is taken or the address is none of this computer's
    public static Front open(Listening at, Replies replies, AuditLog log, Consumer<Throwable> bugs) throws IOException {
        InetSocketAddress place = new InetSocketAddress(at.address(), at.port());
        HttpServer server;
        try {
            if (at.tls().isPresent()) {
                HttpsServer secure = HttpsServer.create(place, WAITING_CONNECTIONS);
                secure.setHttpsConfigurator(new HttpsConfigurator(at.tls().get()));
                server = secure;
            } else {
                server = HttpServer.create(place, WAITING_CONNECTIONS);
            }
        } catch (BindException | UnknownHostException e) {
            throw new InputException(
                    new Problem(
                            WebProblem.CANNOT_LISTEN, Guard.name(at.address()) + ", port " + at.port(), String.valueOf(e.getMessage()),
                            "an address of this computer and a port that nobody listens on",
                            "leave --port out: a free one is taken"),
                    e);
        }
        Front front = new Front(server, at, replies, log, bugs);
        server.createContext("/", front::serve);
        server.setExecutor(front.threads);
        server.start();
        return front;
    }

    /// What to type into a browser; with the token, where there is one.
    public URI address() {
        return URI.create(guard.origin() + "/" + at.token().map(secret -> "?token=" + secret).orElse(""));
    }

    private void serve(HttpExchange exchange) {
        long begun = System.nanoTime();
        String method = exchange.getRequestMethod();
        String path = String.valueOf(exchange.getRequestURI().getRawPath());
        int status = 500;
        try (exchange; RequestBody body = new RequestBody(exchange.getRequestBody())) { // closed first
            Reply answer = answer(exchange, method, path, body);
            status = answer.status();
            send(exchange, answer);
        } catch (IOException e) {
            status = 499; // who asked has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            bugs.accept(e);
        } finally {
            log.say(knownMethod(method), replies.pattern(method, path), status, (System.nanoTime() - begun) / 1_000_000);
        }
    }

    /// A method is the client's own text.
    private static String knownMethod(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "DELETE" -> method;
            default -> "OTHER";
        };
    }

    private Reply answer(HttpExchange exchange, String method, String path, RequestBody body) throws IOException, InterruptedException {
        try {
            Asked asked = new Asked(
                    method, path, Asked.query(exchange.getRequestURI().getRawQuery()), first(exchange.getRequestHeaders(), "Content-Type"),
                    length(exchange.getRequestHeaders()), body);
            @Nullable String token = asked.query().get("token");
            if (method.equals("GET") && path.equals("/") && token != null && guard.isToken(token)) {
                exchange.getResponseHeaders().add("Set-Cookie", guard.keptToken());
                return new Reply.Elsewhere("/"); // so that the token stands in no address that is looked at
            }
            guard.require(method, exchange.getRequestHeaders(), path.startsWith(API));
            return replies.to(asked);
        } catch (InputException e) {
            int status = e.problems().getFirst().code() instanceof WebProblem web ? web.status() : 422;
            return Reply.Content.json(status, RefusalDocument.of(e.problems()).text());
        } catch (RuntimeException | Error e) {
            bugs.accept(e); // of ours: it costs this answer, not the room
            return Reply.Content.json(500, new RefusalDocument(List.of()).text());
        }
    }

    private static String first(Headers headers, String name) {
        @Nullable String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    private static OptionalLong length(Headers headers) {
        String text = first(headers, "Content-Length");
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private void send(HttpExchange exchange, Reply answer) throws IOException, InterruptedException {
        Headers headers = exchange.getResponseHeaders();
        SecurityHeaders.put(headers, at.isSecure());
        boolean head = exchange.getRequestMethod().equals("HEAD");
        switch (answer) {
            case Reply.Content(int status, String type, byte[] body) -> {
                headers.set("Content-Type", type);
                exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
                if (!head) {
                    exchange.getResponseBody().write(body);
                }
            }
            case Reply.OfFile(String type, var file, var savedAs) -> {
                headers.set("Content-Type", type);
                savedAs.ifPresent(name -> headers.set("Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "\""));
                file(exchange, file, head);
            }
            case Reply.PageApart(var file) -> {
                SecurityHeaders.putApart(headers);
                headers.set("Content-Type", "text/html; charset=utf-8");
                file(exchange, file, head);
            }
            case Reply.Events(var source) -> {
                headers.set("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream out = exchange.getResponseBody()) {
                    source.writeTo(out);
                }
            }
            case Reply.Elsewhere(String location) -> {
                headers.set("Location", location);
                exchange.sendResponseHeaders(303, -1);
            }
            case Reply.Nothing() -> exchange.sendResponseHeaders(204, -1);
        }
    }

    private static void file(HttpExchange exchange, Path file, boolean head) throws IOException {
        long length = Files.size(file);
        exchange.sendResponseHeaders(200, head || length == 0 ? -1 : length);
        if (!head) {
            try (InputStream in = Files.newInputStream(file)) {
                OutputStream out = exchange.getResponseBody();
                byte[] buffer = new byte[BUFFER_BYTES];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    out.write(buffer, 0, n);
                }
            }
        }
    }

    /// Ends at once; exchanges under way are cut off.
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
