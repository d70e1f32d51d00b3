package org.trabecula.study.written;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trabecula.deep.crop.GreyPicture;
import org.trabecula.extraction.picture.CaseMontage;
import org.trabecula.extraction.picture.MontageSheet;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.picture.CasePictures;

/// Pictures of cases in the run folder: `crops/montage.png`.
public final class PictureFiles {
    private static final String MONTAGE = "crops/montage.png";

    private PictureFiles() {}

    /// Writes what there is, and removes what an earlier study left.
    public static void write(RunFolder run, Optional<CasePictures> pictures) throws IOException {
        Path file = run.at(MONTAGE);
        if (pictures.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(file.getParent());
        List<CaseMontage> typical = List.copyOf(pictures.get().typical().values());
        GreyPicture.write(file, MontageSheet.of(List.copyOf(pictures.get().typical().keySet()), typical));
    }
}
