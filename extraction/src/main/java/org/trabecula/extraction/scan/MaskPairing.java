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
import org.trabecula.extraction.region.VertebraLabels;
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

    MaskPairing(ImageFormats formats, List<FoundImage> images) {
        this.formats = formats;
        this.images = List.copyOf(images);
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
    ///
    /// @param named whether it names the series of an image
    FoundMask byReference(Path path, java.util.function.Predicate<FoundImage> named) throws IOException {
        List<Fit> fits = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (FoundImage image : images) {
            try {
                LabelFile labels = formats.labels(path, Placement.STATED, image.file());
                if (liesOn(labels, image)) {
                    fits.add(new Fit(image, labels, named.test(image)));
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
        return left(path, images.isEmpty() ? "there is no image for it" : refused.stream().distinct().limit(MOST_NAMED).collect(Collectors.joining("; ")));
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
        return images.stream()
                .min(Comparator.comparingDouble(image -> unlike(labels, image)))
                .map(image -> "it lies on no image; beside " + image.title() + ": "
                        + GridComparison.of(image.file().grid(), labels.grid()).problem("").found())
                .orElse("there is no image for it");
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
