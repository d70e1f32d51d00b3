/// One class per verb. A verb turns flags into settings, calls the module that does the work, and words the result.
@NullMarked
package org.trabecula.cli.verbs;

import org.jspecify.annotations.NullMarked;
