package org.trabecula.web.api;

import java.util.Map;
import org.trabecula.web.server.Asked;

/// A request at its route.
///
/// @param names what stood for the `{names}` of the path, decoded
record Call(Asked asked, Map<String, String> names) {
    Call {
        names = Map.copyOf(names);
    }

    /// @param name of the route's path
    String name(String name) {
        String found = names.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return found;
    }

    /// A whole number of the path or the query.
    static int whole(String what, String text) {
        if (!text.matches("-?\\d{1,9}")) {
            throw Asked.malformed(what, "'" + text + "'", "a whole number");
        }
        return Integer.parseInt(text);
    }
}
