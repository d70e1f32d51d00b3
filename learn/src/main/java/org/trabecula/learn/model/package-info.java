/// What gives a case a score: linear signatures and classifiers.
@NullMarked
package org.trabecula.learn.model;

import org.jspecify.annotations.NullMarked;
