package org.trabecula.evaluation.document;

import tools.jackson.databind.json.JsonMapper;

/// A document as one line of JSON.
public final class JsonText {
    private JsonText() {}

    public static String of(Object document) {
        return JsonMapper.shared().writeValueAsString(document);
    }
}
