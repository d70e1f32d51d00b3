package org.trabecula.deep.torch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether this machine's processor says how large its caches are.
///
/// Some virtual machines show an AMD processor whose list of caches (CPUID leaf 0x8000001D) is empty. oneDNN then takes a first-level cache of
/// no bytes and divides by it: the process ends with SIGFPE at the first convolution or sum (seen with libtorch 2.10.0 on a guest of family
/// 26). Linux reads the same list, and shows no caches then. Elsewhere, and where `/sys` cannot be seen, nothing is known, and the caches are
/// taken for known: it is rare.
final class CpuCaches {
    private static final Path CPU = Path.of("/sys/devices/system/cpu/cpu0");
    private static final Path INFO = Path.of("/proc/cpuinfo");

    private CpuCaches() {}

    static boolean areHidden() {
        return areHidden(CPU, INFO);
    }

    /// @param cpu  the system's folder of the first processor
    /// @param info its text about all processors
    static boolean areHidden(Path cpu, Path info) {
        try {
            return Files.isDirectory(cpu)
                    && !Files.isDirectory(cpu.resolve("cache").resolve("index0"))
                    && isOfAmdWithList(Files.readString(info, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return false; // nothing is known
        }
    }

    /// Older ones, without `topoext`, say their caches elsewhere.
    private static boolean isOfAmdWithList(String info) {
        return info.contains("AuthenticAMD") && info.lines().anyMatch(line -> line.startsWith("flags") && (line + " ").contains(" topoext "));
    }
}
