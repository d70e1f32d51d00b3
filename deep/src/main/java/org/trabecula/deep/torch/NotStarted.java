package org.trabecula.deep.torch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trabecula.core.InputException;
import org.trabecula.deep.DeepProblem;

/// Why libtorch did not start, told so that it can be mended.
final class NotStarted {
    /// The dynamic linker's words where a library was built for a newer C or C++ library.
    private static final Pattern OLD_SYSTEM = Pattern.compile("version `(GLIBC(?:XX)?_[0-9.]+)' not found");

    private NotStarted() {}

    /// @return NET-011 where this edition has no libtorch, else NET-003
    static InputException refusal(LinkageError cause) {
        InputException refusal = missing(cause)
                .map(NotStarted::onOldSystem)
                .orElseGet(() -> NativeFiles.ofThisProgram().hold("jnitorch") ? notLoaded(cause) : withoutNetwork());
        refusal.initCause(cause);
        return refusal;
    }

    static InputException withoutNetwork() {
        return DeepProblem.NO_NETWORK.refuse(
                machine(),
                "no libtorch, neither on the class path nor in a folder of java.library.path",
                "the full edition, for images in a study, demo, finetune, embed and gradcam",
                "take the full edition; extract, all verbs of tables and a study of a ready table need no network");
    }

    private static InputException onOldSystem(String version) {
        return DeepProblem.NO_LIBTORCH.refuse(
                machine(),
                "the C library of this system is older than " + version,
                "glibc 2.35 or later: Debian 12, Ubuntu 22.04 or newer; RHEL, Rocky and Alma 9 have 2.34",
                "use the network on a newer system or in the container; extract, tables and a study of a ready table run here");
    }

    private static InputException notLoaded(LinkageError cause) {
        return DeepProblem.NO_LIBTORCH.refuse(
                machine(),
                Libtorch.firstLine(String.valueOf(cause.getMessage())),
                "Linux x86-64 (glibc), macOS on ARM or x86-64, or Windows x86-64, and 500 MB of space in " + Libtorch.cacheFolder(),
                "check the platform and the space; TRABECULA_CACHE names another folder for the unpacked libraries");
    }

    /// The version that the system lacks, from whichever library it was that could not be loaded.
    static Optional<String> missing(Throwable failure) {
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable at = open.pop();
            Matcher said = OLD_SYSTEM.matcher(String.valueOf(at.getMessage()));
            if (said.find()) {
                return Optional.of(said.group(1));
            }
            Optional.ofNullable(at.getCause()).ifPresent(open::push);
            open.addAll(List.of(at.getSuppressed()));
        }
        return Optional.empty();
    }

    private static String machine() {
        return System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    }
}
