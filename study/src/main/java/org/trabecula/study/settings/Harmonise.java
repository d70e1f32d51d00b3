package org.trabecula.study.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trabecula.core.Suggestion;
import org.trabecula.learn.step.Harmonised;

/// The key `harmonise` (between steps 4 and 5): whether hand-crafted features lose the shift and scale of their centre. `harmonise: combat`
/// is the method with the usual values of the others.
///
/// @param method         `none`, or `combat` where at least two centres have enough training cases
/// @param covariates     whose effect on the features stays: `age`, `sex`; never the outcome ([Harmonised])
/// @param unseen         what becomes of a case of another centre
/// @param smallestCentre training cases that a centre needs in a fit. Ten: a standard deviation of ten values has a relative standard error of
///                       1/√18 = 24 % before it is pulled towards those of the other features; and of the twenty to thirty cases that a centre is
///                       advised to have (Orlhac et al. 2022, doi:10.2967/jnumed.121.262464) two layers of five folds leave 60 %
public record Harmonise(Choice.HarmoniseBy method, List<Choice.Covariate> covariates, Choice.UnseenCentre unseen, int smallestCentre) {
    static final Harmonise NONE = new Harmonise(Choice.HarmoniseBy.NONE, List.of(), Choice.UnseenCentre.LEAVE, 10);

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Harmonise {
        covariates = List.copyOf(covariates);
        if (Set.copyOf(covariates).size() != covariates.size()) {
            throw new SettingException("harmonise.covariates", "different ones of: age, sex", words(covariates));
        }
        if (smallestCentre < 2) {
            throw new SettingException("harmonise.smallest_centre", "at least 2", String.valueOf(smallestCentre));
        }
    }

    /// The method alone.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Harmonise of(String method) {
        List<String> methods = Arrays.stream(Choice.HarmoniseBy.values()).map(Choice.HarmoniseBy::yaml).toList();
        int found = methods.indexOf(method);
        if (found < 0) {
            throw new SettingException(
                    "harmonise", "one of: " + String.join(", ", methods) + ", or a group with method", method,
                    Suggestion.nearest(method, methods).map(near -> "did you mean '" + near + "'?"));
        }
        return new Harmonise(Choice.HarmoniseBy.values()[found], NONE.covariates, NONE.unseen, NONE.smallestCentre);
    }

    private static String words(List<Choice.Covariate> covariates) {
        return covariates.stream().map(Choice.Covariate::yaml).collect(Collectors.joining(", "));
    }

    /// Whether centres are harmonised where they can be.
    public boolean any() {
        return method != Choice.HarmoniseBy.NONE;
    }

    /// How they are; empty for not at all.
    public Optional<Harmonised.Rule> rule() {
        return any()
                ? Optional.of(new Harmonised.Rule(
                        smallestCentre, covariates.stream().map(Choice.Covariate::yaml).toList(), unseen == Choice.UnseenCentre.REFUSE))
                : Optional.empty();
    }
}
