package org.trabecula.dicom.web;

import java.net.URI;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// Where DICOMweb begins, such as `https://pacs.hospital.example/dicom-web`.
///
/// @param root without a slash at its end
record PacsAddress(String root) {
    private static final String LOOPBACK = "localhost|127(\\.\\d{1,3}){3}|\\[::1\\]";

    /// @param login is not sent over plain http but to this computer
    /// @throws InputException PAC-001 for an address that is not http(s)://HOST[:PORT]/PATH, or would give the credentials away
    static PacsAddress of(URI address, PacsLogin login) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        if (!secure && !"http".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
            throw refused("an address without a host, or not of http", "give where DICOMweb begins");
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) { // may hold secrets: not shown
            throw refused("more than a path behind the host, or a user before it", "write user and password, or a token, into the file of the credentials");
        }
        if (!secure && !(login instanceof PacsLogin.Nobody) && !address.getHost().matches(LOOPBACK)) {
            throw refused("credentials for plain http", "give the https address of the PACS");
        }
        return new PacsAddress(address.toString().replaceFirst("/+$", ""));
    }

    private static InputException refused(String found, String fix) {
        return new InputException(
                new Problem(PacsProblem.ADDRESS, "the address of the PACS", found, "https://HOST[:PORT]/PATH; plain http to this computer or without credentials", fix));
    }

    URI resource(String path) {
        return URI.create(root + path);
    }
}
