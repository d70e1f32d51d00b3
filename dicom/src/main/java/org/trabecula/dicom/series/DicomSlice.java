package org.trabecula.dicom.series;

import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.Tag;

/// One image of a series: a file, or a frame of a multi-frame file, with what places it.
///
/// @param file    that holds it
/// @param frame   in that file, from 0
/// @param general the attributes of the frame, those of the file below them
/// @param plane   where it lies
record DicomSlice(DicomFile file, int frame, FrameAttributes general, ImagePlane plane) {
    /// @throws InputException as [ImagePlane#of]
    static DicomSlice of(DicomFile file, int frame) {
        FrameAttributes attributes = FrameAttributes.of(file.data(), frame);
        return new DicomSlice(
                file,
                frame,
                attributes,
                ImagePlane.of(
                        attributes.of(Tag.PLANE_POSITION_SEQUENCE),
                        attributes.of(Tag.PLANE_ORIENTATION_SEQUENCE),
                        attributes.of(Tag.PIXEL_MEASURES_SEQUENCE)));
    }

    /// As messages name it: the file's last name, and the frame where there are several.
    String name() {
        String whole = file.source().name();
        String name = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
        return isFrame() ? name + " frame " + (frame + 1) : name;
    }

    boolean isFrame() {
        return file.data().whole(Tag.NUMBER_OF_FRAMES).orElse(1) > 1;
    }

    /// The phase or run that it was taken in, as text; empty if the file does not say.
    Optional<String> acquisition() {
        DataSet content = general.of(Tag.FRAME_CONTENT_SEQUENCE);
        return content.has(Tag.FRAME_ACQUISITION_NUMBER)
                ? content.number(Tag.FRAME_ACQUISITION_NUMBER).stream().mapToObj(n -> Long.toString((long) n)).findFirst()
                : file.data().text(Tag.ACQUISITION_NUMBER);
    }

    /// @param required whether a missing rescale is refused
    /// @throws InputException as [Rescale#of]
    Rescale rescale(boolean required) {
        return Rescale.of(general.of(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE), required);
    }
}
