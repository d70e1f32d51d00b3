package org.trabecula.site;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names headings as GitHub does, so that a link leads to the same place here and there: lower case, blanks as hyphens, of other characters
/// letters, digits, hyphens and underscores alone; a name that was given already gets a number.
final class Slugs {
    private final Set<String> given = new HashSet<>();

    String of(String heading) {
        String plain = heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc}\\- ]", "")
                .replace(' ', '-');
        String slug = plain;
        for (int n = 1; !given.add(slug); n++) {
            slug = plain + "-" + n;
        }
        return slug;
    }
}
