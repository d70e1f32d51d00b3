package org.trabecula.cli.verbs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cohort.CaseFiles;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.failure.CaseFileName;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.MaskPlacement;
import org.trabecula.extraction.region.RegionChoice;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The cases of a verb: a manifest, or one image and its mask.
final class CaseSource {
    @Parameters(
            arity = "0..2",
            paramLabel = "CASES",
            description = "A manifest (cases.csv), or an image and its mask (NIfTI or NRRD).")
    List<Path> given = List.of();

    @Option(
            names = "--label",
            paramLabel = "LABEL",
            description = "With an image and a mask: number or name of the vertebra in the mask. Default: the only one there.")
    Optional<String> label = Optional.empty();

    @Option(
            names = "--positive",
            paramLabel = "NAME",
            description = "Name of the positive class where outcomes are names. Default: acute.")
    Optional<String> positive = Optional.empty();

    @Mixin
    SchemeFlag scheme = new SchemeFlag();

    boolean isEmpty() {
        return given.isEmpty();
    }

    /// The cases, those without files set apart; what was assumed is in the notes.
    ManifestCases read() {
        return switch (given.size()) {
            case 1 -> manifest(given.getFirst());
            case 2 -> pair(given.get(0), given.get(1));
            default -> throw new UsageException("name a manifest (cases.csv), or an image and its mask");
        };
    }

    /// For pictures: where the cases come from, and whether they are made up (a manifest's column `synthetic` says yes).
    static String described(Cohort cohort) {
        return cohort.isSynthetic() ? cohort.source() + ", SYNTHETIC" : cohort.source();
    }

    private ManifestCases manifest(Path file) {
        if (label.isPresent()) {
            throw new UsageException("--label belongs to an image and its mask; a manifest has a column label");
        }
        return ManifestCases.read(file, positive);
    }

    /// Every file that is read: no output may replace one of them.
    List<Path> inputs(ManifestCases cases) {
        return cases.inputs(given.getFirst());
    }

    /// How cases are opened: as a study opens them.
    CaseOpener opener(Progress progress) {
        return new CaseOpener(
                ReadFormats.ALL, RegionChoice.of(scheme.choice()), MaskPlacement.study(), new CaseNotes(progress));
    }

    private ManifestCases pair(Path image, Path mask) {
        for (Path file : given) {
            if (!Files.exists(file)) {
                throw new UsageException("there is no file " + file);
            }
        }
        String name = CaseFileName.stem(image);
        String id = label.map(text -> name + "-" + text).orElse(name);
        VertebraCase one = VertebraCase.named(id, id).withFiles(CaseFiles.of(image, mask, label));
        return ManifestCases.of(new Cohort(name, List.of(one), ClassNames.FRACTURE_AGE, List.of()));
    }
}
