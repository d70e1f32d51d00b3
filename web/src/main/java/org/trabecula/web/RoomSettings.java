package org.trabecula.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.trabecula.dicom.web.Pacs;
import org.trabecula.image.ImageFormats;
import org.trabecula.web.room.UploadLimits;
import org.trabecula.web.run.StudyFolder;
import org.trabecula.web.server.Listening;

/// How the room is opened.
///
/// @param model    a `model.trabecula`; empty: nothing is predicted
/// @param run      the finished study that the model is of; empty: none is browsed
/// @param worklist a manifest; empty: scans are dropped on the page
/// @param pacs     beside the room, which closes it; empty without one
/// @param work     folder for what the room keeps
/// @param keep     how long uploads and scans stay after their last use
/// @param formats  of images that are read
public record RoomSettings(
        Listening listening, Optional<Path> model, Optional<StudyFolder> run, Optional<Path> worklist, Optional<Pacs> pacs, Path work,
        UploadLimits limits, Duration keep, ImageFormats formats) {
    public RoomSettings {
        if (run.isPresent() && model.isEmpty()) {
            throw new IllegalArgumentException("the study " + run.get().folder() + " without its model, which names its classes");
        }
    }
}
