/// For tests only: where reference data lies ([org.trabecula.testkit.Reference]) and how many of its values were
/// compared ([org.trabecula.testkit.Conformance]); readers fed with damaged files ([org.trabecula.testkit.Fuzz]);
/// what does not compile ([org.trabecula.testkit.Snippet]).
@NullMarked
package org.trabecula.testkit;

import org.jspecify.annotations.NullMarked;
