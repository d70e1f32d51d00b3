/// Every feature of the PyRadiomics profile as data: [org.trabecula.radiomics.catalogue.Catalogue].
@NullMarked
package org.trabecula.radiomics.catalogue;

import org.jspecify.annotations.NullMarked;
