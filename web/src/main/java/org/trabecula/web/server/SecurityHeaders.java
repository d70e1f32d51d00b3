package org.trabecula.web.server;

import com.sun.net.httpserver.Headers;

/// What every answer tells the browser not to do.
final class SecurityHeaders {
    /// Nothing but the room's own files. No script or style stands in the page itself. NiiVue makes pictures of its letters and colours
    /// from data: and blob: addresses, fetches the letters from data: too, and unpacks gzip in a worker that it makes from a blob.
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
            + "connect-src 'self' data:; worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// Of a report: a page that carries its own scripts and styles, which [#POLICY] forbids. The sandbox gives it an origin of its own that is
    /// nobody's, so that its scripts cannot ask the room for anything, and whatever else it would fetch is forbidden too. It may open links,
    /// and save the figures that it draws: those are `data:` and `blob:` of its own.
    static final String APART = "sandbox allow-scripts allow-popups allow-downloads; default-src 'none'; script-src 'unsafe-inline'; "
            + "style-src 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    /// Afterwards, for a page that is kept apart. Browsers show no sandboxed page that also demands an opener of its own origin, which the
    /// sandbox denies it anyway.
    static void putApart(Headers headers) {
        headers.set("Content-Security-Policy", APART);
        headers.remove("Cross-Origin-Opener-Policy");
    }

    static void put(Headers headers, boolean secure) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
