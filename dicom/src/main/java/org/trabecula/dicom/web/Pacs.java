package org.trabecula.dicom.web;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.trabecula.core.CancelledException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.DicomSource;
import org.trabecula.dicom.dataset.Tag;
import tools.jackson.databind.JsonNode;

/// A PACS that speaks DICOMweb (PS3.18): QIDO-RS to search, WADO-RS to retrieve, STOW-RS to store. Safe for many threads.
///
/// Addresses are made of the root and of UIDs alone; redirections, and addresses that answers tell, are not followed. TLS is Java's own
/// with its certificates.
public final class Pacs implements AutoCloseable {
    private static final String DICOM = "application/dicom";
    private static final String JSON = "application/dicom+json";
    private static final String MULTIPART = "multipart/related";
    private static final int OK = 200;
    private static final int ACCEPTED_IN_PART = 202;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int LONGEST_DESCRIPTION = 64; // of the value representation LO

    private static final String STUDY_DATE = "00080020";
    private static final String MODALITY = "00080060";
    private static final String SERIES_DESCRIPTION = "0008103E";
    private static final String REFERENCED_SOP_INSTANCE_UID = "00081155";
    private static final String FAILURE_REASON = "00081197";
    private static final String FAILED_SOP_SEQUENCE = "00081198";
    private static final String REFERENCED_SOP_SEQUENCE = "00081199";
    private static final String STUDY_INSTANCE_UID = "0020000D";
    private static final String SERIES_INSTANCE_UID = "0020000E";
    private static final String NUMBER_OF_SERIES_RELATED_INSTANCES = "00201209";

    private final PacsAddress address;
    private final PacsLimits limits;
    private final PacsRefusal refusal;
    private final DicomJson json;
    private final PacsConnection connection;

    private Pacs(PacsAddress address, PacsLogin login, PacsLimits limits) {
        this.address = address;
        this.limits = limits;
        this.refusal = new PacsRefusal(address.root());
        this.json = new DicomJson(refusal);
        this.connection = new PacsConnection(address, login, refusal);
    }

    /// Asks nothing yet.
    ///
    /// @param root where DICOMweb begins
    /// @throws InputException PAC-001 for an address that cannot be used
    public static Pacs at(URI root, PacsLogin login, PacsLimits limits) {
        return new Pacs(PacsAddress.of(root, login), login, limits);
    }

    /// CT series, at most so many as the limits say.
    ///
    /// @param studyDate of that day alone; empty: of all days
    /// @throws InputException PAC-002, PAC-003, PAC-005, PAC-006
    public PacsFound ctSeries(Optional<LocalDate> studyDate) throws IOException {
        StringBuilder path = new StringBuilder("/series?Modality=CT");
        studyDate.ifPresent(day -> path.append("&StudyDate=").append(DateTimeFormatter.BASIC_ISO_DATE.format(day)));
        for (String field : List.of(STUDY_DATE, SERIES_DESCRIPTION, NUMBER_OF_SERIES_RELATED_INSTANCES)) {
            path.append("&includefield=").append(field);
        }
        path.append("&limit=").append(limits.listed() + 1);
        HttpResponse<InputStream> response = connection.send(connection.request(path.toString()).header("Accept", JSON).GET());
        try (InputStream body = response.body()) {
            if (response.statusCode() == NO_CONTENT) {
                return new PacsFound(List.of(), false);
            }
            connection.requireOk(response);
            connection.requireType(response, JSON);
            List<JsonNode> found = json.dataSets(connection.bounded(body));
            List<PacsSeries> series = new ArrayList<>();
            for (JsonNode one : found.subList(0, Math.min(found.size(), limits.listed()))) {
                series.add(series(one));
            }
            return new PacsFound(series, found.size() > limits.listed());
        }
    }

    private PacsSeries series(JsonNode dataSet) {
        String description = json.text(dataSet, SERIES_DESCRIPTION);
        String images = json.text(dataSet, NUMBER_OF_SERIES_RELATED_INSTANCES);
        try {
            return new PacsSeries(
                    json.text(dataSet, STUDY_INSTANCE_UID), json.text(dataSet, SERIES_INSTANCE_UID), date(json.text(dataSet, STUDY_DATE)),
                    description.substring(0, Math.min(description.length(), LONGEST_DESCRIPTION)), json.text(dataSet, MODALITY),
                    images.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(images)) : OptionalInt.empty());
        } catch (IllegalArgumentException e) {
            throw refusal.notUnderstood(String.valueOf(e.getMessage()), "the UIDs of study and series");
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // many a date in a PACS is none; it is only shown
        }
    }

    /// Retrieves all images of a series as they are stored, `00001.dcm` and so on, each written while it comes. Nothing stays in the
    /// folder when that fails.
    ///
    /// @param folder empty
    /// @return how many there are
    /// @throws InputException PAC-002 to PAC-006; PAC-005 also if there are fewer images than the search told
    public int retrieve(PacsSeries series, Path folder, Progress progress) throws IOException {
        progress.stage("retrieving", series.images().orElse(0));
        HttpResponse<InputStream> response = connection.send(
                connection.request("/studies/" + series.studyUid() + "/series/" + series.seriesUid())
                        .header("Accept", MULTIPART + "; type=\"" + DICOM + "\"; transfer-syntax=*")
                        .GET());
        List<Path> written = new ArrayList<>();
        boolean whole = false;
        try (InputStream body = response.body()) {
            if (response.statusCode() == NOT_FOUND || response.statusCode() == GONE) {
                throw new InputException(new Problem(
                        PacsProblem.NOT_THERE, address.root(), "HTTP " + response.statusCode(), "the series that was listed", "list the series again"));
            }
            connection.requireOk(response);
            MultipartReader parts = new MultipartReader(body, connection.requireMultipart(response, DICOM), limits, refusal);
            for (Optional<Map<String, String>> part = parts.next(); part.isPresent(); part = parts.next()) {
                CancelledException.throwIfInterrupted();
                Path file = folder.resolve(String.format(Locale.ROOT, "%05d.dcm", written.size() + 1));
                try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    written.add(file);
                    requireImage(part.get(), parts.copyTo(out));
                }
                progress.done(file.getFileName().toString());
            }
            if (written.isEmpty() || written.size() < series.images().orElse(0)) {
                throw refusal.notUnderstood(
                        written.size() + " images", series.images().isPresent() ? series.images().getAsInt() + ", as the search told" : "at least one");
            }
            whole = true;
            return written.size();
        } finally {
            if (!whole) {
                for (Path file : written) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void requireImage(Map<String, String> headers, long length) {
        String type = headers.getOrDefault("content-type", "");
        String told = headers.getOrDefault("content-length", Long.toString(length));
        String coding = headers.getOrDefault("content-transfer-encoding", "binary");
        if (!MediaType.parse(type).map(MediaType::name).orElse("").equals(DICOM) || !coding.equalsIgnoreCase("binary")) {
            throw refusal.notUnderstood("a part of the type '" + type + "', " + coding, DICOM + ", binary");
        }
        if (length == 0 || !told.equals(Long.toString(length))) {
            throw refusal.notUnderstood("a part of " + length + " bytes that says " + told, "a part as long as it says");
        }
    }

    /// Stores one object.
    ///
    /// @param file a DICOM file (PS3.10)
    /// @throws InputException PAC-002, PAC-003, PAC-005, PAC-006; PAC-007 if the PACS says that it did not store it
    public void store(Path file) throws IOException {
        String uid = DicomFile.open(DicomSource.of(file)).orRefuse().data().uid(Tag.SOP_INSTANCE_UID).orElse("");
        String boundary = UUID.randomUUID().toString(); // 122 random bits: in no file
        HttpResponse<InputStream> response = connection.send(connection.request("/studies")
                .header("Accept", JSON)
                .header("Content-Type", MULTIPART + "; type=\"" + DICOM + "\"; boundary=" + boundary)
                .POST(onePart(file, boundary)));
        try (InputStream body = response.body()) {
            connection.requireLetIn(response);
            int status = response.statusCode();
            if (status != OK && status != ACCEPTED_IN_PART && status != CONFLICT) {
                throw notStored("HTTP " + status);
            }
            connection.requireType(response, JSON);
            JsonNode answer = json.dataSet(connection.bounded(body));
            List<JsonNode> failed = json.items(answer, FAILED_SOP_SEQUENCE);
            if (!failed.isEmpty()) {
                throw notStored("HTTP " + status + ", failure reason " + json.text(failed.getFirst(), FAILURE_REASON));
            }
            boolean named = json.items(answer, REFERENCED_SOP_SEQUENCE).stream()
                    .anyMatch(one -> json.text(one, REFERENCED_SOP_INSTANCE_UID).equals(uid));
            if (status != OK || !named) {
                throw notStored("HTTP " + status + ", and the object is not named as stored");
            }
        }
    }

    private InputException notStored(String found) {
        return new InputException(new Problem(
                PacsProblem.NOT_STORED, address.root(), found, "HTTP 200 that names the object as stored (PS3.18 10.5.3)",
                "ask who runs the PACS whether it takes such objects from here"));
    }

    private static BodyPublisher onePart(Path file, String boundary) throws FileNotFoundException {
        return BodyPublishers.concat(
                BodyPublishers.ofString("--" + boundary + "\r\nContent-Type: " + DICOM + "\r\n\r\n", StandardCharsets.US_ASCII),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        connection.close();
    }
}
