/// Tables that ship with the classes: [org.trabecula.radiomics.data.TableResource] reads their cells.
@NullMarked
package org.trabecula.radiomics.data;

import org.jspecify.annotations.NullMarked;
