package org.trabecula.dicom.web;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The DICOM JSON model (PS3.18 annex F), as far as answers are read: data sets are objects of elements by eight hexadecimal digits.
///
/// @param refusal of what is no such thing
record DicomJson(PacsRefusal refusal) {
    /// The data sets of an answer to a search.
    List<JsonNode> dataSets(byte[] json) {
        JsonNode all = tree(json);
        if (!all.isArray()) {
            throw refusal.notUnderstood("JSON that is no list", "a list of data sets (PS3.18 F.2)");
        }
        List<JsonNode> sets = new ArrayList<>();
        for (JsonNode one : all) {
            sets.add(object(one));
        }
        return sets;
    }

    /// The one data set of an answer.
    JsonNode dataSet(byte[] json) {
        return object(tree(json));
    }

    private JsonNode tree(byte[] json) {
        try {
            return JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(json);
        } catch (JacksonException e) {
            throw refusal.notUnderstood("no JSON: " + e.getOriginalMessage(), "a data set in JSON (PS3.18 annex F)");
        }
    }

    private JsonNode object(JsonNode node) {
        if (!node.isObject()) {
            throw refusal.notUnderstood("a data set that is no object", "an object of elements (PS3.18 F.2)");
        }
        return node;
    }

    /// The first value of an element, of numbers too, without the blanks around it; empty if there is none.
    String text(JsonNode dataSet, String tag) {
        JsonNode value = values(dataSet, tag).path(0);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString() && !value.isNumber()) {
            throw refusal.notUnderstood("a value of " + tag + " that is neither text nor number", "a text or a number");
        }
        return value.asString().strip();
    }

    /// The items of a sequence; none if it is absent or empty.
    List<JsonNode> items(JsonNode dataSet, String tag) {
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode one : values(dataSet, tag)) {
            items.add(object(one));
        }
        return items;
    }

    private JsonNode values(JsonNode dataSet, String tag) {
        JsonNode values = dataSet.path(tag).path("Value");
        if (!values.isMissingNode() && !values.isArray()) {
            throw refusal.notUnderstood("values of " + tag + " that are no list", "a list (PS3.18 F.2.2)");
        }
        return values;
    }
}
