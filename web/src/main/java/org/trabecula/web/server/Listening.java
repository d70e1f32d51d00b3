package org.trabecula.web.server;

import java.net.InetAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// Where the room is heard, and by whom.
///
/// @param address of this computer; loopback unless the user named another
/// @param port    0 takes a free one
/// @param token   that every request must carry; empty on loopback, where the system keeps others out
/// @param tls     the keys of the room's own certificate
/// @param proxy   name of the reverse proxy that does TLS in front of the room
public record Listening(InetAddress address, int port, Optional<String> token, Optional<SSLContext> tls, Optional<String> proxy) {
    private static final int SHORTEST_TOKEN = 16;

    public Listening {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port lies between 0 and 65535, got " + port);
        }
        if (!address.isLoopbackAddress() && token.isEmpty()) {
            throw new IllegalArgumentException("who listens beyond loopback demands a token");
        }
        if (!address.isLoopbackAddress() && tls.isEmpty() && proxy.isEmpty()) {
            throw new IllegalArgumentException("who listens beyond loopback has a certificate, or a proxy that has one");
        }
        if (token.filter(secret -> secret.length() < SHORTEST_TOKEN || !secret.matches("[A-Za-z0-9._~-]+")).isPresent()) {
            throw new IllegalArgumentException("a token has at least " + SHORTEST_TOKEN + " letters, digits or . _ ~ -");
        }
    }

    /// On this computer alone.
    public static Listening loopback(int port) {
        return new Listening(InetAddress.getLoopbackAddress(), port, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Whether browsers reach it over TLS.
    boolean isSecure() {
        return tls.isPresent() || proxy.isPresent();
    }
}
