package org.example.features;

import java.io.IOException;
import java.nio.file.Path;
import org.trabecula.core.InputException;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.radiomics.FeatureRow;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.parameters.Preset;

/// Prints PyRadiomics' 107 features of one region: `IMAGE MASK LABEL`.
final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        try {
            ImageFile image = StandardFormats.ALL.open(Path.of(arguments[0]));
            Mask mask = StandardFormats.ALL.labels(Path.of(arguments[1])).mask(Integer.parseInt(arguments[2]));
            FeatureRow row = Radiomics.with(Preset.ORIGINAL.settings()).extract(image, mask);
            for (int n = 0; n < row.size(); n++) {
                System.out.println(row.names().get(n) + "," + row.value(n));
            }
        } catch (InputException refused) {
            refused.problems().forEach(problem -> System.err.println(problem.code().code() + " " + problem.where() + ": " + problem.found()));
            System.exit(1);
        }
    }
}
