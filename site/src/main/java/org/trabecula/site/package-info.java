/// The documentation (`docs/*.md`) as pages that open from a folder, without a server: navigation, search, light and dark, paper.
///
/// The page `docs/README.md` is the first; its lists are the navigation. Start with [org.trabecula.site.Site].
@NullMarked
package org.trabecula.site;

import org.jspecify.annotations.NullMarked;
