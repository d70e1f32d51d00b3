package org.trabecula.dicom.series;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.DicomSource;
import org.trabecula.dicom.dataset.Tag;

/// One DICOM file of a folder, with its headers read.
///
/// @param source where it lies
/// @param opened sound, or damaged with what came before the damage
public record DicomMember(DicomSource source, DicomFile.Opened opened) {
    /// What has pixels and is still no image of the patient that voxels are measured on.
    private static final Set<String> NO_IMAGES =
            Set.of("RTDOSE", "RTIMAGE", "RTSTRUCT", "RTPLAN", "RTRECORD", "SEG", "PR", "SR", "KO", "REG", "DOC", "ECG", "AU", "SMR");
    private static final Set<String> CT_CLASSES = Set.of(
            "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.2.1", "1.2.840.10008.5.1.4.1.1.2.2");
    private static final String DOSE_CLASS = "1.2.840.10008.5.1.4.1.1.481.2";
    private static final String SEG_CLASS = "1.2.840.10008.5.1.4.1.1.66.4";
    private static final String LABEL_MAP_CLASS = "1.2.840.10008.5.1.4.1.1.66.7";
    private static final String STRUCTURE_SET_CLASS = "1.2.840.10008.5.1.4.1.1.481.3";

    public String name() {
        return source.name();
    }

    String shortName() {
        return name().substring(Math.max(name().lastIndexOf('/'), name().lastIndexOf('\\')) + 1);
    }

    /// Its name without the folder that was searched: names repeat from folder to folder.
    public String nameWithin(String place) {
        return name().startsWith(place + "/") ? name().substring(place.length() + 1) : shortName();
    }

    /// The folder part of its name.
    String folder() {
        return name().substring(0, name().length() - shortName().length());
    }

    public DataSet data() {
        return opened.partly();
    }

    public Optional<Problem> problem() {
        return opened.problem();
    }

    String modality() {
        return data().text(Tag.MODALITY).map(text -> text.toUpperCase(Locale.ROOT)).orElse(isCtClass() ? "CT" : "");
    }

    /// Whether stored values have to come with a rescale to Hounsfield units.
    boolean isCt() {
        return modality().equals("CT");
    }

    private boolean isCtClass() {
        return sopClass().map(CT_CLASSES::contains).orElse(false);
    }

    private Optional<String> sopClass() {
        Optional<String> own = data().uid(Tag.SOP_CLASS_UID);
        return own.isPresent() ? own : opened.file().flatMap(file -> file.meta().uid(Tag.MEDIA_STORAGE_SOP_CLASS_UID));
    }

    /// Whether it has pixels and is of a kind that voxels are measured on.
    boolean isImage() {
        String kind = sopClass().orElse("");
        return opened.file().map(file -> file.pixels().isPresent()).orElse(false)
                && !NO_IMAGES.contains(modality())
                && !kind.equals(DOSE_CLASS) && !kind.equals(SEG_CLASS) && !kind.equals(LABEL_MAP_CLASS);
    }

    /// Whether it is a segmentation: regions as frames of pixels. The class tells, and the modality where there is none.
    public boolean isSegmentation() {
        return sopClass().map(kind -> kind.equals(SEG_CLASS) || kind.equals(LABEL_MAP_CLASS)).orElse(modality().equals("SEG"));
    }

    /// Whether it is a segmentation whose pixels are numbers of segments.
    public boolean isLabelMap() {
        return sopClass().map(LABEL_MAP_CLASS::equals).orElse(false);
    }

    /// Whether it is a structure set: regions as contours.
    public boolean isStructureSet() {
        return sopClass().map(STRUCTURE_SET_CLASS::equals).orElse(modality().equals("RTSTRUCT"));
    }

    public boolean isMask() {
        return isSegmentation() || isStructureSet();
    }

    boolean isDirectory() {
        return opened.file().map(DicomFile::isDirectory).orElse(false);
    }

    boolean isLocalizer() {
        return data().texts(Tag.IMAGE_TYPE).stream().anyMatch(type -> type.equalsIgnoreCase("LOCALIZER"));
    }

    Optional<String> seriesUid() {
        return data().uid(Tag.SERIES_INSTANCE_UID);
    }

    /// @throws InputException if it is damaged
    public DicomFile file() {
        return opened.orRefuse();
    }
}
