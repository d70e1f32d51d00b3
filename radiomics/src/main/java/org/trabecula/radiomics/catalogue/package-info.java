/// Every feature of both profiles as data: start with [org.trabecula.radiomics.catalogue.Catalogue].
///
/// `features.tsv` holds PyRadiomics' features, `ibsi/features.tsv` the standard's; the codes join the two.
@NullMarked
package org.trabecula.radiomics.catalogue;

import org.jspecify.annotations.NullMarked;
