package org.trabecula.dicom.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The value of a header `Content-Type`, read by the grammar of RFC 9110 8.3.1 and nothing more lenient.
///
/// @param name       such as `multipart/related`, in lower case
/// @param parameters by their names in lower case
record MediaType(String name, Map<String, String> parameters) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern NAME = Pattern.compile(TOKEN + "/" + TOKEN);
    private static final Pattern PARAMETER =
            Pattern.compile("[ \\t]*;[ \\t]*(?<key>" + TOKEN + ")=(?:(?<plain>" + TOKEN + ")|\"(?<quoted>[^\"\\\\\\p{Cntrl}]*)\")");

    MediaType {
        parameters = Map.copyOf(parameters);
    }

    /// Empty for what is none, and where a parameter is there twice.
    static Optional<MediaType> parse(String text) {
        Matcher name = NAME.matcher(text);
        if (!name.lookingAt()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        int at = name.end();
        while (at < text.length()) {
            if (!parameter.region(at, text.length()).lookingAt()) {
                return Optional.empty();
            }
            String value = parameter.group("plain") != null ? parameter.group("plain") : parameter.group("quoted");
            if (parameters.put(parameter.group("key").toLowerCase(Locale.ROOT), value) != null) {
                return Optional.empty();
            }
            at = parameter.end();
        }
        return Optional.of(new MediaType(name.group().toLowerCase(Locale.ROOT), parameters));
    }

    /// Empty if there is none.
    Optional<String> parameter(String key) {
        return Optional.ofNullable(parameters.get(key));
    }
}
