package org.trabecula.dicom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.CancelledException;
import org.trabecula.core.Progress;
import org.trabecula.dicom.series.MadeSeries;
import org.trabecula.dicom.web.AnsweringServer.Answer;

/// What is asked of a PACS, and what becomes of its answers, good and bad.
class PacsTest {
    private static final String JSON = "application/dicom+json";
    private static final String PARTS = "multipart/related; type=\"application/dicom\"; boundary=b0";
    private static final String HEAD = "--b0\r\nContent-Type: application/dicom\r\n\r\n";
    private static final String END = "--b0--\r\n";
    private static final PacsLimits LIMITS = new PacsLimits(1_000, 5_000, 4, 2);

    @TempDir
    Path folder;

    private AnsweringServer server;
    private Pacs pacs;

    @BeforeEach
    void open() throws IOException {
        server = new AnsweringServer();
        pacs = Pacs.at(server.root(), new PacsLogin.Nobody(), LIMITS);
    }

    @AfterEach
    void close() {
        pacs.close();
        server.close();
    }

    private static PacsSeries series(int images) {
        return new PacsSeries("1.2", "1.3", Optional.empty(), "", "CT", images == 0 ? OptionalInt.empty() : OptionalInt.of(images));
    }

    private int retrieve(int told, String body) throws IOException {
        server.answer(Answer.of(200, PARTS, body));
        return pacs.retrieve(series(told), folder, Progress.NONE);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String found(String uid) {
        return """
                {"00080020":{"vr":"DA","Value":["20200102"]},"00080060":{"vr":"CS","Value":["CT"]},
                 "0008103E":{"vr":"LO","Value":[" Bone 1.0 "]},"00081190":{"vr":"UR","Value":["http://elsewhere/"]},
                 "00100010":{"vr":"PN","Value":[{"Alphabetic":"Doe^Jane"}]},"00100020":{"vr":"LO","Value":["4711"]},
                 "0020000D":{"vr":"UI","Value":["1.2"]},"0020000E":{"vr":"UI","Value":["%s"]},"00201209":{"vr":"IS","Value":[12]}}
                """.formatted(uid);
    }

    @Test
    void aSearchTellsSeriesWithoutTheirPatients() throws IOException {
        server.answer(Answer.of(200, JSON, "[" + found("1.3") + "]"));
        PacsFound found = pacs.ctSeries(Optional.of(LocalDate.of(2020, 1, 2)));
        assertThat(found).isEqualTo(new PacsFound(
                List.of(new PacsSeries("1.2", "1.3", Optional.of(LocalDate.of(2020, 1, 2)), "Bone 1.0", "CT", OptionalInt.of(12))), false));
        assertThat(found.toString()).doesNotContain("Doe").doesNotContain("4711");
        assertThat(server.requests().getFirst().asked())
                .isEqualTo("GET /dicom-web/series?Modality=CT&StudyDate=20200102&includefield=00080020&includefield=0008103E"
                        + "&includefield=00201209&limit=3");
        assertThat(server.requests().getFirst().accept()).isEqualTo(JSON);
    }

    @Test
    void whatIsMissingIsEmptyAndWhatIsTooMuchIsCut() throws IOException {
        String bare = "{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]},\"0020000E\":{\"vr\":\"UI\",\"Value\":[\"1.3\"]},"
                + "\"00080020\":{\"vr\":\"DA\",\"Value\":[\"2020\"]},\"0008103E\":{\"vr\":\"LO\"}}";
        server.answer(Answer.of(200, JSON, "[" + bare + "]"));
        assertThat(pacs.ctSeries(Optional.empty()).series())
                .containsExactly(new PacsSeries("1.2", "1.3", Optional.empty(), "", "", OptionalInt.empty()));
        server.answer(Answer.of(200, JSON, "[" + found("1.3") + "," + found("1.4") + "," + found("1.5") + "]"));
        assertThat(pacs.ctSeries(Optional.empty()).series()).hasSize(2);
        assertThat(pacs.ctSeries(Optional.empty()).isCut()).isTrue();
        server.answer(Answer.of(204, JSON, ""));
        assertThat(pacs.ctSeries(Optional.empty())).isEqualTo(new PacsFound(List.of(), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "<html>", "{}", "[1]", "[", "[] []", "[{}]", "[{\"0020000D\":1}]", "[{\"0020000D\":{\"Value\":\"1.2\"}}]",
                "[{\"0020000D\":{\"Value\":[{}]}}]", "[{\"0020000D\":{},\"0020000D\":{}}]"
            })
    void anAnswerThatIsNoListOfDataSetsIsRefused(String body) {
        server.answer(Answer.of(200, JSON, body));
        assertThatThrownBy(() -> pacs.ctSeries(Optional.empty())).hasMessageContaining("PAC-005");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "1..2", ".1", "1.", "1/2", "1.2?a", "1.2 3", ""})
    void aUidThatIsNoneNeverComesIntoAnAddress(String uid) {
        server.answer(Answer.of(200, JSON, "[" + found(uid) + "]"));
        assertThatThrownBy(() -> pacs.ctSeries(Optional.empty())).hasMessageContaining("PAC-005");
    }

    @Test
    void anEndlessListIsRefused() {
        server.answer(Answer.of(200, JSON, " ".repeat((16 << 20) + 1)));
        assertThatThrownBy(() -> pacs.ctSeries(Optional.empty())).hasMessageContaining("PAC-006");
    }

    @ParameterizedTest
    @CsvSource({"401, PAC-003", "403, PAC-003", "302, PAC-005", "404, PAC-005", "500, PAC-005", "206, PAC-005"})
    void otherStatusesAreToldApart(int status, String code) {
        server.answer(Answer.of(status, JSON, "[]"));
        assertThatThrownBy(() -> pacs.ctSeries(Optional.empty())).hasMessageContaining(code).hasMessageContaining("HTTP " + status);
        assertThat(server.requests()).hasSize(1); // a redirection is not followed
    }

    @Test
    void aServerThatIsNotThereIsNotReached() {
        server.close();
        assertThatThrownBy(() -> pacs.ctSeries(Optional.empty())).hasMessageContaining("PAC-002");
    }

    @Test
    void imagesAreWrittenAsTheyCame() throws IOException {
        assertThat(retrieve(2, HEAD + "one\r\n" + HEAD.replace("\r\n\r\n", "\r\nContent-Length: 5\r\n\r\n") + "\0\u00ff\r\n.\r\n" + END)).isEqualTo(2);
        assertThat(files()).containsExactly("00001.dcm", "00002.dcm");
        assertThat(Files.readAllBytes(folder.resolve("00001.dcm"))).containsExactly('o', 'n', 'e');
        assertThat(Files.readAllBytes(folder.resolve("00002.dcm"))).containsExactly(0, 0xff, '\r', '\n', '.');
        assertThat(server.requests().getFirst().asked()).isEqualTo("GET /dicom-web/studies/1.2/series/1.3");
        assertThat(server.requests().getFirst().accept()).isEqualTo("multipart/related; type=\"application/dicom\"; transfer-syntax=*");
    }

    /// A file each for what went well before the damage would look like a series.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "--b0--", HEAD + "one\r\n" + HEAD + "two", HEAD + "one\r\n" + HEAD + "\r\n" + END, HEAD + "one\r\n" + END,
                HEAD + "one\r\n--b0\r\nContent-Type: text/plain\r\n\r\ntwo\r\n" + END, HEAD + "one\r\n--b0\r\n\r\ntwo\r\n" + END,
                HEAD + "one\r\n--b0\r\nContent-Type: application/dicom\r\nContent-Length: 4\r\n\r\ntwo\r\n" + END,
                HEAD + "one\r\n--b0\r\nContent-Type: application/dicom\r\nContent-Transfer-Encoding: base64\r\n\r\ntwo\r\n" + END
            })
    void nothingStaysOfASeriesThatIsNotWhole(String body) throws IOException {
        assertThatThrownBy(() -> retrieve(2, body)).hasMessageContaining("PAC-005");
        assertThat(files()).isEmpty();
    }

    @Test
    void nothingStaysOfASeriesThatIsTooLarge() throws IOException {
        assertThatThrownBy(() -> retrieve(0, HEAD + "one\r\n" + HEAD + "x".repeat(1_001) + "\r\n" + END)).hasMessageContaining("PAC-006");
        assertThatThrownBy(() -> retrieve(0, (HEAD + "one\r\n").repeat(5) + END)).hasMessageContaining("PAC-006");
        assertThat(files()).isEmpty();
    }

    @Test
    void aConnectionThatBreaksOffIsToldAsSuch() throws IOException {
        byte[] begun = (HEAD + "one\r\n" + HEAD + "tw").getBytes(StandardCharsets.ISO_8859_1);
        server.answer(new Answer(200, PARTS, begun, begun.length + 100));
        assertThatThrownBy(() -> pacs.retrieve(series(2), folder, Progress.NONE)).hasMessageContaining("PAC-002");
        assertThat(files()).isEmpty();
    }

    /// Who calls a retrieval off does not wait for a PACS that says nothing more.
    @Test
    void aRetrievalThatStallsCanBeCalledOff() throws Exception {
        byte[] begun = (HEAD + "one\r\n" + HEAD + "tw").getBytes(StandardCharsets.ISO_8859_1);
        server.stallAfter(new Answer(200, PARTS, begun, begun.length + 100));
        FutureTask<Integer> retrieval = new FutureTask<>(() -> pacs.retrieve(series(2), folder, Progress.NONE));
        Thread thread = Thread.ofPlatform().start(retrieval);
        server.awaitStall();
        thread.interrupt();
        assertThatThrownBy(() -> retrieval.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/dicom", "multipart/mixed; boundary=b0", "multipart/related", "multipart/related; boundary=\"\"",
                "multipart/related; type=\"application/dicom+json\"; boundary=b0", "multipart/related; boundary=b0; boundary=b1"
            })
    void anotherKindOfAnswerIsRefused(String type) {
        server.answer(Answer.of(200, type, HEAD + "one\r\n" + END));
        assertThatThrownBy(() -> pacs.retrieve(series(0), folder, Progress.NONE)).hasMessageContaining("PAC-005");
    }

    @Test
    void aSeriesThatIsGoneIsNotThere() {
        server.answer(Answer.of(404, "text/plain", "no"));
        assertThatThrownBy(() -> pacs.retrieve(series(2), folder, Progress.NONE)).hasMessageContaining("PAC-004");
    }

    private static String stored(String uid) {
        return "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"" + uid + "\"]}}]},\"00081198\":{\"vr\":\"SQ\"}}";
    }

    @Test
    void anObjectIsSentAsItIs() throws IOException {
        Path file = new MadeSeries().write(folder).resolve("006.dcm"); // the first of the series: 2.25.7.1.1
        server.answer(Answer.of(200, JSON, stored("2.25.7.1.1")));
        pacs.store(file);
        AnsweringServer.Request request = server.requests().getFirst();
        assertThat(request.asked()).isEqualTo("POST /dicom-web/studies");
        String boundary = MediaType.parse(request.type()).orElseThrow().parameter("boundary").orElseThrow();
        String sent = new String(request.body(), StandardCharsets.ISO_8859_1);
        assertThat(sent).isEqualTo("--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n"
                + Files.readString(file, StandardCharsets.ISO_8859_1) + "\r\n--" + boundary + "--\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | 1.2.3 | PAC-007", "202 | 2.25.7.1.1 | PAC-007", "409 | 2.25.7.1.1 | PAC-007", "400 | 2.25.7.1.1 | PAC-007",
                "401 | 2.25.7.1.1 | PAC-003"
            })
    void anObjectThatIsNotNamedAsStoredWasNotStored(int status, String uid, String code) throws IOException {
        Path file = new MadeSeries().write(folder).resolve("006.dcm");
        server.answer(Answer.of(status, JSON, stored(uid)));
        assertThatThrownBy(() -> pacs.store(file)).hasMessageContaining(code);
    }

    @Test
    void whyAnObjectWasNotStoredIsTold() throws IOException {
        Path file = new MadeSeries().write(folder).resolve("006.dcm");
        server.answer(Answer.of(409, JSON, "{\"00081198\":{\"vr\":\"SQ\",\"Value\":[{\"00081197\":{\"vr\":\"US\",\"Value\":[272]}}]}}"));
        assertThatThrownBy(() -> pacs.store(file)).hasMessageContaining("PAC-007").hasMessageContaining("failure reason 272");
    }

    /// The examples of RFC 7617 2 and 2.1.
    @Test
    void credentialsComeFromAFileAndAreSent() throws IOException {
        Path file = folder.resolve("credentials");
        for (List<String> one : List.of(
                List.of("Aladdin:open sesame\n", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="), List.of("test:123\u00a3", "Basic dGVzdDoxMjPCow=="),
                List.of("Bearer mF_9.B5f-4.1JqM", "Bearer mF_9.B5f-4.1JqM"))) {
            Files.writeString(file, one.getFirst());
            PacsLogin login = PacsLogin.read(file);
            assertThat(login.toString()).doesNotContain("sesame").doesNotContain("123").doesNotContain("mF_9");
            server.answer(Answer.of(200, JSON, "[]"));
            try (Pacs asking = Pacs.at(server.root(), login, LIMITS)) {
                asking.ctSeries(Optional.empty());
            }
            assertThat(server.requests().getLast().authorization()).isEqualTo(one.getLast());
        }
        for (String none : List.of("", "name", ":secret", "Bearer ", "Bearer a b", "a:b\nc:d")) {
            Files.writeString(file, none);
            assertThatThrownBy(() -> PacsLogin.read(file)).as(none).hasMessageContaining("PAC-001");
        }
        assertThatThrownBy(() -> PacsLogin.read(folder.resolve("absent"))).hasMessageContaining("PAC-001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://pacs/dicom-web", "pacs", "file:///etc/passwd", "https:///dicom-web", "https://a:secret@pacs/dicom-web",
                "https://pacs/dicom-web?key=secret", "https://pacs/#secret"
            })
    void anAddressThatIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> Pacs.at(URI.create(address), new PacsLogin.Nobody(), LIMITS))
                .hasMessageContaining("PAC-001")
                .hasMessageNotContaining("secret");
    }

    @Test
    void credentialsGoOverTlsOrToThisComputerAlone() {
        PacsLogin login = new PacsLogin.Password("reader", "secret");
        for (String here : List.of("http://localhost:8042/dicom-web", "http://127.0.0.1/", "http://[::1]:8042/", "https://pacs/dicom-web")) {
            Pacs.at(URI.create(here), login, LIMITS).close();
        }
        for (String other : List.of("http://pacs/dicom-web", "http://127.0.0.1.example/", "http://localhost.example/")) {
            assertThatThrownBy(() -> Pacs.at(URI.create(other), login, LIMITS)).hasMessageContaining("PAC-001").hasMessageNotContaining("secret");
        }
    }
}
