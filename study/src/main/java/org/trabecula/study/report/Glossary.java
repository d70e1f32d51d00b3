package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.report.Block.Terms.Term;
import org.trabecula.study.fit.FittedSignature;

/// Terms that a radiologist need not know, one plain sentence each.
final class Glossary {
    private Glossary() {}

    /// What the section on features speaks of, as far as the study has it.
    static List<Term> ofSignatures(List<FittedSignature> signatures) {
        List<Term> terms = new ArrayList<>();
        for (FittedSignature signature : signatures) {
            switch (signature.kind()) {
                case HCR -> terms.add(new Term(
                        "Hand-crafted (hcr)",
                        "Features with a formula, such as the volume of a region or the spread of its grey values: hand-crafted "
                                + "radiomics."));
                case DTL -> {
                    terms.add(new Term(
                            "Deep (dtl)",
                            "Features that a neural network computes from one slice, trained for other pictures before: deep transfer "
                                    + "learning."));
                    terms.add(new Term(
                            "pc_001, pc_002, …",
                            "Principal components: weighted sums of the network's features that replace them, in falling order of how "
                                    + "much of their spread they carry."));
                }
                case FUSION -> terms.add(new Term("Fusion", "The features of both signatures, chosen from once more."));
                case AGE_SEX, NOMOGRAM -> {} // explained where they stand
            }
        }
        terms.add(new Term(
                "Signature", "A few features, each with its weight, whose sum is one score a case."));
        terms.add(new Term(
                "λ (lambda)",
                "The strength of the LASSO's penalty: the larger λ, the fewer features keep a weight other than zero."));
        terms.add(new Term(
                "Binomial deviance",
                "How far predicted probabilities lie from what the cases are, in cases that the fit has not seen: smaller is better."));
        return terms;
    }
}
