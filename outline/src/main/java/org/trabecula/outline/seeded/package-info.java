/// Proposals from the CT: [org.trabecula.outline.seeded.VertebralStart] from one box or one click,
/// [org.trabecula.outline.seeded.SeededRegion] from seeds that a person set. A proposal is a mask that somebody accepts or not.
@NullMarked
package org.trabecula.outline.seeded;

import org.jspecify.annotations.NullMarked;
