package org.trabecula.deep.torch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether this machine's processor says how large its caches are.
///
/// Some virtual machines show an AMD processor whose list of caches (CPUID leaf 0x8000001D) is empty. oneDNN then takes a first-level cache of
/// no bytes and divides by it: the process ends with SIGFPE at the first convolution or sum (seen with libtorch 2.10.0 on a guest of family
/// 26). Linux reads the same list, and shows no caches then. Where `/sys` cannot be seen, as in a sandbox, such a processor of a virtual machine is
/// taken for one that hides them: slow is better than dead. On other systems nothing is known, and the caches are taken for known: it is rare.
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
            if (Files.isDirectory(cpu.resolve("cache").resolve("index0"))) {
                return false;
            }
            String text = Files.readString(info, StandardCharsets.ISO_8859_1);
            return text.contains("AuthenticAMD") && has(text, "topoext") && (Files.isDirectory(cpu) || has(text, "hypervisor"));
        } catch (IOException e) {
            return false; // nothing is known
        }
    }

    /// Processors without `topoext` say their caches elsewhere.
    private static boolean has(String info, String flag) {
        return info.lines().anyMatch(line -> line.startsWith("flags") && (line + " ").contains(" " + flag + " "));
    }
}
