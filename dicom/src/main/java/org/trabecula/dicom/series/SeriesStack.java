package org.trabecula.dicom.series;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.core.Problem;
import org.trabecula.dicom.dataset.Tag;

/// Images of one series that are parallel and of one acquisition: what may be one volume.
///
/// @param first    a file of it, for its attributes
/// @param slices   in no order
/// @param problems of images that belong here and could not be placed
/// @param role     what it is in its series
/// @param notes    what was decided on the way, one sentence each
record SeriesStack(DicomMember first, List<DicomSlice> slices, List<Problem> problems, Role role, List<String> notes) {
    enum Role {
        VOLUME,
        /// A scout view.
        LOCALIZER,
        /// One or two images that look another way than the rest of their series.
        ASIDE
    }

    SeriesStack {
        slices = List.copyOf(slices);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    int images() {
        return slices.size() + problems.size();
    }

    boolean holds(String name) {
        return slices.stream().anyMatch(slice -> slice.file().source().name().equals(name))
                || problems.stream().anyMatch(problem -> problem.where().equals(name));
    }

    /// As messages name it, such as `series 3 "bone 1.5": CT, 11 axial images`.
    String title() {
        StringBuilder text = new StringBuilder("series ");
        text.append(first.data().text(Tag.SERIES_NUMBER).orElse("without number"));
        first.data().text(Tag.SERIES_DESCRIPTION).ifPresent(words -> text.append(" \"").append(words).append('"'));
        text.append(": ").append(first.modality().isEmpty() ? "no modality" : first.modality());
        text.append(String.format(Locale.ROOT, ", %d %s%s", images(), plane(), images() == 1 ? "image" : "images"));
        if (role == Role.LOCALIZER) {
            text.append(" (localizer)");
        }
        acquisition().ifPresent(number -> text.append(", acquisition ").append(number));
        return text.toString();
    }

    /// As lists show it: with a file of it, such as `…, such as bone/IM000001`.
    String titleWithin(String place) {
        return title() + ", such as " + first.nameWithin(place);
    }

    private String plane() {
        return slices.isEmpty() ? "" : slices.get(0).plane().name() + " ";
    }

    /// The acquisition that all slices name; absent if they name several or none.
    private Optional<String> acquisition() {
        Optional<String> number = slices.isEmpty() ? Optional.empty() : slices.get(0).acquisition();
        return slices.stream().allMatch(slice -> slice.acquisition().equals(number)) ? number : Optional.empty();
    }
}
