package org.trabecula.cli;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.web.ReadingRoom;
import org.trabecula.web.RoomSettings;
import org.trabecula.web.room.UploadLimits;
import org.trabecula.web.server.Listening;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The reading room with a work list and a model, asked as its page asks.
record PredictingRoom(ReadingRoom room, HttpClient client, ConcurrentLinkedQueue<Throwable> bugs) implements AutoCloseable {
    static PredictingRoom of(Path manifest, Path run, Path work) throws IOException {
        ConcurrentLinkedQueue<Throwable> bugs = new ConcurrentLinkedQueue<>();
        RoomSettings settings = new RoomSettings(
                Listening.loopback(0), Optional.of(run.resolve("model.trabecula")), Optional.empty(), Optional.of(manifest), Optional.empty(), work,
                UploadLimits.USUAL, Duration.ofDays(1), StandardFormats.ALL);
        return new PredictingRoom(ReadingRoom.open(settings, bugs::add), HttpClient.newHttpClient(), bugs);
    }

    /// Opens a case, predicts it with its own age and sex, and waits for the answer; the scan's id is in it as `scan`.
    JsonNode predict(String caseId) throws IOException, InterruptedException {
        for (JsonNode one : ask("GET", "/api/cases", "")) {
            if (one.get("caseId").asString().equals(caseId)) {
                String scan = ask("POST", "/api/cases/" + one.get("row").asInt() + "/open", "").get("id").asString();
                JsonNode job = ask("POST", "/api/scans/" + scan + "/prediction", patient(one));
                send("GET", "/api/jobs/" + job.get("id").asString() + "/events", ""); // ends with the job
                JsonNode ended = ask("GET", "/api/jobs/" + job.get("id").asString(), "");
                if (!ended.get("state").asString().equals("done")) {
                    throw new AssertionError(ended + " " + bugs);
                }
                return ((ObjectNode) ended.get("result")).put("scan", scan);
            }
        }
        throw new AssertionError("no case " + caseId);
    }

    /// What the nomogram says of the patient as the prediction has her.
    JsonNode whatIf(JsonNode prediction) throws IOException, InterruptedException {
        return ask("POST", "/api/scans/" + prediction.get("scan").asString() + "/prediction/what-if", patient(prediction));
    }

    private static String patient(JsonNode told) {
        return "{\"ageYears\":" + told.get("ageYears") + ",\"sex\":" + told.get("sex") + ",\"centre\":null}";
    }

    /// What the room answers; a job is waited for, and its result given.
    JsonNode job(String path) throws IOException, InterruptedException {
        String id = ask("POST", path, "").get("id").asString();
        send("GET", "/api/jobs/" + id + "/events", ""); // ends with the job
        JsonNode ended = ask("GET", "/api/jobs/" + id, "");
        if (!ended.get("state").asString().equals("done")) {
            throw new AssertionError(ended + " " + bugs);
        }
        return ended.get("result");
    }

    JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, path, body);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(room.address().resolve(path)).header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException {
        room.close();
        client.close();
    }
}
