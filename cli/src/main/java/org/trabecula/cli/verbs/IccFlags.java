package org.trabecula.cli.verbs;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.stats.icc.AgreementLimits;
import org.trabecula.stats.icc.IccForm;
import org.trabecula.stats.icc.ReproducibilityRule;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// How `icc` computes, and what counts as reproducible.
final class IccFlags {
    @Option(names = "--level", paramLabel = "X", description = "Of the intervals, a share (default: 0.95).")
    double level = 0.95;

    @Option(
            names = "--limits",
            paramLabel = "NAME",
            converter = Limits.class,
            description = "Limits and p of ICC(2,.): shrout-fleiss (as R's psych) or mcgraw-wong (as irr) (default: shrout-fleiss).")
    AgreementLimits limits = AgreementLimits.SHROUT_FLEISS;

    @Option(names = "--form", paramLabel = "NAME", converter = Form.class, description = "Form for --at-least (default: ICC(2,1)).")
    IccForm form = IccForm.ICC_2_1;

    @Option(names = "--at-least", paramLabel = "X", description = "Also list the features that reach X (default: no list).")
    @Nullable Double atLeast;

    @Option(names = "--by", paramLabel = "NAME", description = "What must reach it: estimate or lower (default: estimate).")
    ReproducibilityRule.By by = ReproducibilityRule.By.ESTIMATE;

    /// @throws UsageException for numbers out of range
    void require() {
        if (!(level > 0 && level < 1)) {
            throw new UsageException("--level lies between 0 and 1, such as 0.95, got " + level);
        }
        if (atLeast != null && !(atLeast >= -1 && atLeast <= 1)) {
            throw new UsageException("--at-least lies between -1 and 1, got " + atLeast);
        }
    }

    @Nullable ReproducibilityRule rule() {
        return atLeast == null ? null : new ReproducibilityRule(form, atLeast, by, level);
    }

    /// `shrout-fleiss`, `mcgraw-wong`.
    static final class Limits implements ITypeConverter<AgreementLimits> {
        @Override
        public AgreementLimits convert(String text) {
            for (AgreementLimits limits : AgreementLimits.values()) {
                if (limits.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                    return limits;
                }
            }
            throw new TypeConversionException("--limits is shrout-fleiss or mcgraw-wong, got '" + text + "'");
        }
    }

    /// `ICC(2,1)`.
    static final class Form implements ITypeConverter<IccForm> {
        @Override
        public IccForm convert(String text) {
            return IccForm.named(text)
                    .orElseThrow(() -> new TypeConversionException("--form is one of ICC(1,1) … ICC(3,k), got '" + text + "'"));
        }
    }
}
