/// Tests of outlining, on bodies whose right answer is known without the code: [org.trabecula.outline.Bodies].
@NullMarked
package org.trabecula.outline;

import org.jspecify.annotations.NullMarked;
