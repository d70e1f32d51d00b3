package org.trabecula.web.predict;

import java.util.List;
import org.trabecula.study.predict.Reasons;

/// [Reasons] as the page shows them.
///
/// @param lower  end of the 95 % interval
/// @param upper  end of the 95 % interval
/// @param points of the nomogram, in all
public record ReasonsView(double probability, double lower, double upper, double points, List<PartView> parts, NomogramView nomogram) {
    /// One term's share.
    public record PartView(String term, double value, double contribution, double points) {}

    static ReasonsView of(Reasons reasons) {
        return new ReasonsView(
                reasons.probability(), reasons.lower(), reasons.upper(), reasons.points(),
                reasons.parts().stream().map(part -> new PartView(part.term(), part.value(), part.contribution(), part.points())).toList(),
                NomogramView.of(reasons.nomogram()));
    }
}
