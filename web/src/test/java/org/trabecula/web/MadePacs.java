package org.trabecula.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A PACS with one series, which says what Orthanc 1.10.1 with its DICOMweb plugin 1.7 says.
final class MadePacs implements AutoCloseable {
    static final String STUDY = "1.2.826.0.1.3680043.8.498.10345581178548655131879453363472544261";
    static final String SERIES = "1.2.826.0.1.3680043.8.498.36907459447346257074280086367832854648";

    private final List<Path> images;
    private final HttpServer server;
    private final List<byte[]> stored = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean isCut;

    MadePacs(List<Path> images) throws IOException {
        this.images = images;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/dicom-web/series", this::list);
        server.createContext("/dicom-web/studies/" + STUDY + "/series/" + SERIES, this::retrieve);
        server.createContext("/dicom-web/studies", this::store);
        server.start();
    }

    private void list(HttpExchange exchange) throws IOException {
        String listed =
                """
                [{"00080020": {"Value": ["20200101"], "vr": "DA"}, "00080060": {"Value": ["CT"], "vr": "CS"},
                  "0008103E": {"Value": ["base"], "vr": "LO"}, "00100010": {"Value": [{"Alphabetic": "Test^Synthetic"}], "vr": "PN"},
                  "00100020": {"Value": ["SYN-CT"], "vr": "LO"}, "0020000D": {"Value": ["%s"], "vr": "UI"},
                  "0020000E": {"Value": ["%s"], "vr": "UI"}, "00201209": {"Value": [%d], "vr": "IS"}}]
                """
                        .formatted(STUDY, SERIES, images.size());
        answer(exchange, 200, "application/dicom+json", listed.getBytes(StandardCharsets.UTF_8));
    }

    private void retrieve(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Path image : images) {
            byte[] bytes = Files.readAllBytes(image);
            body.write(("--b-0\r\nContent-Type: application/dicom\r\nContent-Length: " + bytes.length + "\r\nMIME-Version: 1.0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            body.write(bytes);
            body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        if (!isCut) {
            body.write("--b-0--\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        answer(exchange, 200, "multipart/related; type=\"application/dicom\"; boundary=b-0", body.toByteArray());
    }

    /// Names as stored what the object says of itself: its SOP Instance UID is the value of element (0008,0018).
    private void store(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("\r\n\r\n") + 4;
        stored.add(text.substring(from, text.lastIndexOf("\r\n--")).getBytes(StandardCharsets.ISO_8859_1));
        Matcher uid = Pattern.compile("\\x08\\x00\\x18\\x00UI..([0-9.]+)", Pattern.DOTALL).matcher(text);
        String named = uid.find() ? uid.group(1) : "";
        answer(
                exchange, 200, "application/dicom+json",
                ("{\"00081198\": {\"vr\": \"SQ\"}, \"00081199\": {\"Value\": [{\"00081155\": {\"Value\": [\"" + named + "\"], \"vr\": \"UI\"}}], \"vr\": \"SQ\"}}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /// From now on a series ends before its end.
    void cut() {
        isCut = true;
    }

    /// The objects that were sent, as they came.
    List<byte[]> stored() {
        return List.copyOf(stored);
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/dicom-web");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
