package org.trabecula.cli.verbs;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.dicom.web.Pacs;
import org.trabecula.dicom.web.PacsLimits;
import org.trabecula.dicom.web.PacsLogin;
import picocli.CommandLine.Option;

/// The PACS beside the reading room; a mixin.
final class PacsFlags {
    @Option(names = "--pacs", paramLabel = "URL", description = "List, open and store in a PACS: where its DICOMweb begins, https://HOST/PATH.")
    @Nullable String address;

    @Option(
            names = "--pacs-credentials", paramLabel = "FILE",
            description = "File with one line for the PACS: USER:PASSWORD, or Bearer TOKEN.")
    @Nullable Path credentials;

    Optional<Pacs> pacs() {
        if (address == null) {
            if (credentials != null) {
                throw new UsageException("--pacs-credentials belongs to --pacs URL");
            }
            return Optional.empty();
        }
        PacsLogin login = credentials == null ? new PacsLogin.Nobody() : PacsLogin.read(credentials);
        try {
            return Optional.of(Pacs.at(new URI(address), login, PacsLimits.USUAL));
        } catch (URISyntaxException e) {
            throw new UsageException("--pacs takes an address such as https://pacs.hospital.example/dicom-web"); // what was given may hold a secret
        }
    }
}
