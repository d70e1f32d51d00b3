package org.trabecula.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// One simple name means one thing in the whole house, so that a name in a talk, an import or a search leads to one file.
class OneNameOneThingTest {
    @Test
    void noTwoTypesShareASimpleName() {
        Map<String, List<String>> homes = new TreeMap<>();
        for (JavaClass type : House.CLASSES) {
            boolean topLevel = type.getEnclosingClass().isEmpty();
            if (topLevel && !type.getSimpleName().equals("package-info")) {
                homes.computeIfAbsent(type.getSimpleName(), _ -> new ArrayList<>()).add(type.getPackageName());
            }
        }
        homes.values().removeIf(packages -> packages.size() < 2);
        assertThat(homes).isEmpty();
    }
}
