package org.trabecula.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ArchivableClassesTest {
    private static final int JAVA_6 = 50;

    @TempDir
    Path folder;

    @Test
    void everyClassIsNewEnoughAndPassesTheVerifier() throws Exception {
        Path jar = copyOfPicocli();
        List<String> names = names(jar);

        assertThat(ArchivableClasses.renew(jar)).isGreaterThan(100);

        assertThat(names(jar)).isEqualTo(names);
        try (JarFile file = new JarFile(jar.toFile());
                URLClassLoader alone = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            for (String name : names) {
                if (name.endsWith(".class") && name.startsWith("picocli/")) {
                    try (DataInputStream in = new DataInputStream(file.getInputStream(file.getEntry(name)))) {
                        in.skipNBytes(6);
                        assertThat(in.readUnsignedShort()).as(name).isGreaterThanOrEqualTo(JAVA_6);
                    }
                    Class.forName(name.substring(0, name.length() - 6).replace('/', '.'), true, alone); // verifies
                }
            }
        }
    }

    @Test
    void theClassesDoWhatTheyDid() throws Exception {
        Path jar = copyOfPicocli();
        ArchivableClasses.renew(jar);
        StringWriter before = new StringWriter();
        new CommandLine(CommandLine.Model.CommandSpec.create().name("v").addOption(CommandLine.Model.OptionSpec.builder("--x")
                .description("An x.").type(int.class).build())).usage(new PrintWriter(before));
        try (URLClassLoader alone = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> spec = Class.forName("picocli.CommandLine$Model$CommandSpec", true, alone);
            Class<?> option = Class.forName("picocli.CommandLine$Model$OptionSpec", true, alone);
            Object builder = option.getMethod("builder", String.class, String[].class).invoke(null, "--x", new String[0]);
            builder = inherited(builder, "description", String[].class).invoke(builder, (Object) new String[] {"An x."});
            builder = inherited(builder, "type", Class.class).invoke(builder, int.class);
            Object made = spec.getMethod("create").invoke(null);
            made = spec.getMethod("name", String.class).invoke(made, "v");
            made = spec.getMethod("addOption", option).invoke(made, builder.getClass().getMethod("build").invoke(builder));
            Class<?> line = Class.forName("picocli.CommandLine", true, alone);
            StringWriter after = new StringWriter();
            line.getMethod("usage", PrintWriter.class).invoke(line.getConstructor(Object.class).newInstance(made), new PrintWriter(after));

            assertThat(after.toString()).contains("--x").isEqualTo(before.toString());
        }
    }

    @Test
    void aJarOfNewClassesKeepsItsBytes() throws Exception {
        Path jar = copyOfPicocli();
        ArchivableClasses.renew(jar);
        byte[] renewed = Files.readAllBytes(jar);

        assertThat(ArchivableClasses.renew(jar)).isZero();
        assertThat(Files.readAllBytes(jar)).isEqualTo(renewed);
    }

    /// A public method whose class is not public.
    private static Method inherited(Object of, String name, Class<?> parameter) throws Exception {
        Method method = of.getClass().getMethod(name, parameter);
        method.setAccessible(true);
        return method;
    }

    private Path copyOfPicocli() throws Exception {
        return Files.copy(Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI()), folder.resolve("picocli.jar"));
    }

    private static List<String> names(Path jar) throws Exception {
        try (JarFile file = new JarFile(jar.toFile())) {
            List<String> names = new ArrayList<>();
            Collections.list(file.entries()).forEach(entry -> names.add(entry.getName()));
            return names;
        }
    }
}
