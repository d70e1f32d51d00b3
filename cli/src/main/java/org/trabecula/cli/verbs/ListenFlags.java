package org.trabecula.cli.verbs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.CliProblem;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.web.server.KeyFile;
import org.trabecula.web.server.Listening;
import org.trabecula.web.server.RandomId;
import picocli.CommandLine.Option;

/// Who may reach the reading room: this computer alone, or others with a token over TLS; a mixin. Secrets come from files, because
/// everybody on a computer can read command lines.
final class ListenFlags {
    @Option(
            names = "--listen", paramLabel = "ADDRESS",
            description = "Listen on another address of this computer than loopback. Demands a token, and --keystore or --behind-proxy.")
    @Nullable String listen;

    @Option(
            names = "--token-file", paramLabel = "FILE",
            description = "Token that every request carries, at least 16 letters, digits or . _ ~ - (default with --listen: a new one, in the address).")
    @Nullable Path tokenFile;

    @Option(names = "--keystore", paramLabel = "FILE", description = "PKCS12 file with the room's key and certificate, for TLS.")
    @Nullable Path keystore;

    @Option(names = "--keystore-password-file", paramLabel = "FILE", description = "File with the keystore's password.")
    @Nullable Path passwordFile;

    @Option(
            names = "--behind-proxy", paramLabel = "NAME",
            description = "Host name (with its port, if that is not 443) of a reverse proxy that does TLS in front of the room.")
    @Nullable String proxy;

    Listening listening(int port) throws IOException {
        if (listen != null && keystore == null && proxy == null) {
            throw new UsageException("--listen demands --keystore FILE, or --behind-proxy NAME");
        }
        if ((keystore == null) != (passwordFile == null)) {
            throw new UsageException("--keystore and --keystore-password-file belong together");
        }
        if (keystore != null && proxy != null) {
            throw new UsageException("--keystore or --behind-proxy, not both: one of them does TLS");
        }
        Optional<String> token = tokenFile != null ? Optional.of(secret(tokenFile)) : listen != null ? Optional.of(RandomId.next()) : Optional.empty();
        Optional<SSLContext> tls = keystore != null && passwordFile != null
                ? Optional.of(KeyFile.read(keystore, secret(passwordFile).toCharArray()))
                : Optional.empty();
        try {
            return new Listening(address(), port, token, tls, Optional.ofNullable(proxy));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private InetAddress address() {
        if (listen == null) {
            return InetAddress.getLoopbackAddress();
        }
        try {
            return InetAddress.getByName(listen);
        } catch (UnknownHostException e) {
            throw new UsageException("--listen takes an address of this computer, got '" + listen + "'");
        }
    }

    private static String secret(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new InputException(new Problem(
                    CliProblem.FILE, file.toString(), "nothing that can be read", "a file with one line", "check the path and its permissions"));
        }
        return Files.readString(file).strip();
    }
}
