package org.trabecula.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.trabecula.cli.frame.StandardOutput;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;

/// Run once after a build (`-Dtrabecula.rehearsal=true`) so that the launcher can archive the classes that short commands load.
final class Rehearsal {
    private static final Size SIZE = new Size(16, 16, 16);

    private static final int CASES = 40;

    private Rehearsal() {}

    static void run() {
        PrintWriter nowhere = new PrintWriter(new StandardOutput(OutputStream.nullOutputStream()), false, StandardCharsets.UTF_8);
        Main.run(nowhere, nowhere, "--help");
        Main.run(nowhere, nowhere, "--version");
        Main.run(nowhere, nowhere, "no-such-verb");
        Main.run(nowhere, nowhere, "extract", "--help");
        Main.run(nowhere, nowhere, "features", "--list");
        Main.run(nowhere, nowhere, "extract", "no-such-image.nii", "no-such-mask.nii", "-o", "no-such-table.csv");
        try {
            extract(nowhere);
            statistics(nowhere);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
    /// One small case with many images and families, so that their classes are archived too.
    private static void extract(PrintWriter nowhere) throws IOException {
        Path folder = Files.createTempDirectory("trabecula-rehearsal");
        Path image = folder.resolve("image.nii.gz");
        Path mask = folder.resolve("mask.nii.gz");
        Path table = folder.resolve("table.csv");
        short[] values = new short[(int) SIZE.voxels()];
        short[] labels = new short[values.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = (short) (n * 37 % 501);
            labels[n] = (short) (n % 16 > 2 && n % 16 < 13 && n > 800 && n < 3300 ? 1 : 0);
        }
        Grid grid = Grid.axisAligned(SIZE, new Spacing(0.9, 0.9, 1));
        StandardFormats.ALL.write(Volume.ofShorts(grid, values), image);
        StandardFormats.ALL.write(Volume.ofShorts(grid, labels), mask);
        String maps = folder.resolve("maps").toString();
        Main.run(nowhere, nowhere, "extract", image.toString(), mask.toString(), "--preset", "paper1648", "-o", table.toString());
        Main.run(nowhere, nowhere, "extract", image.toString(), mask.toString(), "--voxel-wise", "-o", maps);
        remove(folder);
    }

    /// The verbs of tables, and a study that is asked for twice: the second time it only finds that it is finished.
    private static void statistics(PrintWriter nowhere) throws IOException {
        Path folder = Files.createTempDirectory("trabecula-rehearsal");
        String table = Files.writeString(folder.resolve("table.csv"), table()).toString();
        String settings = Files.writeString(folder.resolve("study.yaml"), "classifiers: [svm]\ncrossfit: 0\nlasso: {folds: 3}\ngrid_folds: 2\n").toString();
        String run = folder.resolve("run").toString();
        Main.run(nowhere, nowhere, "evaluate", table, "--outcome", "outcome", "--models", "p");
        Main.run(nowhere, nowhere, "evaluate", "--table1", table, "--by", "outcome", "--variables", "age,sex");
        Main.run(nowhere, nowhere, "select", table, "--outcome", "outcome", "--features", "f,g");
        Main.run(nowhere, nowhere, "nomogram", table, "--outcome", "outcome", "--terms", "age,f");
        Main.run(nowhere, nowhere, "study", table, "--config", settings, "-o", run);
        Main.run(nowhere, nowhere, "study", table, "--config", settings, "-o", run);
        Main.run(nowhere, nowhere, "predict", run, table);
        remove(folder);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String table() {
        StringBuilder table = new StringBuilder("case_id,outcome,age,sex,f,g,p\n");
        for (int row = 0; row < CASES; row++) {
            int outcome = row % 2;
            int drawn = row * 37 % 41;
            table.append("c").append(row).append(',').append(outcome).append(',').append(50 + drawn).append(',')
                    .append(row % 3 == 0 ? 'F' : 'M').append(',').append(drawn + 15 * outcome).append(',').append(row * 17 % 43).append(',')
                    .append((drawn + 20 * outcome) / 100.0).append('\n');
        }
        return table.toString();
    }
}
