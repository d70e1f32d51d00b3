package org.trabecula.web.nonsense;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// The bytes of a request that is wrong in one way or another.
///
/// @param kind  what is wrong with it
/// @param bytes as they go over the wire
record MalformedRequest(Kind kind, byte[] bytes) {
    /// What is wrong.
    enum Kind {
        REQUEST_LINE, HEADER, CONTENT_LENGTH, CHUNKS, JSON_TYPES, JSON_DEPTH, JSON_NUMBERS, JSON_TEXT, PATH, METHOD, HOST, ORIGIN, MULTIPART, QUERY, BYTES
    }

    private static final List<String> JSON_ROUTES = List.of(
            "/api/scans", "/api/scans/SCAN/labels", "/api/scans/SCAN/mask", "/api/scans/SCAN/outline/strokes", "/api/scans/SCAN/outline/undo",
            "/api/scans/SCAN/outline/between", "/api/scans/SCAN/outline/start", "/api/scans/SCAN/outline/refine", "/api/scans/SCAN/outline/accept",
            "/api/scans/SCAN/outline/clear", "/api/scans/SCAN/outline/save", "/api/scans/SCAN/prediction", "/api/scans/SCAN/prediction/what-if");
    private static final List<String> FIELDS = List.of(
            "upload", "title", "label", "plane", "slice", "tool", "points", "radiusMm", "seeds", "role", "ageYears", "sex", "centre", "more", "", "a\\u0000b",
            "columnFrom", "rowFrom", "columnTo", "rowTo");
    private static final List<String> VALUES = List.of(
            "null", "true", "-1", "0", "3", "2147483648", "-9223372036854775809", "1e308", "1e400", "0.1", "\"\"", "\"sagittal\"", "\"PEN\"", "\"POLYGON\"", "\"reader 1\"",
            "[]", "{}", "[[[]]]", "[1,2]", "[1,2,3]", "[null]", "[\"a\"]", "[1e308,-1e308,1e308,1e308]", "{\"a\":{}}", "\"F\"", "70", "NaN", "Infinity", "\"\\uD800\"", "[2.5,2.5,4.5,4.5]");
    private static final List<String> PATHS = List.of(
            "/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%c0%ae%c0%ae/etc/passwd", "/%252e%252e/etc", "/room.css%00.html", "//etc/passwd",
            "/api/scans/%00", "/api/scans/../room", "/api/scans/%2e%2e%2froom", "/api/scans//outline/sagittal/1", "/api/scans/SCAN/slices/sagittal/%zz", "/api/scans/SCAN/slices/sagittal/1e3",
            "/api/scans/SCAN/slices/sagittal/99999999999999999999", "/api/scans/SCAN/slices/sagittal/-0", "/api/scans/SCAN/slices/%F0%9F%A6%B4/1", "/api/cases/-1/open", "/api/cases/999999999/open",
            "/api/jobs/'%20OR%201=1", "/api/jobs/%0d%0aX:%20y", "/api/run/cases/0/crop.png", "/api/uploads/..%2f..%2f/files?name=a", "/api/%2e%2e/room.js", "http://evil.example/api/room",
            "/api/scans/SCAN/heat.png", "/.git/config", "/WEB-INF/web.xml", "*", "/api/room;jsessionid=1", "/\u00e9", "/api/scans/SCAN/outline/axial/\u0001", "/?token=" + "x".repeat(5000), "/api/pacs/series/0/open");
    private static final List<String> METHODS = List.of(
            "TRACE", "OPTIONS", "CONNECT", "PATCH", "PROPFIND", "get", "G\u00cbT", "HEAD", "DELETE", "PUT", "POST", "\u0000", "GETGETGET", "M".repeat(3000));
    private static final List<String> HOSTS = List.of(
            "evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:80", "", "[::1]", "user@HOST", "HOST, HOST", "HOST:80", "h".repeat(4000), "HOST\u0000", "HOST/");

    /// The next one of a seeded row.
    ///
    /// @param host of the room, with its port
    /// @param scan that is open
    static MalformedRequest next(SplittableRandom random, String host, String scan) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        String text = switch (kind) {
            case REQUEST_LINE -> pick(random, "GET", "GET /", "GET /api/room", "GET  /api/room  HTTP/1.1", "/api/room GET HTTP/1.1", "GET /api/room HTTP/9.9", "GET /api/room HTTP/1.1 more",
                    "\r\n\r\nGET / HTTP/1.1", "GET /" + "a".repeat(random.nextInt(200_000)) + " HTTP/1.1", "GET /\tHTTP/1.1", "", " ", "GET /%", "GET ? HTTP/1.1", "GET /a b c HTTP/1.1",
                    "GET http:// HTTP/1.1", "GET :// HTTP/1.1", "GET /[ HTTP/1.1", "GET /^|`{} HTTP/1.1") + "\r\nHost: " + host + "\r\n\r\n";
            case HEADER -> "GET /api/room HTTP/1.1\r\nHost: " + host + "\r\n" + header(random) + "\r\n\r\n";
            case CONTENT_LENGTH -> post(host, route(random, scan), "Content-Length: " + pick(random, "-1", "x", "1e3", "99999999999999999999", "9223372036854775807", "5000000000", "0x10", "1, 2", "", " ",
                    "10\r\nContent-Length: 20", "100", "1", "+5", "5\r\nTransfer-Encoding: chunked"), "{\"title\":1}");
            case CHUNKS -> post(host, route(random, scan), "Transfer-Encoding: " + pick(random, "chunked", "chunked", "chunked", "gzip, chunked", "identity", "chunked, chunked", "xchunked", ""), pick(random,
                    "zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n", "ffffffff\r\n{}", "7fffffffffffffff\r\n", "2\r\n{}", "2\r\n{}\r\n", "2\r\n{}\r\n0\r\n", "2;" + "e".repeat(random.nextInt(9000)) + "\r\n{}\r\n0\r\n\r\n",
                    "\r\n\r\n", "0", "1\n{\n1\n}\n0\n\n", "2\r\n{}\r\n0\r\n" + "T: x\r\n".repeat(random.nextInt(3000)) + "\r\n", "0002\r\n{}\r\n0\r\n\r\n", "2\r\n{}xx0\r\n\r\n", "a".repeat(random.nextInt(4000))));
            case JSON_TYPES -> json(host, route(random, scan), object(random));
            case JSON_DEPTH -> {
                int deep = 1 + random.nextInt(100_000);
                yield json(host, route(random, scan), random.nextBoolean() ? "[".repeat(deep) : "{\"points\":".repeat(deep) + "1" + "}".repeat(random.nextInt(deep)));
            }
            case JSON_NUMBERS -> json(host, "/api/scans/" + scan + "/outline/strokes", String.format(
                    Locale.ROOT, "{\"plane\":\"%s\",\"slice\":%s,\"tool\":\"%s\",\"points\":[%s,%s,%s,%s],\"radiusMm\":%s}", pick(random, "sagittal", "coronal", "axial"), number(random),
                    pick(random, "PEN", "ERASER", "POLYGON", "CUT"), number(random), number(random), number(random), number(random), number(random)));
            case JSON_TEXT -> json(host, route(random, scan), pick(random, "{\"title\":\"" + "x".repeat(random.nextInt(300_000)) + "\",\"upload\":\"a\"}", "{\"title\":\"\\uD800\",\"upload\":\"\\uDFFF\"}",
                    "\ufeff{}", "{\"a\":1,\"a\":2}", "{'a':1}", "{\"a\":1}{\"b\":2}", "{,}", "{\"a\"", "\"", "nul", "\u0000", "// c\n{}", "<xml/>", "{\"title\":\"\u0000\"}", "[1,2", "{\"\\u0000\":1}"));
            case PATH -> {
                String path = pick(random, PATHS).replace("SCAN", scan);
                yield pick(random, "GET", "GET", "GET", "POST", "PUT", "DELETE") + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
            }
            case METHOD -> pick(random, METHODS) + " " + pick(random, "/", "/api/room", "/api/scans/none", "/api/openapi.json", "/api/scans/" + scan + "/image.nii", "/api/jobs/x/events") + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
            case HOST -> "GET /api/room HTTP/1." + random.nextInt(2) + "\r\n" + pick(random, "Host: " + pick(random, HOSTS).replace("HOST", host) + "\r\n", "", "Host: " + host + "\r\nHost: evil.example\r\n") + "\r\n";
            case ORIGIN -> "POST /api/uploads HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\n" + pick(random, "Origin: null", "Origin: https://evil.example", "Origin: http://" + host + ".evil.example",
                    "Origin: http://" + host + "/\u0000", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: ", "Origin: http://" + host + "\r\nSec-Fetch-Site: cross-site", "Origin: file://") + "\r\n\r\n";
            case MULTIPART -> multipart(random, host);
            case QUERY -> "GET /api/scans/" + scan + "/slices/axial/1?" + pick(random, "low=%", "low=%zz", "low=1e9", "low=99999999999", "low=NaN&high=1", "low=5&high=5", "low=&high=", "=&=&==", "low=1&low=2&low=x",
                    "&".repeat(random.nextInt(20_000)), "low[]=1", "high=-999999999&low=999999999", "%00=%00", "low=\u00bd", "x=" + "y".repeat(random.nextInt(50_000))) + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
            case BYTES -> "";
        };
        if (kind == Kind.BYTES) {
            byte[] bytes = new byte[1 + random.nextInt(4000)];
            random.nextBytes(bytes);
            return new MalformedRequest(kind, bytes);
        }
        return new MalformedRequest(kind, mangled(random, text.getBytes(StandardCharsets.UTF_8)));
    }

    /// One in five loses its end, one in five has a byte changed.
    private static byte[] mangled(SplittableRandom random, byte[] bytes) {
        int dice = random.nextInt(5);
        if (dice == 0 && bytes.length > 1) {
            return Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1));
        }
        if (dice == 1 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static String header(SplittableRandom random) {
        return pick(random, "X: " + "y".repeat(random.nextInt(1 << 20)), "X: y\r\n".repeat(random.nextInt(5000)) + "Z: z", "no colon", ": no name", "X : space", " folded", "X: a\r\n folded", "X: \u0000",
                "X\u0000: y", "\u0001: y", "X: \r y", "Content-Type: ; ; ;", "Cookie: " + "a=b; ".repeat(random.nextInt(20_000)), "Authorization: Bearer", "Expect: 100-continue", "Expect: 200-ok", "Connection: upgrade\r\nUpgrade: h2c",
                "Connection: Upgrade\r\nUpgrade: websocket", "Range: bytes=0-", "If-Modified-Since: yesterday", "Host: again", "Accept-Encoding: \u00e9", "X".repeat(random.nextInt(70_000)) + ": y", "Content-Encoding: gzip", "Te: trailers");
    }

    private static String multipart(SplittableRandom random, String host) {
        String body = pick(random, "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x\"\r\n\r\nabc", "--b--", "", "--b\r\n", "--b\r\n\r\nx\r\n--b--\r\n");
        return "POST /api/scans HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: multipart/form-data; boundary=" + pick(random, "b", "", "\"b", "b".repeat(2000)) + "\r\nContent-Length: "
                + (body.length() + random.nextInt(3)) + "\r\n\r\n" + body;
    }

    private static String number(SplittableRandom random) {
        return random.nextBoolean() ? pick(random, "1", "2", "2.5", "3") : pick(random, "0", "1", "2.5", "-1", "1e308", "-1e308", "1e999999999", "99999999999999999999999999", "2147483647", "-2147483648", "0.1e-400", "null", "\"1\"", "NaN", "1e5", "4", "3",
                "9".repeat(1 + random.nextInt(2000)));
    }

    private static String object(SplittableRandom random) {
        List<String> members = new ArrayList<>();
        for (int n = random.nextInt(6); n >= 0; n--) {
            members.add("\"" + pick(random, FIELDS) + "\":" + pick(random, VALUES));
        }
        return random.nextInt(10) == 0 ? pick(random, VALUES) : "{" + String.join(",", members) + "}";
    }

    private static String route(SplittableRandom random, String scan) {
        return pick(random, JSON_ROUTES).replace("SCAN", random.nextInt(10) == 0 ? "0" : scan);
    }

    private static String json(String host, String route, String body) {
        return post(host, route, "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length, body);
    }

    private static String post(String host, String route, String length, String body) {
        return "POST " + route + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n" + body;
    }

    private static String pick(SplittableRandom random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private static String pick(SplittableRandom random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// As a failing test shows it.
    @Override
    public String toString() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        shown.write(bytes, 0, Math.min(bytes.length, 400));
        return kind + ", " + bytes.length + " bytes: " + shown.toString(StandardCharsets.ISO_8859_1).replaceAll("[^\\x20-\\x7e]", "·");
    }
}
