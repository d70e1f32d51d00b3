package org.trabecula.cli.verbs;

import org.trabecula.cohort.ClassNames;

/// What the class that a heat map explains is called.
///
/// @param outputs of the network: 2 after fine-tuning, 1000 as ImageNet's networks come
/// @param names   of the table's classes
record ExplainedClass(int outputs, ClassNames names) {
    private boolean ofTheTable() {
        return outputs == 2;
    }

    /// `acute`, or `output 193` of a network that was not made for this question.
    String name(int explained) {
        return ofTheTable() ? explained == 1 ? names.positive() : names.negative() : "output " + explained;
    }

    /// What the colours of a map show, in one line.
    String meaning() {
        return ofTheTable()
                ? "colour: what speaks for the class named below the map"
                : "colour: what speaks for one of " + outputs + " outputs, none of which is " + names.positive() + " or "
                        + names.negative();
    }
}
