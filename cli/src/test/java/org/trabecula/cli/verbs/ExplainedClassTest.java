package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trabecula.cohort.ClassNames;

class ExplainedClassTest {
    @Test
    void aFineTunedNetworkNamesTheTablesClasses() {
        ExplainedClass classes = new ExplainedClass(2, ClassNames.FRACTURE_AGE);
        assertThat(classes.name(1)).isEqualTo("acute");
        assertThat(classes.name(0)).isEqualTo("chronic");
        assertThat(classes.meaning()).contains("the class named below");
    }

    /// "class 193" of a network that has never seen a vertebra says nothing about it.
    @Test
    void anotherNetworksOutputIsNoClassOfTheTable() {
        ExplainedClass outputs = new ExplainedClass(1000, ClassNames.FRACTURE_AGE);
        assertThat(outputs.name(193)).isEqualTo("output 193");
        assertThat(outputs.meaning()).contains("one of 1000 outputs, none of which is acute or chronic");
    }
}
