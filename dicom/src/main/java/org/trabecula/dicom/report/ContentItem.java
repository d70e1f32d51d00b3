package org.trabecula.dicom.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.dataset.NewDataSet;
import org.trabecula.dicom.dataset.Tag;

/// An item of a report's tree (PS3.3 C.17.3): a name, a value, what belongs to it.
///
/// @param relation to the item above
/// @param name     empty only for images
/// @param value    what it says
/// @param children that belong to it
public record ContentItem(Relation relation, Optional<Concept> name, Value value, List<ContentItem> children) {
    private static final Concept NO_UNITS = new Concept("1", "UCUM", "no units");

    /// How an item belongs to the one above.
    public enum Relation {
        CONTAINS, HAS_OBS_CONTEXT, HAS_CONCEPT_MOD, HAS_PROPERTIES;

        String term() {
            return name().replace('_', ' ');
        }
    }

    /// What an item says.
    public sealed interface Value {
        /// A heading for the items below.
        record Container() implements Value {}

        /// Words.
        record Text(String words) implements Value {}

        /// One of a list of answers.
        record Code(Concept answer) implements Value {}

        /// A number without a unit: a probability, a share.
        record Ratio(double number) implements Value {}

        /// What a UID names.
        record Uid(String uid) implements Value {}

        /// An image, or a segment of one.
        record Image(ObjectReference object) implements Value {}
    }

    public ContentItem {
        children = List.copyOf(children);
        if (name.isEmpty() && !(value instanceof Value.Image)) {
            throw new IllegalArgumentException("an item without a name that is no image");
        }
        if (value instanceof Value.Ratio ratio && !Double.isFinite(ratio.number())) {
            throw new IllegalArgumentException("no number: " + ratio.number());
        }
    }

    /// An item with nothing below.
    public static ContentItem of(Relation relation, Concept name, Value value) {
        return new ContentItem(relation, Optional.of(name), value, List.of());
    }

    /// An image among others, which needs no name.
    public static ContentItem image(ObjectReference object) {
        return new ContentItem(Relation.CONTAINS, Optional.empty(), new Value.Image(object), List.of());
    }

    /// The same item with others below.
    public ContentItem with(List<ContentItem> below) {
        return new ContentItem(relation, name, value, below);
    }

    /// This one and all below that are, or have, images.
    List<ObjectReference> images() {
        List<ObjectReference> images = new ArrayList<>();
        if (value instanceof Value.Image(ObjectReference object)) {
            images.add(object);
        }
        children.forEach(child -> images.addAll(child.images()));
        return images;
    }

    /// Everything but the relation, which the root does not have.
    NewDataSet toRoot() {
        NewDataSet item = new NewDataSet();
        name.ifPresent(concept -> item.item(Tag.CONCEPT_NAME_CODE_SEQUENCE, concept.toItem()));
        switch (value) {
            case Value.Container() -> item.text(Tag.VALUE_TYPE, "CONTAINER").text(Tag.CONTINUITY_OF_CONTENT, "SEPARATE");
            case Value.Text(String words) -> item.text(Tag.VALUE_TYPE, "TEXT").text(Tag.TEXT_VALUE, words);
            case Value.Code(Concept answer) -> item.text(Tag.VALUE_TYPE, "CODE").item(Tag.CONCEPT_CODE_SEQUENCE, answer.toItem());
            case Value.Ratio(double number) -> item.text(Tag.VALUE_TYPE, "NUM").item(Tag.MEASURED_VALUE_SEQUENCE, new NewDataSet()
                    .decimals(Tag.NUMERIC_VALUE, number)
                    .item(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, NO_UNITS.toItem()));
            case Value.Uid(String uid) -> item.text(Tag.VALUE_TYPE, "UIDREF").text(Tag.UID, uid);
            case Value.Image(ObjectReference object) -> item.text(Tag.VALUE_TYPE, "IMAGE").item(Tag.REFERENCED_SOP_SEQUENCE, object.toDetailedItem());
        }
        return children.isEmpty() ? item : item.items(Tag.CONTENT_SEQUENCE, children.stream().map(ContentItem::toItem).toList());
    }

    private NewDataSet toItem() {
        return toRoot().text(Tag.RELATIONSHIP_TYPE, relation.term());
    }
}
