package org.trabecula.dicom.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.trabecula.core.CancelledException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// Requests to one PACS, and what is demanded of every answer.
final class PacsConnection implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int LARGEST_JSON_BYTES = 16 << 20;
    private static final Duration UNTIL_CONNECTED = Duration.ofSeconds(20);
    /// Some PACS gather a series before they begin to answer.
    private static final Duration UNTIL_THE_ANSWER_BEGINS = Duration.ofMinutes(5);

    private final PacsAddress address;
    private final PacsLogin login;
    private final PacsRefusal refusal;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1) // what every PACS speaks
            .connectTimeout(UNTIL_CONNECTED)
            .followRedirects(HttpClient.Redirect.NEVER) // credentials go nowhere else
            .build();

    PacsConnection(PacsAddress address, PacsLogin login, PacsRefusal refusal) {
        this.address = address;
        this.login = login;
        this.refusal = refusal;
    }

    /// @param path below the root, with its query
    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resource(path)).timeout(UNTIL_THE_ANSWER_BEGINS);
        login.authorization().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    /// @throws InputException PAC-002 if no answer begins
    HttpResponse<InputStream> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw refusal.notReached(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /// @throws InputException PAC-003 for 401 and 403
    void requireLetIn(HttpResponse<?> response) {
        int status = response.statusCode();
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw new InputException(new Problem(
                    PacsProblem.NOT_LET_IN, address.root(), "HTTP " + status, login instanceof PacsLogin.Nobody ? "credentials" : "other credentials",
                    "ask who runs the PACS for credentials, and start with the file of them"));
        }
    }

    /// @throws InputException PAC-003 for 401 and 403, PAC-005 for every other status than 200
    void requireOk(HttpResponse<?> response) {
        requireLetIn(response);
        if (response.statusCode() != OK) {
            throw refusal.notUnderstood("HTTP " + response.statusCode(), "HTTP " + OK);
        }
    }

    /// @throws InputException PAC-005 for another Content-Type
    MediaType requireType(HttpResponse<?> response, String expected) {
        List<String> told = response.headers().allValues("Content-Type");
        Optional<MediaType> type = told.size() == 1 ? MediaType.parse(told.getFirst()) : Optional.empty();
        return type.filter(one -> one.name().equals(expected)).orElseThrow(() -> refusal.notUnderstood("Content-Type " + told, expected));
    }

    /// @param parts the type that the parts have to have
    /// @return the boundary between them
    /// @throws InputException PAC-005 for another Content-Type
    String requireMultipart(HttpResponse<?> response, String parts) {
        MediaType type = requireType(response, "multipart/related");
        if (!type.parameter("type").orElse(parts).equalsIgnoreCase(parts)) {
            throw refusal.notUnderstood("parts of the type " + type.parameter("type").orElse(""), parts);
        }
        return type.parameter("boundary").orElseThrow(() -> refusal.notUnderstood("no boundary in the Content-Type", "one"));
    }

    /// A body that is held whole.
    ///
    /// @throws InputException PAC-002 if it breaks off, PAC-006 beyond 16 MiB
    byte[] bounded(InputStream body) {
        byte[] bytes;
        try {
            bytes = body.readNBytes(LARGEST_JSON_BYTES + 1);
        } catch (IOException e) {
            throw refusal.notReached(e);
        }
        if (bytes.length > LARGEST_JSON_BYTES) {
            throw refusal.tooLarge("more than " + LARGEST_JSON_BYTES + " bytes of JSON", "at most so many");
        }
        return bytes;
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
