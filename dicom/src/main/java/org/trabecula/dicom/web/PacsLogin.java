package org.trabecula.dicom.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// How a PACS is told who asks. Secrets come from files, because everybody on a computer can read command lines; none is ever printed.
public sealed interface PacsLogin {
    /// Nothing is told.
    record Nobody() implements PacsLogin {}

    /// HTTP Basic (RFC 7617), in UTF-8.
    record Password(String user, String password) implements PacsLogin {
        @Override
        public String toString() {
            return "Password[…]";
        }
    }

    /// HTTP Bearer (RFC 6750).
    record Token(String token) implements PacsLogin {
        @Override
        public String toString() {
            return "Token[…]";
        }
    }

    /// Reads a file of one line: `USER:PASSWORD`, or `Bearer TOKEN`.
    ///
    /// @throws InputException PAC-001 if it cannot be read or holds something else
    static PacsLogin read(Path file) {
        final int most = 16_384;
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(most), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new InputException(refused(file, "nothing that can be read"), e);
        }
        if (text.matches("Bearer [A-Za-z0-9._~+/-]+=*")) {
            return new Token(text.substring("Bearer ".length()));
        }
        int colon = text.indexOf(':');
        if (colon < 1 || text.startsWith("Bearer ") || text.chars().anyMatch(Character::isISOControl)) {
            throw new InputException(refused(file, "something else"));
        }
        return new Password(text.substring(0, colon), text.substring(colon + 1));
    }

    private static Problem refused(Path file, String found) {
        return new Problem(
                PacsProblem.ADDRESS, file.toString(), found, "one line, USER:PASSWORD or Bearer TOKEN", "write such a file that you alone can read");
    }

    /// The value of the header `Authorization`; empty where nothing is told.
    default Optional<String> authorization() {
        return switch (this) {
            case Nobody() -> Optional.empty();
            case Password(String user, String password) -> Optional.of(
                    "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
            case Token(String token) -> Optional.of("Bearer " + token);
        };
    }
}
