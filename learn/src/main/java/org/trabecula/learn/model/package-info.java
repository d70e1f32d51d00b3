/// What a model is called: [org.trabecula.learn.model.ModelId].
@NullMarked
package org.trabecula.learn.model;

import org.jspecify.annotations.NullMarked;
