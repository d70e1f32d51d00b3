/// How programs number and name vertebrae in label maps: [org.trabecula.image.label.LabelScheme] holds the fixed numberings,
/// [org.trabecula.image.label.ItkSnapLabels] a list that a user wrote, [org.trabecula.image.label.VertebraName] the names.
@NullMarked
package org.trabecula.image.label;

import org.jspecify.annotations.NullMarked;
