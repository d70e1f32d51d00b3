package org.trabecula.study.written;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.deep.crop.ContactSheet;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.crop.GreyPicture;
import org.trabecula.deep.gradcam.HeatPicture;
import org.trabecula.extraction.failure.CaseFileName;
import org.trabecula.extraction.network.Crops;
import org.trabecula.extraction.picture.CaseMontage;
import org.trabecula.extraction.picture.MontageSheet;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.picture.CasePictures;
import org.trabecula.study.result.StudyResult;

/// Pictures of cases in the run folder: `crops/` with the crop of every case and all of them on `contact-sheet.png`, the cases that the
/// report shows in three planes on `montage.png`, and their heat maps in `gradcam/`.
public final class PictureFiles {
    private static final String FOLDER = "crops";
    private static final String HEAT = "crops/gradcam";
    private static final String PNG = ".png";
    private static final String SHEET = "contact-sheet.png";

    private PictureFiles() {}

    /// Writes what there is, in place of the pictures that an earlier study left.
    public static void write(RunFolder run, StudyResult result, Optional<CasePictures> pictures) throws IOException {
        clear(run.at(FOLDER));
        clear(run.at(HEAT));
        if (result.crops().isPresent()) {
            crops(run.at(FOLDER), result.crops().get());
        }
        if (pictures.isPresent()) {
            Map<String, CaseMontage> montages = pictures.get().montages();
            GreyPicture.write(
                    run.at(FOLDER).resolve("montage.png"),
                    MontageSheet.of(List.copyOf(montages.keySet()), List.copyOf(montages.values())));
            if (pictures.get().heat().isPresent() && result.crops().isPresent()) {
                heat(run.at(HEAT), pictures.get(), pictures.get().heat().get(), result.crops().get());
            }
        }
    }

    private static void crops(Path folder, Crops crops) throws IOException {
        List<ContactSheet.Tile> tiles = new ArrayList<>();
        for (Map.Entry<String, Crop> crop : crops.all().entrySet()) {
            GreyPicture.write(folder.resolve(CaseFileName.of(crop.getKey()) + PNG), GreyPicture.of(crop.getValue()));
            tiles.add(ContactSheet.Tile.of(crop.getValue(), crop.getKey()));
        }
        GreyPicture.write(folder.resolve(SHEET), ContactSheet.of(List.of("crops, head up, front left"), tiles));
    }

    private static void heat(Path folder, CasePictures pictures, CasePictures.Heat heat, Crops crops) throws IOException {
        for (String caseId : pictures.montages().keySet()) {
            GreyPicture.write(folder.resolve(CaseFileName.of(caseId) + PNG), HeatPicture.of(crops.of(caseId), heat.of(caseId)));
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(PNG)).toList()) {
                Files.delete(file);
            }
        }
    }
}
