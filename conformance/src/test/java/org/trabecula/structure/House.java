package org.trabecula.structure;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The compiled classes of all rooms, read once for all structure tests; tests and generated benchmarks are left out.
final class House {
    private static final Pattern ROOM = Pattern.compile("org\\.trabecula\\.([a-z]+)(\\..*)?");

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("jmh_generated"))
            .importPackages("org.trabecula");

    private House() {}

    static boolean isStatic(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.STATIC);
    }

    /// The module of a package: the name after `org.trabecula`; empty for packages of others.
    static String room(String packageName) {
        Matcher at = ROOM.matcher(packageName);
        return at.matches() ? at.group(1) : "";
    }
}
