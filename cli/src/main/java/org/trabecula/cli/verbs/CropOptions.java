package org.trabecula.cli.verbs;

import org.trabecula.cli.frame.UsageException;
import org.trabecula.deep.crop.CropSettings;
import picocli.CommandLine.Option;

/// How crops are made, for every verb that makes them. The defaults are step 10 of the protocol.
final class CropOptions {
    @Option(names = "--size", paramLabel = "PIXELS", description = "Rows and columns of a crop. Default: ${DEFAULT-VALUE}.")
    int sizePixels = 64;

    @Option(
            names = "--window",
            arity = "2",
            paramLabel = "HU",
            description = "Lower and upper limit of the HU window. Default: -250 1250.")
    double[] windowHu = {-250, 1250};

    @Option(
            names = "--margin",
            paramLabel = "MM",
            description = "Added on each side of the region, in mm. Default: ${DEFAULT-VALUE}.")
    double marginMm = 2;

    @Option(
            names = "--box",
            paramLabel = "stretched|square",
            description = "stretched: the region's box is stretched to the square crop, proportions are lost; square: the box"
                    + " is a square of the longer side. Default: ${DEFAULT-VALUE}.")
    String box = "stretched";

    @Option(names = "--blank-outside", description = "Pixels outside the mask take the window's lower limit.")
    boolean blankOutside;

    @Option(
            names = "--neighbours",
            paramLabel = "MM",
            description = "Three channels: also the slices so many mm to the right and to the left. Default: one slice.")
    double neighbourMm;

    CropSettings settings() {
        return new CropSettings(
                sizePixels, windowHu[0], windowHu[1], marginMm, shape(), blankOutside, neighbourMm);
    }

    private CropSettings.Shape shape() {
        return switch (box) {
            case "stretched" -> CropSettings.Shape.STRETCHED;
            case "square" -> CropSettings.Shape.SQUARE;
            default -> throw new UsageException("--box is stretched or square, got '" + box + "'");
        };
    }
}
