/// The site is whole: links, names of headings, search.
@NullMarked
package org.trabecula.site;

import org.jspecify.annotations.NullMarked;
