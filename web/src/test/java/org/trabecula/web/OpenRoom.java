package org.trabecula.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.dicom.web.Pacs;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.web.room.UploadLimits;
import org.trabecula.web.run.StudyFolder;
import org.trabecula.web.server.Listening;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A room as a user opens it, and a client as a program is one.
public final class OpenRoom implements AutoCloseable {
    private static final UploadLimits SMALL = new UploadLimits(1 << 20, 2 << 20, 300, 64 << 20);

    private final ReadingRoom room;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Throwable> bugs = Collections.synchronizedList(new ArrayList<>());

    private OpenRoom(
            Listening listening, Path work, Optional<StudyFolder> run, Optional<Path> worklist, Optional<Pacs> pacs, UploadLimits limits)
            throws IOException {
        room = ReadingRoom.open(
                new RoomSettings(
                        listening, run.map(study -> study.folder().resolve("model.trabecula")), run, worklist, pacs, work, limits, Duration.ofDays(1),
                        StandardFormats.ALL.with(new DicomFormat())),
                bugs::add);
    }

    public static OpenRoom in(Path work) throws IOException {
        return new OpenRoom(Listening.loopback(0), work, Optional.empty(), Optional.empty(), Optional.empty(), SMALL);
    }

    /// For scans of people.
    public static OpenRoom withUsualLimits(Path work) throws IOException {
        return new OpenRoom(Listening.loopback(0), work, Optional.empty(), Optional.empty(), Optional.empty(), UploadLimits.USUAL);
    }

    public static OpenRoom in(Path work, Path worklist) throws IOException {
        return new OpenRoom(Listening.loopback(0), work, Optional.empty(), Optional.of(worklist), Optional.empty(), SMALL);
    }

    /// With a finished study and its model.
    public static OpenRoom of(StudyFolder run, Path work) throws IOException {
        return new OpenRoom(Listening.loopback(0), work, Optional.of(run), Optional.empty(), Optional.empty(), SMALL);
    }

    /// The same for scans of people.
    public static OpenRoom withUsualLimits(StudyFolder run, Path work) throws IOException {
        return new OpenRoom(Listening.loopback(0), work, Optional.of(run), Optional.empty(), Optional.empty(), UploadLimits.USUAL);
    }

    public static OpenRoom beside(Pacs pacs, Path work) throws IOException {
        return new OpenRoom(Listening.loopback(0), work, Optional.empty(), Optional.empty(), Optional.of(pacs), SMALL);
    }

    /// With a finished study and its model, too.
    public static OpenRoom beside(Pacs pacs, StudyFolder run, Path work) throws IOException {
        return new OpenRoom(Listening.loopback(0), work, Optional.of(run), Optional.empty(), Optional.of(pacs), SMALL);
    }

    public static OpenRoom at(Listening listening, Path work) throws IOException {
        return new OpenRoom(listening, work, Optional.empty(), Optional.empty(), Optional.empty(), SMALL);
    }

    public URI address() {
        return room.address();
    }

    /// Failures of our own so far.
    public List<Throwable> bugs() {
        return List.copyOf(bugs);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(room.address().resolve(path));
    }

    public HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    public HttpResponse<byte[]> post(String path, String json) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<byte[]> put(String path, byte[] body) throws IOException, InterruptedException {
        return send(request(path).PUT(BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<byte[]> delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    /// Uploads one file; the upload's id.
    public String upload(String name, byte[] body) throws IOException, InterruptedException {
        String upload = json(post("/api/uploads", "")).get("upload").asString();
        json(put("/api/uploads/" + upload + "/files?name=" + name, body));
        return upload;
    }

    /// Opens an uploaded file; the scan.
    public JsonNode scan(String name, byte[] body) throws IOException, InterruptedException {
        return json(post("/api/scans", "{\"upload\":\"" + upload(name, body) + "\",\"title\":\"" + name + "\"}"));
    }

    /// Takes one label of a file of labels as a scan's region.
    ///
    /// @param name of the upload
    public void takeMask(String scan, String name, byte[] labels, String label) throws IOException, InterruptedException {
        json(post("/api/scans/" + scan + "/mask", "{\"upload\":\"" + upload(name, labels) + "\",\"label\":\"" + label + "\"}"));
    }

    /// Follows a job to its end.
    public JsonNode ended(JsonNode job) throws IOException, InterruptedException {
        String id = job.get("id").asString();
        get("/api/jobs/" + id + "/events"); // ends with the job
        return json(get("/api/jobs/" + id));
    }

    /// The JSON of an answer that is not refused.
    public static JsonNode json(HttpResponse<byte[]> response) {
        JsonNode read = JsonMapper.shared().readTree(response.body());
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + read);
        }
        return read;
    }

    /// The code of what was refused.
    public static String code(HttpResponse<byte[]> response) {
        return JsonMapper.shared().readTree(response.body()).get("problems").get(0).get("code").asString();
    }

    @Override
    public void close() throws IOException {
        room.close();
        client.close();
    }
}
