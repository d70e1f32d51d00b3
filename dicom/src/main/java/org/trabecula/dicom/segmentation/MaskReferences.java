package org.trabecula.dicom.segmentation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.series.SeriesIdentity;
import org.trabecula.dicom.series.SeriesImage;
import org.trabecula.image.ImageFile;

/// What a mask says of the image that it was drawn on.
///
/// | frame of reference | series or images | |
/// |---|---|---|
/// | the image's | the image's | taken |
/// | the image's | others, or none | taken, and said: coordinates mean the same places |
/// | another one | the image's | taken, and said: one of the two was rewritten |
/// | another one | others, or none | refused |
/// | not given | the image's | taken |
/// | not given | others | refused |
/// | not given | none | taken by coordinates alone, and said |
///
/// @param where             names the file in messages
/// @param framesOfReference UIDs of the coordinates
/// @param series            UIDs of series
/// @param images            UIDs of single images
record MaskReferences(String where, Set<String> framesOfReference, Set<String> series, Set<String> images) {
    private static final int SHOWN = 12;

    MaskReferences {
        // not copyOf: its table slows to a walk on UIDs that differ in their last digits
        framesOfReference = Collections.unmodifiableSet(new LinkedHashSet<>(framesOfReference));
        series = Collections.unmodifiableSet(new LinkedHashSet<>(series));
        images = Collections.unmodifiableSet(new LinkedHashSet<>(images));
    }

    private enum Fit {
        SAME,
        OTHER,
        NOT_GIVEN
    }

    /// Who an image is, where it says so.
    static Optional<SeriesIdentity> identity(Optional<ImageFile> image) {
        return image.filter(SeriesImage.class::isInstance).map(SeriesImage.class::cast).map(SeriesImage::identity);
    }

    /// What is to be said of the mask beside `image`.
    ///
    /// @throws InputException DCM-014 if it says that it was drawn on another one
    List<String> check(ImageFile image) {
        Optional<SeriesIdentity> identity = identity(Optional.of(image));
        if (identity.isEmpty()) {
            return List.of("the image does not say its frame of reference or series: only coordinates tell that the mask belongs to it");
        }
        Fit frame = frameOfReference(identity.get());
        Fit drawnOn = drawnOn(identity.get());
        List<String> notes = new ArrayList<>();
        switch (frame) {
            case SAME -> {
                if (drawnOn == Fit.OTHER) {
                    notes.add("drawn on another series (" + shortened(series) + ") in the same frame of reference: placed by its coordinates");
                } else if (drawnOn == Fit.NOT_GIVEN) {
                    notes.add("names no series; its frame of reference is the image's: placed by its coordinates");
                }
            }
            case OTHER -> {
                if (drawnOn != Fit.SAME) {
                    throw refusal(image, identity.get(), drawnOn);
                }
                notes.add("the frame of reference (" + shortened(framesOfReference) + ") is not the image's ("
                        + shortened(identity.get().frameOfReference().stream().toList())
                        + "), although it names the image's series: placed by its coordinates; look whether they fit");
            }
            case NOT_GIVEN -> {
                if (drawnOn == Fit.OTHER) {
                    throw refusal(image, identity.get(), drawnOn);
                }
                if (drawnOn == Fit.NOT_GIVEN) {
                    notes.add("mask and image share no reference to a series or frame of reference: placed by its coordinates alone");
                }
            }
        }
        long absent = identity.get().slices().isEmpty()
                ? 0
                : images.stream().filter(uid -> !identity.get().slices().containsKey(uid)).count();
        if (drawnOn == Fit.SAME && absent > 0) {
            notes.add("names " + absent + (absent == 1 ? " image that is" : " images that are") + " not in the series beside it");
        }
        return notes;
    }

    /// Whether the mask names the series of `image`, or one of its images.
    boolean names(ImageFile image) {
        return identity(Optional.of(image)).map(series -> drawnOn(series) == Fit.SAME).orElse(false);
    }

    private Fit frameOfReference(SeriesIdentity image) {
        if (framesOfReference.isEmpty() || image.frameOfReference().isEmpty()) {
            return Fit.NOT_GIVEN;
        }
        return framesOfReference.contains(image.frameOfReference().get()) ? Fit.SAME : Fit.OTHER;
    }

    private Fit drawnOn(SeriesIdentity image) {
        boolean sameSeries = image.series().map(series::contains).orElse(false);
        boolean sameImages = images.stream().anyMatch(image.slices()::containsKey);
        if (sameSeries || sameImages) {
            return Fit.SAME;
        }
        boolean otherSeries = !series.isEmpty() && image.series().isPresent();
        boolean otherImages = !images.isEmpty() && !image.slices().isEmpty();
        return otherSeries || otherImages ? Fit.OTHER : Fit.NOT_GIVEN;
    }

    private InputException refusal(ImageFile image, SeriesIdentity identity, Fit drawnOn) {
        String frames = framesOfReference.isEmpty()
                ? "no frame of reference"
                : "frame of reference " + shortened(framesOfReference);
        String drawn = drawnOn == Fit.OTHER ? "series " + shortened(series) : "no series";
        return new InputException(new Problem(
                DicomProblem.OTHER_IMAGE,
                where + " beside " + image.path(),
                frames + ", " + drawn + " in the mask; frame of reference " + shortened(identity.frameOfReference().stream().toList())
                        + ", series " + shortened(identity.series().stream().toList()) + " in the image",
                "a mask in the image's frame of reference, or one that names its series",
                "name the series that this mask was drawn on, or the mask of this series"));
    }

    /// The ends of UIDs tell them apart and are enough to find them.
    private static String shortened(Iterable<String> uids) {
        List<String> ends = new ArrayList<>();
        uids.forEach(uid -> ends.add(uid.length() > SHOWN ? "…" + uid.substring(uid.length() - SHOWN) : uid));
        ends.sort(null);
        return ends.isEmpty() ? "not given" : ends.size() > 2 ? ends.get(0) + " and " + (ends.size() - 1) + " others" : String.join(" and ", ends);
    }
}
