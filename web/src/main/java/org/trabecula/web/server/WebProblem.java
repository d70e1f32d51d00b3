package org.trabecula.web.server;

import org.trabecula.core.ProblemCode;

/// What the reading room refuses, each with the HTTP status that it is told with.
public enum WebProblem implements ProblemCode {
    UNKNOWN_HOST("WEB-001", "the request was meant for another host", 421),
    FOREIGN_ORIGIN("WEB-002", "the request comes from another site's page", 403),
    NO_TOKEN("WEB-003", "the request does not carry the room's token", 401),
    NOTHING_HERE("WEB-004", "there is nothing at this address", 404),
    METHOD("WEB-005", "this address does not take such a request", 405),
    MALFORMED("WEB-006", "the request cannot be understood", 400),
    TOO_LARGE("WEB-007", "the request is larger than the room takes", 413),
    BUSY("WEB-008", "too much work is waiting", 503),
    FILE_NAME("WEB-009", "a file's name leads out of its folder", 400),
    NOT_YET("WEB-010", "something has to be done first", 409),
    CANNOT_LISTEN("WEB-011", "the address cannot be listened on", 500),
    NO_KEYS("WEB-012", "the keystore cannot be used", 500);

    private final String code;
    private final String what;
    private final int status;

    WebProblem(String code, String what, int status) {
        this.code = code;
        this.what = what;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String what() {
        return what;
    }

    /// As HTTP numbers it.
    public int status() {
        return status;
    }
}
