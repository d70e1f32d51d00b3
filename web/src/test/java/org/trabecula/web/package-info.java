/// A room on loopback, asked as browsers and others ask.
@NullMarked
package org.trabecula.web;

import org.jspecify.annotations.NullMarked;
