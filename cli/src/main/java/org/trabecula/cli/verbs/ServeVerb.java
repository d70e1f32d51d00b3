package org.trabecula.cli.verbs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.Browser;
import org.trabecula.cli.frame.CliProblem;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.study.folder.RecordedRun;
import org.trabecula.web.ReadingRoom;
import org.trabecula.web.RoomSettings;
import org.trabecula.web.room.UploadLimits;
import org.trabecula.web.run.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `serve`.
@Command(
        name = "serve",
        addMethodSubcommands = false,
        header = "Open the reading room: scans, outlines and predictions in a browser.",
        description = {
            "",
            "Serves a page on this computer alone and prints its address first. Drop a CT on it, or pick from a",
            "manifest's rows; outline a vertebra or drop its mask; with a model it predicts, with reasons and",
            "warnings. A study's run folder can be browsed, too: its cases, their scores, what was called wrong. Not a",
            "medical device. Ctrl-C ends it; every step that was drawn is kept.",
            ""
        },
        footer = {
            "",
            "Example:  trabecula serve run --open",
            "          trabecula serve cohort/cases.csv --model run/model.trabecula --port 8080",
            "",
            "Exit codes: 2 wrong usage, 3 input refused, 130 ended by Ctrl-C."
        })
public final class ServeVerb extends Verb {
    private static final int DEFAULT_KEEP_DAYS = 7;

    @Parameters(
            index = "0", arity = "0..1", paramLabel = "MODEL|RUN|CASES", description = "model.trabecula, a study's run folder, or a manifest (.csv).")
    @Nullable Path opened;

    @Option(names = "--model", paramLabel = "MODEL", description = "Model for the cases of a manifest: run folder or model.trabecula.")
    @Nullable Path model;

    @Option(names = "--port", paramLabel = "N", description = "Port; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    int port;

    @Option(names = "--open", description = "Open the page in the browser.")
    boolean open;

    @Option(
            names = "--work", paramLabel = "DIR",
            description = "Folder for uploads, open scans and predictions. Default: .trabecula/reading-room in the home folder.")
    @Nullable Path work;

    @Option(
            names = "--keep-days", paramLabel = "N",
            description = "Remove uploads and scans so many days after their last use. Default: ${DEFAULT-VALUE}.")
    int keepDays = DEFAULT_KEEP_DAYS;

    @Mixin
    ListenFlags listen = new ListenFlags();

    @Mixin
    PacsFlags pacs = new PacsFlags();

    @Mixin
    Json json = new Json();

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > 65_535) {
            throw new UsageException("--port takes 0 to 65535, got " + port);
        }
        if (keepDays < 1) {
            throw new UsageException("--keep-days takes at least 1, got " + keepDays);
        }
        boolean list = opened != null && isManifest(opened);
        if (opened != null && !list && model != null) {
            throw new UsageException("--model is for a manifest; " + opened + " is a model itself");
        }
        RoomSettings settings = new RoomSettings(
                listen.listening(port), Optional.ofNullable(list || opened == null ? model : opened).map(ServeVerb::bundle),
                opened == null || list ? Optional.empty() : study(opened), list ? Optional.ofNullable(opened) : Optional.empty(), pacs.pacs(),
                work == null ? homeWork() : work, UploadLimits.USUAL, Duration.ofDays(keepDays), ReadFormats.ALL);
        try (ReadingRoom room = ReadingRoom.open(settings, this::tell)) {
            say(room.address());
            if (open && !Browser.open(room.address())) {
                err().println("no browser could be opened; open " + room.address() + " yourself");
            }
            Thread.sleep(Duration.ofDays(Integer.MAX_VALUE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.INTERRUPTED;
    }

    private static boolean isManifest(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv)(\\.gz)?");
    }

    private static Path bundle(Path given) {
        if (!Files.exists(given)) {
            throw new InputException(new Problem(
                    CliProblem.FILE, given.toString(), "nothing there", "the run folder of a study, a model.trabecula, or a manifest",
                    "check the path; relative paths start at the current folder"));
        }
        return Files.isDirectory(given) ? given.resolve("model.trabecula") : given;
    }

    /// A folder that holds a model alone is no study.
    private static Optional<StudyFolder> study(Path given) throws IOException {
        return Files.isRegularFile(given.resolve(RecordedRun.FILE))
                ? Optional.of(new StudyFolder(given, RecordedStudy.tableOf(given)))
                : Optional.empty();
    }

    private static Path homeWork() {
        return Path.of(System.getProperty("user.home"), ".trabecula", "reading-room");
    }

    private void say(URI address) {
        out().println(json.asked() ? JsonMapper.shared().writeValueAsString(Map.of("url", address.toString())) : address.toString());
        out().flush();
    }

    /// A bug costs one answer, not the room.
    private synchronized void tell(Throwable bug) {
        err().println("bug in Trabecula: " + bug);
        List.of(bug.getStackTrace()).forEach(frame -> err().println("    at " + frame));
        err().flush();
    }
}
