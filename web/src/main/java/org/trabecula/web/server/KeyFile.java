package org.trabecula.web.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// The room's private key and certificate.
public final class KeyFile {
    private KeyFile() {}

    /// TLS with the keys of a PKCS12 file.
    ///
    /// @throws InputException WEB-012 if it is none, the password does not open it, or it holds no private key
    public static SSLContext read(Path file, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            boolean any = false;
            for (String alias : Collections.list(store.aliases())) {
                any |= store.isKeyEntry(alias);
            }
            if (!any) {
                throw refused(file, "no private key");
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            InputException refusal = refused(file, String.valueOf(e.getMessage()));
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static InputException refused(Path file, String found) {
        return new InputException(new Problem(
                WebProblem.NO_KEYS, file.toString(), found, "a PKCS12 file with a private key and its certificate, and its password",
                "make one with keytool -genkeypair, or export it from where the certificate is kept"));
    }
}
