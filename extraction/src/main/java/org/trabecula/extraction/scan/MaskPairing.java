package org.trabecula.extraction.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.segmentation.DicomMasks;
import org.trabecula.dicom.series.DicomMember;
import org.trabecula.dicom.series.FoundSeries;
import org.trabecula.extraction.region.VertebraLabels;
import org.trabecula.image.Grid;
import org.trabecula.image.GridComparison;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Placement;

/// Which image a mask belongs to: what it says itself, then where its voxels lie, then where its file lies. Never the order of names.
///
/// A mask is paired only where a study would measure it voxel by voxel: on the image's lattice. One that would have to be resampled may be of
/// another reconstruction, and a person has to say that it is meant.
final class MaskPairing {
    private static final int MOST_NAMED = 4;

    private final ImageFormats formats;
    private final List<FoundImage> images;
    private final List<FoundSeries> series;

    /// @param series of DICOM, images or not
    MaskPairing(ImageFormats formats, List<FoundImage> images, List<FoundSeries> series) {
        this.formats = formats;
        this.images = List.copyOf(images);
        this.series = List.copyOf(series);
    }

    /// An image that takes a mask.
    ///
    /// @param labels of the mask on this image
    /// @param named  whether the mask itself names the image
    private record Fit(FoundImage image, LabelFile labels, boolean named) {}

    /// A label map that says nothing of its image.
    FoundMask byPlace(Path path) throws IOException {
        LabelFile labels;
        try {
            labels = formats.labels(path);
        } catch (InputException e) {
            return left(path, told(e));
        }
        List<Fit> fits = new ArrayList<>();
        for (FoundImage image : images) {
            if (liesOn(labels, image)) {
                fits.add(new Fit(image, labels, false));
            }
        }
        return fits.isEmpty() ? left(path, nowhere(labels)) : chosen(path, fits);
    }

    /// A DICOM segmentation or structure set.
    FoundMask byReference(DicomMember mask) throws IOException {
        Path path = Path.of(mask.name());
        List<Fit> fits = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (FoundImage image : images) {
            try {
                LabelFile labels = formats.labels(path, Placement.STATED, image.file());
                if (liesOn(labels, image)) {
                    fits.add(new Fit(image, labels, DicomMasks.names(mask, image.file())));
                } else {
                    refused.add(GridComparison.of(image.file().grid(), labels.grid()).problem("").found());
                }
            } catch (InputException e) {
                refused.add(told(e));
            }
        }
        if (!fits.isEmpty()) {
            return chosen(path, fits);
        }
        List<String> strangers = strangers(mask);
        if (!strangers.isEmpty()) {
            return left(path, String.join("; ", strangers));
        }
        return left(path, images.isEmpty() ? "there is no image for it" : refused.stream().distinct().limit(MOST_NAMED).collect(Collectors.joining("; ")));
    }

    private List<String> strangers(DicomMember mask) {
        try {
            return DicomMasks.strangers(mask, series);
        } catch (InputException e) {
            return List.of(told(e));
        }
    }

    private static boolean liesOn(LabelFile labels, FoundImage image) throws IOException {
        GridComparison comparison = GridComparison.of(image.file().grid(), labels.grid());
        if (comparison.sameSpace()) {
            return true;
        }
        try {
            for (Label label : labels.labels()) {
                GridComparison.place(labels.mask(label), image.file().grid(), "");
            }
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    private FoundMask chosen(Path path, List<Fit> fits) {
        List<Fit> named = fits.stream().filter(Fit::named).toList();
        List<Fit> left = named.isEmpty() ? fits : named;
        String why = named.isEmpty() ? "its voxels lie on the image's" : "it names the image's series";
        if (left.size() > 1) {
            int nearest = left.stream().mapToInt(fit -> together(path, fit.image().path())).max().orElseThrow();
            left = left.stream().filter(fit -> together(path, fit.image().path()) == nearest).toList();
            why += ", and the two lie together";
        }
        if (left.size() > 1) {
            return left(path, "it fits " + left.size() + " images equally: " + left.stream()
                    .limit(MOST_NAMED)
                    .map(fit -> fit.image().title())
                    .collect(Collectors.joining("; ")));
        }
        Fit fit = left.getFirst();
        return new FoundMask(path, Optional.of(fit.image()), why, regions(path, fit.labels()));
    }

    /// How many folders two files share from the top.
    private static int together(Path a, Path b) {
        Path first = a.toAbsolutePath().normalize();
        Path second = b.toAbsolutePath().normalize();
        int shared = 0;
        while (shared < Math.min(first.getNameCount(), second.getNameCount()) && first.getName(shared).equals(second.getName(shared))) {
            shared++;
        }
        return shared;
    }

    /// The image that comes nearest, and what is other there.
    private String nowhere(LabelFile labels) {
        Optional<FoundSeries> intended = series.stream()
                .filter(one -> one.image().isEmpty())
                .filter(one -> one.intended().filter(grid -> GridComparison.of(grid, labels.grid()).sameSpace()).isPresent())
                .findFirst();
        if (intended.isPresent()) {
            return "it has the grid that " + intended.get().title() + " would have with no slice missing (" + labels.grid().size()
                    + " voxels): fetch the missing slices, or export image and mask together";
        }
        Optional<String> lattice = images.stream()
                .filter(image -> sameInPlane(labels.grid(), image.file().grid()))
                .findFirst()
                .map(image -> "it has the pixels of " + image.title() + ", and other slices: ");
        if (lattice.isEmpty()) {
            return nearest(labels);
        }
        return lattice.get() + labels.grid().size() + " voxels of " + labels.grid().spacing();
    }

    private static boolean sameInPlane(Grid one, Grid other) {
        return one.size().i() == other.size().i() && one.size().j() == other.size().j()
                && Math.abs(one.spacing().iMm() / other.spacing().iMm() - 1) < GridComparison.SAME_WITHIN
                && Math.abs(one.spacing().jMm() / other.spacing().jMm() - 1) < GridComparison.SAME_WITHIN;
    }

    private String nearest(LabelFile labels) {
        return images.stream()
                .min(Comparator.comparingDouble(image -> unlike(labels, image)))
                .map(image -> "it lies on no image; beside " + image.title() + ": "
                        + GridComparison.of(image.file().grid(), labels.grid()).problem("").found())
                .orElse("there is no image for it: " + labels.grid().size() + " voxels of " + labels.grid().spacing()
                        + series.stream().flatMap(one -> one.intended().stream().map(grid -> "; " + one.title() + " has voxels of " + grid.spacing()))
                                .limit(MOST_NAMED).collect(Collectors.joining()));
    }

    private static double unlike(LabelFile labels, FoundImage image) {
        double unlike = 0;
        for (int axis = 0; axis < 3; axis++) {
            unlike += Math.abs(Math.log(labels.grid().spacing().along(axis) / image.file().grid().spacing().along(axis)));
        }
        return unlike + (labels.grid().size().equals(image.file().grid().size()) ? 0 : 1e-3);
    }

    private static List<FoundMask.Region> regions(Path path, LabelFile labels) {
        return VertebraLabels.of(labels, path).stream()
                .map(one -> new FoundMask.Region(one.asked(), one.level(), one.label().voxelCount()))
                .toList();
    }

    private static FoundMask left(Path path, String why) {
        return new FoundMask(path, Optional.empty(), why, List.of());
    }

    static String told(InputException refused) {
        Problem first = refused.problems().getFirst();
        return first.code().code() + " " + first.code().what() + ": " + first.found();
    }
}
