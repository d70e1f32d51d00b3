package org.trabecula.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trabecula.core.ProblemCode;
import org.trabecula.testkit.Reference;

/// Codes are unique, well formed, and `docs/errors.md` lists them all and no others.
class ErrorCodesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]{3}-\\d{3})` \\| (.*?) \\|");

    @Test
    void everyCodeIsUniqueAndListed() throws IOException, ReflectiveOperationException {
        Map<String, String> inCode = new TreeMap<>();
        Map<String, String> owner = new HashMap<>();
        for (ProblemCode problem : codes()) {
            assertThat(problem.code()).matches("[A-Z]{3}-\\d{3}");
            assertThat(problem.what()).as(problem.code()).doesNotEndWith(".").doesNotContain("invalid", "please", "sorry");
            String earlier = owner.put(problem.code(), problem.getClass().getName());
            assertThat(earlier).as(problem.code() + " is used twice").isNull();
            inCode.put(problem.code(), problem.what());
        }
        Map<String, String> inDocs = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Reference.root().resolve("docs/errors.md")));
        while (row.find()) {
            inDocs.put(row.group(1), row.group(2));
        }
        // RUN-… are the launcher's own, told before any Java runs
        inDocs.keySet().removeIf(code -> code.startsWith("RUN-"));
        assertThat(inDocs).isEqualTo(inCode);
    }

    private static List<ProblemCode> codes() throws ReflectiveOperationException {
        List<ProblemCode> all = new ArrayList<>();
        for (JavaClass type : House.CLASSES) {
            if (type.isEnum() && type.isAssignableTo(ProblemCode.class)) {
                for (Object constant : Class.forName(type.getName()).getEnumConstants()) {
                    all.add((ProblemCode) constant);
                }
            }
        }
        assertThat(all).hasSizeGreaterThan(20);
        return all;
    }
}
