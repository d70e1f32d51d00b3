/// Tests of the synthetic cohort. [org.trabecula.phantom.SimpleFeatures] and
/// [org.trabecula.phantom.LinearDiscriminant] are a small stand-in for a study, so that the phantom's signal can be
/// measured here.
@NullMarked
package org.trabecula.phantom;

import org.jspecify.annotations.NullMarked;
