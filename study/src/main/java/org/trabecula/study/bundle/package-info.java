/// `model.trabecula`: a finished model as one file that a clinic applies. Data only; loading it runs no code.
///
/// Start with [org.trabecula.study.bundle.BundleFile].
@NullMarked
package org.trabecula.study.bundle;

import org.jspecify.annotations.NullMarked;
