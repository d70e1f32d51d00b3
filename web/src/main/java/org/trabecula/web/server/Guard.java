package org.trabecula.web.server;

import com.sun.net.httpserver.Headers;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// Who may ask: requests that are meant for this room, from the room's own page, with the token where there is one.
///
/// A page of another site can make a browser send requests to loopback. The host's name gives away one that had its own name point here
/// (DNS rebinding), `Origin` and `Sec-Fetch-Site` one that sends from where it is.
final class Guard {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String SITE = "Sec-Fetch-Site";

    private final Set<String> hosts;
    private final String scheme;
    private final Optional<String> token;
    private final String cookie;

    /// @param port that is really listened on
    Guard(Listening at, int port) {
        this.hosts = hosts(at, port);
        this.scheme = at.isSecure() ? "https" : "http";
        this.token = at.token();
        this.cookie = "trabecula-" + port;
    }

    private static Set<String> hosts(Listening at, int port) {
        Set<String> hosts = new LinkedHashSet<>();
        if (at.proxy().isPresent()) {
            hosts.add(at.proxy().get().toLowerCase(Locale.ROOT));
            return hosts;
        }
        hosts.add(name(at.address()) + ":" + port);
        if (at.address().isLoopbackAddress()) {
            hosts.add("localhost:" + port);
        } else {
            hosts.add(at.address().getCanonicalHostName().toLowerCase(Locale.ROOT) + ":" + port);
        }
        if (port == (at.isSecure() ? 443 : 80)) { // browsers leave the usual port out
            List.copyOf(hosts).forEach(host -> hosts.add(host.substring(0, host.lastIndexOf(':'))));
        }
        return hosts;
    }

    static String name(InetAddress address) {
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    /// The address under which people find the room.
    String origin() {
        return scheme + "://" + hosts.iterator().next();
    }

    /// @param api whether what is asked for is data, not the page itself
    /// @throws InputException WEB-001, WEB-002, WEB-003
    void require(String method, Headers headers, boolean api) {
        List<String> host = headers.getOrDefault("Host", List.of());
        if (host.size() != 1 || !hosts.contains(host.getFirst().toLowerCase(Locale.ROOT))) {
            throw refused(WebProblem.UNKNOWN_HOST, "Host: " + String.join(", ", host), "one of " + hosts, "open " + origin());
        }
        Optional<String> origin = Optional.ofNullable(headers.getFirst("Origin"));
        boolean own = origin.map(from -> hosts.stream().anyMatch(known -> from.equalsIgnoreCase(scheme + "://" + known))).orElse(true);
        Optional<String> site = Optional.ofNullable(headers.getFirst(SITE));
        boolean sameSite = site.map(from -> from.equals("same-origin") || from.equals("none")).orElse(true);
        boolean bound = api || !READING.contains(method);
        if (bound && !(own && sameSite)) {
            throw refused(
                    WebProblem.FOREIGN_ORIGIN, "Origin: " + origin.orElse("-") + ", " + SITE + ": " + site.orElse("-"),
                    "the room's own page at " + origin(), "open " + origin() + " and work there");
        }
        if (token.isPresent() && !carriesToken(headers)) {
            throw refused(
                    WebProblem.NO_TOKEN, "no token, or another one", "the token that was shown when the room was opened",
                    "open the whole address that the room printed first");
        }
    }

    /// Whether `secret` opens the room.
    boolean isToken(String secret) {
        return token.isPresent() && MessageDigest.isEqual(
                token.get().getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8)); // takes as long for each wrong one
    }

    /// What a browser keeps of the token: sent to this room alone, and hidden from scripts.
    String keptToken() {
        return cookie + "=" + token.orElseThrow() + "; Path=/; HttpOnly; SameSite=Strict" + (scheme.equals("https") ? "; Secure" : "");
    }

    private boolean carriesToken(Headers headers) {
        String bearer = headers.getFirst("Authorization");
        if (bearer != null && bearer.startsWith("Bearer ") && isToken(bearer.substring("Bearer ".length()))) {
            return true;
        }
        for (String line : headers.getOrDefault("Cookie", List.of())) {
            for (String pair : line.split(";", -1)) {
                String[] parts = pair.strip().split("=", 2);
                if (parts.length == 2 && parts[0].equals(cookie) && isToken(parts[1])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static InputException refused(WebProblem code, String found, String expected, String fix) {
        return new InputException(new Problem(code, "the request", found, expected, fix));
    }
}
