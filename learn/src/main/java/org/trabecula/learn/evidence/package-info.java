/// Whether what was fitted may be used at all: an [org.trabecula.learn.evidence.Attempt] holds a model or says why there is none, by
/// the rule of [org.trabecula.learn.evidence.Evidence].
@NullMarked
package org.trabecula.learn.evidence;

import org.jspecify.annotations.NullMarked;
