package org.trabecula.extraction.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.Stage;
import org.trabecula.extraction.check.RegionFacts.Contact;
import org.trabecula.extraction.check.RegionFacts.Cut;
import org.trabecula.extraction.check.RegionFacts.Grey;
import org.trabecula.extraction.check.RegionFacts.OddSlices;
import org.trabecula.image.Acquisition;
import org.trabecula.image.PointMm;
import org.trabecula.image.Spacing;

/// Facts of several regions as a text file: for each a line that says how many lines follow, one with modality, kernel, slice thickness
/// and the print of the grey values between tabs, and a line for each group of numbers, as [Double#toString] writes them.
enum RegionFactsForm implements Stage.Form<List<Optional<RegionFacts>>> {
    FORM;

    private static final int GROUPS = 7;
    private static final int WORDS = 4;

    @Override
    public String ending() {
        return ".txt";
    }

    @Override
    public void write(List<Optional<RegionFacts>> regions, Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Optional<RegionFacts> region : regions) {
            List<String> lines = region.map(RegionFactsForm::lines).orElse(List.of());
            text.append(lines.size()).append('\n');
            lines.forEach(line -> text.append(line).append('\n'));
        }
        AtomicFile.writeText(file, text.toString());
    }

    private static List<String> lines(RegionFacts facts) {
        Cut cut = facts.cut();
        Grey grey = facts.grey();
        OddSlices slices = facts.slices();
        List<String> lines = new ArrayList<>(List.of(
                taken(facts.taken()) + "\t" + facts.greyPrint(),
                line(facts.spacing().iMm(), facts.spacing().jMm(), facts.spacing().kMm(), facts.sliceMm()),
                line(facts.centre().x(), facts.centre().y(), facts.centre().z()),
                line(facts.voxels(), facts.volumeMm3(), facts.depthMm(), facts.heightMm()),
                line(cut.head(), cut.foot(), cut.left(), cut.right(), cut.front(), cut.back()),
                line(grey.meanHu(), grey.highestHu(), grey.air(), grey.metal(), grey.metalBeside()),
                line(slices.looked(), slices.empty(), slices.repeated()),
                line(facts.pieces().stream().mapToDouble(Integer::doubleValue).toArray())));
        facts.contacts().forEach(contact -> lines.add(line(contact.shared(), contact.faceMm2())));
        return lines;
    }

    /// Kernels are free text: what would part lines or cells is a blank.
    private static String taken(Acquisition taken) {
        OptionalDouble thick = taken.sliceThicknessMm();
        return String.join(
                "\t", taken.modality().replaceAll("\\p{Cntrl}", " "), taken.kernel().replaceAll("\\p{Cntrl}", " "),
                thick.isPresent() ? Double.toString(thick.getAsDouble()) : "");
    }

    private static Acquisition taken(String[] cells) {
        return new Acquisition(
                cells[0], cells[1], cells[2].isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cells[2])));
    }

    private static String line(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    @Override
    public List<Optional<RegionFacts>> read(Path file) throws IOException {
        List<Optional<RegionFacts>> regions = new ArrayList<>();
        try {
            Iterator<String> lines = Files.readAllLines(file).iterator();
            while (lines.hasNext()) {
                List<double[]> groups = new ArrayList<>();
                int following = Integer.parseInt(lines.next());
                if (following == 0) {
                    regions.add(Optional.empty());
                    continue;
                }
                String[] words = lines.next().split("\t", -1);
                for (int left = following - 1; left > 0; left--) {
                    groups.add(numbers(lines.next()));
                }
                regions.add(Optional.of(facts(taken(words), words[WORDS - 1], groups)));
            }
            return regions;
        } catch (NoSuchElementException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException(file + " holds no facts of regions", e);
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    private static RegionFacts facts(Acquisition taken, String greyPrint, List<double[]> groups) {
        double[] space = groups.get(0);
        double[] centre = groups.get(1);
        double[] size = groups.get(2);
        double[] cut = groups.get(3);
        double[] grey = groups.get(4);
        double[] slices = groups.get(5);
        return new RegionFacts(
                taken, new Spacing(space[0], space[1], space[2]), space[3], new PointMm(centre[0], centre[1], centre[2]),
                (int) size[0], size[1], size[2], size[3],
                new Cut((int) cut[0], (int) cut[1], (int) cut[2], (int) cut[3], (int) cut[4], (int) cut[5]),
                new Grey(grey[0], grey[1], (int) grey[2], (int) grey[3], (int) grey[4]),
                greyPrint,
                new OddSlices((int) slices[0], (int) slices[1], (int) slices[2]),
                Arrays.stream(groups.get(GROUPS - 1)).mapToObj(piece -> (int) piece).toList(),
                groups.subList(GROUPS, groups.size()).stream().map(line -> new Contact((int) line[0], line[1])).toList());
    }
}
