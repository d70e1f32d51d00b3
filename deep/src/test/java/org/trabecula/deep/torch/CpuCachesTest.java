package org.trabecula.deep.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A guest as it was seen, whose process ended at the first convolution, beside machines whose processors say what they have.
class CpuCachesTest {
    private static final String ZEN = "vendor_id\t: AuthenticAMD\ncpu family\t: 26\nflags\t\t: fpu vme topoext avx2\n";

    @TempDir
    Path folder;

    private boolean areHidden(String info, boolean hasFolder, boolean hasCaches) throws IOException {
        Path cpu = folder.resolve("cpu0");
        if (hasFolder) {
            Files.createDirectories(cpu);
        }
        if (hasCaches) {
            Files.createDirectories(cpu.resolve("cache/index0"));
        }
        return CpuCaches.areHidden(cpu, Files.writeString(folder.resolve("cpuinfo"), info));
    }

    @Test
    void anEmptyListOfCachesIsSeen() throws IOException {
        assertThat(areHidden(ZEN, true, false)).isTrue();
    }

    @Test
    void cachesThatAreShownAreNot() throws IOException {
        assertThat(areHidden(ZEN, true, true)).isFalse();
    }

    @Test
    void otherProcessorsSayTheirCachesElsewhere() throws IOException {
        assertThat(areHidden(ZEN.replace("AuthenticAMD", "GenuineIntel"), true, false)).isFalse();
        assertThat(areHidden(ZEN.replace(" topoext", ""), true, false)).isFalse();
    }

    /// A sandbox without `/sys`: a guest may hide its caches, a machine of its own does not.
    @Test
    void withoutTheSystemsFolderAGuestIsNotTrusted() throws IOException {
        assertThat(areHidden(ZEN, false, false)).isFalse();
        assertThat(areHidden(ZEN.replace("topoext", "topoext hypervisor"), false, false)).isTrue();
        assertThat(areHidden(ZEN.replace("fpu", "hypervisor").replace(" topoext", ""), false, false)).isFalse();
    }

    @Test
    void nothingIsClaimedWhereNothingIsShown() {
        assertThat(CpuCaches.areHidden(folder, folder.resolve("missing"))).isFalse();
    }
}
