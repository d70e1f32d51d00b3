package org.trabecula.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trabecula.web.OpenRoom.code;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.testkit.Reference;
import org.trabecula.web.server.KeyFile;
import org.trabecula.web.server.Listening;

/// What the room must not do, one test a rule.
class SecurityTest {
    private static final String TOKEN = "a-token-of-some-length";

    @TempDir
    Path folder;

    private OpenRoom room;

    @BeforeEach
    void open() throws IOException {
        room = OpenRoom.in(folder.resolve("work"));
    }

    @AfterEach
    void close() throws IOException {
        assertThat(room.bugs()).isEmpty();
        room.close();
    }

    @Test
    void loopbackAloneIsHeardByDefault() {
        assertThat(room.address().getHost()).isEqualTo("127.0.0.1");
        assertThat(Listening.loopback(0).address().isLoopbackAddress()).isTrue();
    }

    @Test
    void beyondLoopbackATokenAndTlsOrAProxyAreDemanded() throws IOException {
        InetAddress everywhere = InetAddress.getByName("0.0.0.0");
        assertThatThrownBy(() -> new Listening(everywhere, 0, Optional.empty(), Optional.empty(), Optional.of("room.example")))
                .hasMessageContaining("token");
        assertThatThrownBy(() -> new Listening(everywhere, 0, Optional.of(TOKEN), Optional.empty(), Optional.empty()))
                .hasMessageContaining("certificate");
        assertThatThrownBy(() -> new Listening(everywhere, 0, Optional.of("short"), Optional.empty(), Optional.of("room.example")))
                .hasMessageContaining("at least 16");
    }

    @Test
    void withATokenNothingIsSaidToWhoHasNone() throws Exception {
        Listening guarded = new Listening(InetAddress.getLoopbackAddress(), 0, Optional.of(TOKEN), Optional.empty(), Optional.empty());
        try (OpenRoom locked = OpenRoom.at(guarded, folder.resolve("locked"))) {
            for (String path : List.of("/", "/room.js", "/api/room", "/api/openapi.json")) {
                HttpResponse<byte[]> refused = locked.get(path);
                assertThat(refused.statusCode()).as(path).isEqualTo(401);
                assertThat(code(refused)).isEqualTo("WEB-003");
            }
            assertThat(locked.send(locked.request("/api/room").header("Authorization", "Bearer " + TOKEN)).statusCode()).isEqualTo(200);
            assertThat(locked.send(locked.request("/api/room").header("Authorization", "Bearer " + TOKEN + "x")).statusCode()).isEqualTo(401);
            HttpResponse<byte[]> entered = locked.send(locked.request(locked.address().getPath() + "?" + locked.address().getQuery()));
            assertThat(entered.statusCode()).isEqualTo(303); // so that the token leaves the address
            String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
            assertThat(locked.send(locked.request("/api/room").header("Cookie", cookie.split(";")[0])).statusCode()).isEqualTo(200);
        }
    }

    /// With a certificate as an administrator makes one, kept by a client that trusts it alone.
    @Test
    void overTlsItAnswersWhoHoldsTheToken() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC", "-alias", "room",
                        "-dname", "CN=room", "-ext", "SAN=IP:127.0.0.1", "-storetype", "PKCS12", "-keystore", keys.toString(), "-storepass", "secret")
                .inheritIO().start();
        assertThat(made.waitFor()).isZero();
        assertThatThrownBy(() -> KeyFile.read(keys, "wrong".toCharArray())).hasMessageContaining("WEB-012");
        Listening secure = new Listening(
                InetAddress.getLoopbackAddress(), 0, Optional.of(TOKEN), Optional.of(KeyFile.read(keys, "secret".toCharArray())), Optional.empty());
        KeyStore trusted = KeyStore.getInstance(keys.toFile(), "secret".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore certificate = KeyStore.getInstance("PKCS12");
        certificate.load(null, null);
        certificate.setCertificateEntry("room", trusted.getCertificate("room"));
        trust.init(certificate);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (OpenRoom tls = OpenRoom.at(secure, folder.resolve("tls")); HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
            assertThat(tls.address().getScheme()).isEqualTo("https");
            var asked = HttpRequest.newBuilder(tls.address().resolve("/api/room"));
            assertThat(client.send(asked.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(401);
            var answered = client.send(asked.header("Authorization", "Bearer " + TOKEN).build(), BodyHandlers.discarding());
            assertThat(answered.statusCode()).isEqualTo(200);
            assertThat(answered.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    /// The proxy's name is the room's: requests for it are answered, pages under it may send, all others are refused.
    @Test
    void behindAProxyTheRoomHasTheProxysName() throws Exception {
        Listening proxied = new Listening(
                InetAddress.getLoopbackAddress(), free(), Optional.of(TOKEN), Optional.empty(), Optional.of("room.example"));
        String token = "Authorization: Bearer " + TOKEN + "\r\nConnection: close\r\n";
        try (OpenRoom behind = OpenRoom.at(proxied, folder.resolve("proxied"))) {
            assertThat(behind.address()).hasToString("https://room.example/?token=" + TOKEN);
            int port = proxied.port();
            assertThat(raw(port, "GET /api/room HTTP/1.1\r\nHost: room.example\r\n" + token + "\r\n")).startsWith("HTTP/1.1 200");
            assertThat(raw(port, "GET /api/room HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + token + "\r\n")).startsWith("HTTP/1.1 421");
            assertThat(raw(port, "GET /api/room HTTP/1.1\r\nHost: room.example\r\nOrigin: https://room.example\r\n" + token + "\r\n")).startsWith("HTTP/1.1 200");
            assertThat(raw(port, "GET /api/room HTTP/1.1\r\nHost: room.example\r\nOrigin: http://room.example\r\n" + token + "\r\n")).startsWith("HTTP/1.1 403");
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:80", ""})
    void anotherHostIsRefused(String host) throws IOException {
        assertThat(raw("GET /api/room HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 421");
    }

    @Test
    void twoHostsAreRefused() throws IOException {
        String own = "127.0.0.1:" + room.address().getPort();
        assertThat(raw("GET /api/room HTTP/1.1\r\nHost: " + own + "\r\nHost: evil.example\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 421");
        assertThat(raw("GET /api/room HTTP/1.1\r\nHost: " + own + "\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void anotherSitesPageIsRefused() throws Exception {
        for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1:1", "http://localhost")) {
            assertThat(code(room.send(room.request("/api/uploads").header("Origin", origin).POST(noBody())))).as(origin).isEqualTo("WEB-002");
            assertThat(code(room.send(room.request("/api/cases").header("Origin", origin)))).as(origin).isEqualTo("WEB-002");
        }
        assertThat(code(room.send(room.request("/api/cases").header("Sec-Fetch-Site", "cross-site")))).isEqualTo("WEB-002");
        String own = room.address().toString().replaceFirst("/$", "");
        assertThat(room.send(room.request("/api/uploads").header("Origin", own).header("Sec-Fetch-Site", "same-origin").POST(noBody())).statusCode())
                .isEqualTo(200);
    }

    private static BodyPublisher noBody() {
        return BodyPublishers.noBody();
    }

    /// A form of another site can send text/plain without asking; JSON it cannot.
    @Test
    void onlyJsonIsReadAsJson() throws Exception {
        var form = room.request("/api/scans").header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"upload\":\"a\",\"title\":\"b\"}"));
        assertThat(code(room.send(form))).isEqualTo("WEB-006");
    }

    @Test
    void everyAnswerTellsTheBrowserWhatItMustNotDo() throws Exception {
        for (String path : List.of("/", "/room.js", "/vendor/niivue-0.69.0.umd.js", "/api/room", "/api/nothing", "/nothing")) {
            var headers = room.get(path).headers();
            String policy = headers.firstValue("Content-Security-Policy").orElse("");
            assertThat(policy).as(path).contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void thePageHoldsNoScriptAndNoStyleOfItsOwn() throws Exception {
        String page = new String(room.get("/").body(), StandardCharsets.UTF_8);
        assertThat(page).contains("<script src=").doesNotContainPattern("<script(?![^>]*src=)[^>]*>").doesNotContain("<style")
                .doesNotContainPattern("\\s(style|on[a-z]+)=");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/../../../../etc/passwd", "/page/../room.css", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "//etc/passwd",
        "/vendor/../../api/RoomRoutes.class", "/room.css%00.html", "/vendor/", "/vendor", "/room.css/"
    })
    void noPathLeadsOutOfThePage(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + room.address().getPort() + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/etc/cron.d/evil", "..\\evil", "C:\\evil", "a//b", "", "a/./b", "a\0b"})
    void noUploadLeavesItsFolder(String name) throws Exception {
        String upload = OpenRoom.json(room.post("/api/uploads", "")).get("upload").asString();
        HttpResponse<byte[]> refused = room.put("/api/uploads/" + upload + "/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8), new byte[] {1});
        assertThat(refused.statusCode()).isEqualTo(400);
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile).map(file -> file.getFileName().toString())).containsExactly("audit.log");
        }
    }

    @Test
    void namesAreMadeHarmlessAndNeverHidden() throws Exception {
        room.upload(URLEncoder.encode("M\u00fcller <1>/.bashrc", StandardCharsets.UTF_8), new byte[] {1});
        try (Stream<Path> all = Files.walk(folder.resolve("work/uploads"))) {
            assertThat(all.filter(Files::isRegularFile).map(file -> file.getName(file.getNameCount() - 2) + "/" + file.getFileName()))
                    .containsExactly("M_ller__1_/_bashrc");
        }
    }

    @Test
    void uploadsAreBounded() throws Exception {
        String upload = OpenRoom.json(room.post("/api/uploads", "")).get("upload").asString();
        String files = "/api/uploads/" + upload + "/files?name=";
        assertThat(code(room.put(files + "large", new byte[(1 << 20) + 1]))).isEqualTo("WEB-007");
        assertThat(room.put(files + "one", new byte[1 << 20]).statusCode()).isEqualTo(200);
        assertThat(room.put(files + "two", new byte[1 << 20]).statusCode()).isEqualTo(200);
        assertThat(code(room.put(files + "three", new byte[1]))).isEqualTo("WEB-007"); // two megabytes in all
        assertThat(code(room.put(files + "one", new byte[0]))).isEqualTo("WEB-009"); // nothing is written over
        String many = OpenRoom.json(room.post("/api/uploads", "")).get("upload").asString();
        for (int n = 0; n < 300; n++) {
            assertThat(room.put("/api/uploads/" + many + "/files?name=f" + n, new byte[0]).statusCode()).isEqualTo(200);
        }
        assertThat(code(room.put("/api/uploads/" + many + "/files?name=f300", new byte[0]))).isEqualTo("WEB-007");
    }

    /// A body that does not say how long it is.
    @Test
    void anUploadWithoutALengthIsBoundedToo() throws Exception {
        String upload = OpenRoom.json(room.post("/api/uploads", "")).get("upload").asString();
        var endless = room.request("/api/uploads/" + upload + "/files?name=long")
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[(1 << 20) + 100])));
        assertThat(code(room.send(endless))).isEqualTo("WEB-007");
        try (Stream<Path> all = Files.walk(folder.resolve("work/uploads"))) {
            assertThat(all.filter(Files::isRegularFile)).isEmpty();
        }
    }

    /// What is full is told before more is taken; what is removed makes room.
    @Test
    void allUploadsTogetherAreBounded() throws Exception {
        String first = "";
        for (int n = 0; n < 33; n++) { // two megabytes each, of 64 in all
            String upload = OpenRoom.json(room.post("/api/uploads", "")).get("upload").asString();
            first = first.isEmpty() ? upload : first;
            for (String name : List.of("a", "b")) {
                assertThat(room.put("/api/uploads/" + upload + "/files?name=" + name, new byte[1 << 20]).statusCode()).isEqualTo(200);
            }
        }
        assertThat(code(room.post("/api/uploads", ""))).isEqualTo("WEB-007");
        assertThat(room.delete("/api/uploads/" + first).statusCode()).isEqualTo(204);
        assertThat(room.post("/api/uploads", "").statusCode()).isEqualTo(200);
    }

    /// A zip is read where it lies: whatever its members are called, none becomes a file.
    @Test
    void noMemberOfAZipBecomesAFile() throws Exception {
        Path slice = Reference.core("dicom/ct-series/base");
        try (Stream<Path> all = Files.list(slice)) {
            slice = all.filter(file -> !file.toString().endsWith(".json")).sorted().findFirst().orElseThrow();
        }
        for (String name : List.of("../../../evil.dcm", "/tmp/trabecula-evil.dcm", "a/../../../../evil.dcm", "..\\..\\evil.dcm", "IM1.dcm")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(slice));
            }
            String upload = room.upload("series.zip", bytes.toByteArray());
            room.post("/api/scans", "{\"upload\":\"" + upload + "\",\"title\":\"zip\"}"); // one slice is no volume; what counts is what it leaves
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(file -> file.getFileName().toString())).filteredOn(name -> name.endsWith(".dcm")).isEmpty();
        }
        assertThat(Path.of("/tmp/trabecula-evil.dcm")).doesNotExist();
        assertThat(folder.resolveSibling("evil.dcm")).doesNotExist();
    }

    /// Nine hundred megabytes of zeros in less than one.
    @Test
    void aZipThatGrowsWithoutMeasureIsRefused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] zeros = new byte[1 << 20];
            for (int member = 0; member < 3; member++) {
                zip.putNextEntry(new ZipEntry("IM" + member + ".dcm"));
                for (int n = 0; n < 300; n++) {
                    zip.write(zeros);
                }
                zip.closeEntry();
            }
        }
        assertThat(bytes.size()).isLessThan(1 << 20);
        String upload = room.upload("series.zip", bytes.toByteArray());
        HttpResponse<byte[]> refused = room.post("/api/scans", "{\"upload\":\"" + upload + "\",\"title\":\"zip\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()).isLessThan(2 << 20);
        }
    }

    @Test
    void uploadsLieWhereNoAddressLeads() throws Exception {
        String upload = room.upload("secret.txt", "secret".getBytes(StandardCharsets.UTF_8));
        for (String path : List.of("/uploads/" + upload + "/secret.txt", "/api/uploads/" + upload + "/secret.txt", "/work/uploads/" + upload + "/secret.txt")) {
            assertThat(room.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(room.get("/api/uploads/" + upload + "/files").statusCode()).isEqualTo(405);
    }

    /// Nothing of a name, an id, a query or an address is in the log.
    @Test
    void theAuditLogSaysWhatWasAskedAndNothingOfWhom() throws Exception {
        String upload = room.upload("Muster-Erika.nii", "no image".getBytes(StandardCharsets.UTF_8));
        room.post("/api/scans", "{\"upload\":\"" + upload + "\",\"title\":\"Muster, Erika\"}");
        room.get("/Muster-Erika?patient=Muster");
        List<String> lines = log(4);
        assertThat(lines).hasSize(4).allMatch(line -> line.matches("\\S+Z (GET|PUT|POST) \\S.* \\d{3} \\d+ ms"));
        assertThat(String.join("\n", lines)).contains("PUT /api/uploads/{upload}/files 200", "(no such page) 404")
                .doesNotContain("Muster", "Erika", upload, "127.0.0.1");
    }

    /// A line is written when its answer has gone out, which may be after it came in here.
    private List<String> log(int lines) throws Exception {
        List<String> log = Files.readAllLines(folder.resolve("work/audit.log"));
        for (int n = 0; n < 500 && log.size() < lines; n++) {
            Thread.sleep(10);
            log = Files.readAllLines(folder.resolve("work/audit.log"));
        }
        return log;
    }

    private String raw(String request) throws IOException {
        return raw(room.address().getPort(), request);
    }

    private static String raw(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return String.valueOf(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)).readLine());
        }
    }
}
