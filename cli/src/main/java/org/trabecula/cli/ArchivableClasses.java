package org.trabecula.cli;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.trabecula.core.AtomicFile;

/// Brings the classes of a library up to the version of this Java, so that the virtual machine can archive them.
///
/// Classes older than Java 6 have no stack maps: the archive leaves them out, and each start reads them from their jar and verifies them the
/// slow way. picocli's are of Java 5, and take a third of the time of a short command. What they do stays as it is.
final class ArchivableClasses {
    private ArchivableClasses() {}

    /// @param args the jars, each written in place
    public static void main(String[] args) throws IOException {
        for (String jar : args) {
            renew(Path.of(jar));
        }
    }

    /// Rewrites a jar; one whose classes are new enough keeps its bytes.
    ///
    /// @return how many classes were old
    static int renew(Path jar) throws IOException {
        int[] old = {0};
        try (URLClassLoader within = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            ClassFile classes = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(within)));
            Path renewed = Files.createTempFile("classes", ".jar");
            try {
                try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
                        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(renewed))) {
                    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                        byte[] content = in.readAllBytes();
                        if (entry.getName().endsWith(".class")) {
                            ClassModel model = classes.parse(content);
                            if (model.majorVersion() < ClassFile.JAVA_6_VERSION) {
                                content = renewed(classes, model);
                                old[0]++;
                            }
                        }
                        ZipEntry written = new ZipEntry(entry.getName());
                        written.setTime(entry.getTime());
                        out.putNextEntry(written);
                        out.write(content);
                        out.closeEntry();
                    }
                }
                if (old[0] > 0) {
                    AtomicFile.write(jar, out -> {
                        try (InputStream in = Files.newInputStream(renewed)) {
                            in.transferTo(out);
                        }
                    });
                }
            } finally {
                Files.deleteIfExists(renewed);
            }
        }
        return old[0];
    }

    private static byte[] renewed(ClassFile classes, ClassModel model) {
        return classes.transformClass(model, ClassTransform.dropping(ClassFileVersion.class::isInstance)
                .andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)) // else bodies are copied, without stack maps
                .andThen(ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.latestMajorVersion(), 0))));
    }
}
