package org.trabecula.web.pacs;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.core.Version;
import org.trabecula.dicom.dataset.NewDicomFile;
import org.trabecula.dicom.report.Concept;
import org.trabecula.dicom.report.ContentItem;
import org.trabecula.dicom.report.ContentItem.Relation;
import org.trabecula.dicom.report.ContentItem.Value;
import org.trabecula.dicom.report.ObjectReference;
import org.trabecula.dicom.segmentation.PropertyCode;
import org.trabecula.web.predict.PredictedCase;
import org.trabecula.web.predict.PredictionView;
import org.trabecula.web.predict.ReasonsView;

/// A prediction as the tree of a structured report. It has the shape of a measurement report (TID 1500 of PS3.16) and does not claim to be one: a
/// probability that a model gives is no measurement of that template. What no public scheme has a code for has one of `99TRABECULA`.
///
/// @param told         the prediction and its model
/// @param label        what was outlined, such as `L3`; may be empty
/// @param way          how it was outlined, without names
/// @param slices       of the series, those that the outline has voxels on
/// @param segmentation the outline that was measured, filed beside the report
/// @param picture      of the result, filed beside the report
record PredictionReport(
        PredictedCase told, String label, String way, List<ObjectReference> slices, ObjectReference segmentation, ObjectReference picture) {
    static final String NOTICE = "Not a medical device. For research; no basis for a diagnosis or a treatment.";
    private static final Concept COMMENT = Concept.dicom("121106", "Comment");
    private static final String NOMOGRAM = "nomogram";
    private static final String PROGRAM = "Trabecula";

    ContentItem tree() {
        List<ContentItem> items = new ArrayList<>();
        items.add(code(Relation.HAS_CONCEPT_MOD, Concept.dicom("121049", "Language of Content Item and Descendants"), new Concept("eng", "RFC5646", "English")));
        items.addAll(observer());
        items.add(code(Relation.HAS_CONCEPT_MOD, Concept.dicom("121058", "Procedure reported"), Concept.snomed("77477000", "CT")));
        items.add(text(Concept.own("NOTICE", "What this is not"), NOTICE));
        items.add(heading(Concept.dicom("111028", "Image Library"), slices.stream().map(ContentItem::image).toList()));
        items.add(heading(Concept.dicom("126010", "Imaging Measurements"), List.of(measured())));
        items.add(heading(Concept.own("WARNINGS", "Warnings"), warnings()));
        items.add(text(Concept.own("MODELFILE", "Model"), told.model().name() + ", SHA-256 " + told.sha256() + ", trained on " + told.model().cases() + " cases"));
        items.add(image(Concept.own("PICTURE", "Picture of the result"), picture));
        return new ContentItem(Relation.CONTAINS, Optional.of(Concept.dicom("126000", "Imaging Measurement Report")), new Value.Container(), items);
    }

    /// A program, no person: who drew is a role, in the outline's own words.
    private static List<ContentItem> observer() {
        return List.of(
                code(Relation.HAS_OBS_CONTEXT, Concept.dicom("121005", "Observer Type"), Concept.dicom("121007", "Device")),
                ContentItem.of(Relation.HAS_OBS_CONTEXT, Concept.dicom("121012", "Device Observer UID"), new Value.Uid(NewDicomFile.uidOf(PROGRAM + " " + Version.text()))),
                ContentItem.of(Relation.HAS_OBS_CONTEXT, Concept.dicom("121013", "Device Observer Name"), new Value.Text(PROGRAM)),
                ContentItem.of(Relation.HAS_OBS_CONTEXT, Concept.dicom("121015", "Device Observer Model Name"), new Value.Text(PROGRAM + " " + Version.text())));
    }

    private ContentItem measured() {
        PropertyCode site = PropertyCode.typeOf(label.isEmpty() ? "vertebra" : label);
        List<ContentItem> items = new ArrayList<>();
        items.add(ContentItem.of(Relation.HAS_OBS_CONTEXT, Concept.dicom("112039", "Tracking Identifier"), new Value.Text(label.isEmpty() ? "vertebra" : label)));
        items.add(ContentItem.of(
                Relation.HAS_OBS_CONTEXT, Concept.dicom("112040", "Tracking Unique Identifier"), new Value.Uid(NewDicomFile.uidOf("outline " + segmentation.instance()))));
        items.add(code(Relation.HAS_CONCEPT_MOD, Concept.snomed("363698007", "Finding Site"), new Concept(site.value(), site.scheme(), site.meaning())));
        items.add(image(Concept.dicom("121191", "Referenced Segment"), segmentation.segment(1)));
        items.add(text(Concept.own("OUTLINE", "How it was outlined"), way));
        PredictionView view = told.view();
        items.add(text(Concept.own("CLASS", "Class whose probability is given"), view.positive() + ", against " + view.negative()));
        items.add(text(Concept.own("PATIENT", "Age and sex as told to the model"), patient()));
        view.models().forEach(answer -> items.add(probability(answer)));
        return heading(Concept.dicom("125007", "Measurement Group"), items);
    }

    private String patient() {
        OptionalDouble age = told.view().ageYears();
        return (age.isPresent() ? new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(age.getAsDouble()) + " years" : "age not known") + ", " + told.view().sex().orElse("sex not known");
    }

    /// The interval is the nomogram's: no other model has one.
    private ContentItem probability(PredictionView.ModelAnswer answer) {
        List<ContentItem> below = new ArrayList<>();
        below.add(ContentItem.of(Relation.HAS_CONCEPT_MOD, Concept.own("MODEL", "Kind of model"), new Value.Text(answer.model())));
        Optional<ReasonsView> reasons = told.view().reasons().filter(_ -> answer.model().equals(NOMOGRAM));
        reasons.ifPresent(known -> {
            below.add(ratio(Concept.own("LOWER95", "Lower end of the 95 % interval"), known.lower()));
            below.add(ratio(Concept.own("UPPER95", "Upper end of the 95 % interval"), known.upper()));
        });
        answer.threshold().ifPresent(cutoff -> below.add(ratio(Concept.own("CUTOFF", "Cut-off of the model"), cutoff)));
        return ContentItem.of(Relation.CONTAINS, Concept.own("PROBABILITY", "Probability of the class"), new Value.Ratio(answer.probability())).with(below);
    }

    private List<ContentItem> warnings() {
        List<ContentItem> items = new ArrayList<>();
        told.view().warnings().forEach(words -> items.add(text(COMMENT, words)));
        if (items.isEmpty()) {
            items.add(text(COMMENT, "none"));
        }
        return items;
    }

    private static ContentItem heading(Concept name, List<ContentItem> below) {
        return ContentItem.of(Relation.CONTAINS, name, new Value.Container()).with(below);
    }

    private static ContentItem text(Concept name, String words) {
        return ContentItem.of(Relation.CONTAINS, name, new Value.Text(words));
    }

    private static ContentItem code(Relation relation, Concept name, Concept answer) {
        return ContentItem.of(relation, name, new Value.Code(answer));
    }

    private static ContentItem ratio(Concept name, double number) {
        return ContentItem.of(Relation.HAS_PROPERTIES, name, new Value.Ratio(number));
    }

    private static ContentItem image(Concept name, ObjectReference object) {
        return ContentItem.of(Relation.CONTAINS, name, new Value.Image(object));
    }
}
