/// Why a region cannot be measured, as codes that a caller may compare: [org.trabecula.radiomics.problem.RegionProblem].
@NullMarked
package org.trabecula.radiomics.problem;

import org.jspecify.annotations.NullMarked;
