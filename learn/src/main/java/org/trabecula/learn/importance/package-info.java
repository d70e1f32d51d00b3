/// What a fitted classifier rests on: [org.trabecula.learn.importance.Contributions] case by case,
/// [org.trabecula.learn.importance.PermutationImportance] for any classifier. Nothing here is fitted.
@NullMarked
package org.trabecula.learn.importance;

import org.jspecify.annotations.NullMarked;
