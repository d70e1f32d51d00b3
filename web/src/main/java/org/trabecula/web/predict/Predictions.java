package org.trabecula.web.predict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.trabecula.cohort.CaseFiles;
import org.trabecula.cohort.Patient;
import org.trabecula.cohort.Sex;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.Hash;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.extraction.region.SchemeChoice;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.predict.HeatOnCase;
import org.trabecula.study.predict.Prediction;
import org.trabecula.study.predict.Predictor;
import org.trabecula.study.predict.Reasons;
import org.trabecula.table.FeatureTable;
import org.trabecula.web.room.BodyPlane;
import org.trabecula.web.room.PlaneOfGrid;
import org.trabecula.web.room.Scan;
import org.trabecula.web.server.WebProblem;
import tools.jackson.core.JacksonException;

/// Predicts open scans with one model, as the verb `predict` does; the last prediction of a scan is kept with it.
public final class Predictions {
    private static final String LAST = "prediction.json";
    private static final String HEAT = "heat.nii.gz";
    private static final String MEASURED = "measured.nii.gz";
    private static final String PICTURE = "heat.png";
    /// Features are cut by the image, not by threads: the numbers are the same for any count.
    private static final int JOBS = 1;

    private final Bundle bundle;
    private final Path file;
    private final String name;
    private final Predictor predictor;

    /// @param file that it was read from
    public Predictions(Bundle bundle, Path file) {
        this.bundle = bundle;
        this.file = file;
        this.name = String.valueOf(file.getFileName());
        this.predictor = new Predictor(bundle);
    }

    public ModelView model() {
        List<String> terms = bundle.model().clinical().data().terms();
        return new ModelView(
                name, bundle.model().classes().positive(), bundle.model().classes().negative(),
                bundle.cutoffs().keySet().stream().map(Object::toString).toList(), terms.contains("age"), terms.contains("sex"),
                bundle.network().isPresent(), bundle.model().synthetic(), bundle.model().seen().cases());
    }

    /// SHA-256 of the model's file: which model it is.
    public String checksum() throws IOException {
        return Hash.sha256Hex(file);
    }

    /// The preset that the model's features are of.
    public String features() {
        return bundle.model().settings().features();
    }

    /// Predicts a scan; takes seconds.
    ///
    /// @throws InputException WEB-010 if it has no region yet, and whatever `predict` refuses
    public PredictionView predict(Scan scan, Patient patient, Progress progress) throws IOException {
        long begun = System.nanoTime();
        int version = scan.drawing().version();
        Path mask = Files.copy(scan.maskFile(), scan.file(MEASURED), StandardCopyOption.REPLACE_EXISTING); // whoever draws meanwhile draws on another
        VertebraCase vertebra = VertebraCase.named("scan", "")
                .withFiles(CaseFiles.of(scan.imageFile(), mask, Optional.empty()))
                .withPatient(patient);
        List<String> notes = new ArrayList<>();
        Progress heard = noting(progress, notes);
        Predictor.Result result = predictor.predict(List.of(vertebra), SchemeChoice.AUTO, JOBS, heard);
        if (!result.failures().isEmpty()) {
            throw new InputException(result.failures().getFirst().problems());
        }
        Prediction prediction = result.predictions().getFirst();
        Optional<HeatOnCase> heat = HeatOnCase.of(bundle, vertebra, SchemeChoice.AUTO, progress);
        if (heat.isPresent()) {
            write(scan, heat.get());
        }
        PredictionView view = new PredictionView(
                bundle.model().classes().positive(), bundle.model().classes().negative(),
                Double.isNaN(patient.ageYears()) ? OptionalDouble.empty() : OptionalDouble.of(patient.ageYears()), letter(patient.sex()),
                version, answers(prediction), Reasons.of(bundle, result.terms(), 0).map(ReasonsView::of), terms(result.terms()), prediction.leading(),
                heat.map(one -> new PredictionView.HeatView(one.layer(), one.cells(), one.shown(bundle.model().classes()), centre(scan.grid(), one.onImage().held()))), prediction.warnings(), notes,
                (System.nanoTime() - begun) / 1e9);
        AtomicFile.writeText(scan.file(LAST), StudyJson.text(view));
        return view;
    }

    private static Optional<String> letter(Sex sex) {
        return switch (sex) {
            case FEMALE -> Optional.of("F");
            case MALE -> Optional.of("M");
            case UNKNOWN -> Optional.empty();
        };
    }

    private static List<PredictionView.ModelAnswer> answers(Prediction prediction) {
        List<PredictionView.ModelAnswer> answers = new ArrayList<>();
        prediction.probabilities().forEach((model, p) -> answers.add(new PredictionView.ModelAnswer(
                model.label(), p, optional(prediction.thresholds().get(model)), Boolean.TRUE.equals(prediction.positive().get(model)))));
        return answers;
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Map<String, Double> terms(FeatureTable table) {
        Map<String, Double> terms = new LinkedHashMap<>();
        table.names().forEach(term -> terms.put(term, table.column(term)[0]));
        return terms;
    }

    /// Sagittal, coronal and axial slice of the middle of a box.
    private static int[] centre(Grid grid, Box box) {
        return Stream.of(BodyPlane.values())
                .mapToInt(plane -> PlaneOfGrid.of(grid, plane)
                        .pixel((box.iMin() + box.iMax()) / 2, (box.jMin() + box.jMax()) / 2, (box.kMin() + box.kMax()) / 2)[2])
                .toArray();
    }

    /// The map on the whole grid, because the viewer lays volumes of one size over each other.
    private static void write(Scan scan, HeatOnCase heat) throws IOException {
        float[] whole = new float[Math.toIntExact(scan.grid().size().voxels())];
        Volume part = heat.onImage();
        Box box = part.held();
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++) {
                    whole[i + scan.grid().size().i() * (j + scan.grid().size().j() * k)] = (float) part.at(i, j, k);
                }
            }
        }
        StandardFormats.ALL.write(Volume.ofFloats(scan.grid(), whole), scan.file(HEAT));
        AtomicFile.write(scan.file(PICTURE), out -> ImageIO.write(heat.picture(), "png", out));
    }

    /// Whether a scan was predicted.
    public static boolean isPredicted(Scan scan) {
        return Files.exists(scan.file(LAST));
    }

    /// The last prediction of a scan; empty while there is none.
    public Optional<PredictionView> last(Scan scan) throws IOException {
        Path file = scan.file(LAST);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(StudyJson.read(Files.readString(file), PredictionView.class));
        } catch (JacksonException e) {
            Files.delete(file); // of another version: it can be made again
            return Optional.empty();
        }
    }

    /// What the nomogram says of the last prediction's images for a patient of another age or sex; nothing is kept.
    ///
    /// @throws InputException WEB-010 if the scan has no prediction, or the model no nomogram
    public ReasonsView whatIf(Scan scan, Patient patient) throws IOException {
        FeatureTable terms = table(last(scan).map(PredictionView::terms).orElseThrow(() -> notYet(scan, "no prediction", "predict first")));
        return Reasons.of(bundle, Reasons.withPatient(bundle, terms, 0, patient), 0)
                .map(ReasonsView::of)
                .orElseThrow(() -> notYet(scan, "a model without a nomogram", "age and sex change nothing in this model"));
    }

    private static FeatureTable table(Map<String, Double> terms) {
        return new FeatureTable(
                List.of("scan"), List.copyOf(terms.keySet()), terms.values().stream().map(value -> new double[] {value}).toArray(double[][]::new));
    }

    /// The last prediction, for a report of it.
    ///
    /// @throws InputException WEB-010 if there is none, or none of the outline as it is now
    public PredictedCase forReport(Scan scan) throws IOException {
        PredictionView view = last(scan).orElseThrow(() -> notYet(scan, "no prediction", "predict first"));
        if (view.maskVersion() != scan.drawing().version()) {
            throw notYet(scan, "a prediction of an older outline", "predict again");
        }
        Path heat = scan.file(PICTURE);
        return new PredictedCase(
                view, Reasons.of(bundle, table(view.terms()), 0), model(), checksum(), Files.getLastModifiedTime(scan.file(LAST)).toInstant(),
                view.heat().isPresent() && Files.exists(heat) ? Optional.of(heat) : Optional.empty());
    }

    private static InputException notYet(Scan scan, String found, String fix) {
        return new InputException(new Problem(WebProblem.NOT_YET, scan.record().title(), found, "a prediction with a nomogram", fix));
    }

    /// The file of the Grad-CAM map on the image's voxels, or of its picture.
    ///
    /// @throws InputException WEB-010 if the scan has none
    public static Path heat(Scan scan, boolean picture) {
        Path file = scan.file(picture ? PICTURE : HEAT);
        if (!Files.exists(file)) {
            throw new InputException(new Problem(
                    WebProblem.NOT_YET, scan.record().title(), "no heat map", "a prediction by a model with a network", "predict first"));
        }
        return file;
    }

    private static Progress noting(Progress progress, List<String> notes) {
        return new Progress() {
            @Override
            public void stage(String stage, int items) {
                progress.stage(stage, items);
            }

            @Override
            public void done(String item) {
                progress.done(item);
            }

            @Override
            public void note(String message) {
                progress.note(message);
                notes.add(message);
            }
        };
    }
}
