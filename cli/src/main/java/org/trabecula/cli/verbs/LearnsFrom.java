package org.trabecula.cli.verbs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cohort.CohortProblem;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.core.Shown;
import org.trabecula.study.input.TableStudy;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.UnclaimedColumns;
import org.trabecula.table.Missing;
import org.trabecula.table.TextTable;
import picocli.CommandLine.Option;

/// What a table that holds both names images and numbers is studied for; a mixin.
final class LearnsFrom {
    @Option(names = "--features", description = "Study the table's columns of numbers, although it names images and masks too.")
    boolean features;

    @Option(names = "--images", description = "Measure the images that the table names, although it holds columns of numbers too.")
    boolean images;

    /// Whether images are to be measured: where the table names them, unless told otherwise.
    ///
    /// @throws InputException COH-004 where no image is there but columns of numbers are
    boolean images(TextTable table, Path folder, Progress progress) {
        if (features && images) {
            throw new UsageException("--features and --images contradict each other");
        }
        if (!TableStudy.isManifest(table)) {
            if (images) {
                throw new UsageException("--images needs a table with columns image and mask");
            }
            return false;
        }
        if (features) {
            progress.note("the table's columns of numbers are studied, the images that it names are not opened");
            return false;
        }
        List<String> numbers = UnclaimedColumns.namesOf(table);
        if (!images && !numbers.isEmpty()) {
            requireAnImage(table, folder, numbers);
            progress.note(UnclaimedColumns.listed(numbers) + ": not used, since the table names images (--features studies these columns instead)");
        }
        return true;
    }

    private static void requireAnImage(TextTable table, Path folder, List<String> numbers) {
        String column = ColumnRoles.of(table).column(ColumnRole.IMAGE).orElseThrow();
        List<String> named = table.column(column).stream().filter(cell -> !Missing.is(cell)).distinct().toList();
        if (named.stream().noneMatch(cell -> exists(folder, cell))) {
            throw new InputException(new Problem(
                    CohortProblem.MISSING_FILE, table.where(column),
                    "none of " + Shown.count(named.size(), "image") + " is there; the table is read as a manifest of images, and its "
                            + Shown.count(numbers.size(), "column") + " of numbers (" + UnclaimedColumns.listed(numbers) + ") are not used",
                    "images relative to the table's folder, or --features",
                    "add --features to study the columns of numbers, or --images to be told of each missing file"));
        }
    }

    private static boolean exists(Path folder, String cell) {
        try {
            return Files.exists(folder.resolve(cell));
        } catch (java.nio.file.InvalidPathException e) {
            return false;
        }
    }
}
