import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trabecula.cli.Trabecula;
import org.trabecula.cli.frame.Output;
import org.trabecula.cli.frame.Words;
import org.trabecula.cli.verbs.Verbs;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/// Writes what shells and manuals know of the command line, from the command line itself: all verbs with their flags, which picocli's own
/// programs do not see, as verbs are added when the program runs.
///
/// Run from source: `java -cp 'lib/app/*:picocli-codegen.jar' Pages.java FOLDER` writes `trabecula.bash` and a page in AsciiDoc a verb.
final class Pages {
    private Pages() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        CommandLine line = new CommandLine(new Trabecula());
        Verbs.addAllTo(line);
        Output.describeIn(line);
        Words.registerIn(line);
        Files.writeString(folder.resolve("trabecula.bash"), AutoComplete.bash("trabecula", line));
        File pages = folder.toFile();
        int failed = ManPageGenerator.generateManPage(pages, null, new boolean[0], true, line.getCommandSpec());
        if (failed != 0) {
            throw new IOException("picocli could not write the manual: " + failed);
        }
    }
}
