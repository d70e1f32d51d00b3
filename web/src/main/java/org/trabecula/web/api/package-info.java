/// The routes as one list ([org.trabecula.web.api.RoomRoutes]), from which requests are served and the OpenAPI document is made; the
/// forms in which requests and answers travel; the files of the page.
///
/// Start with [org.trabecula.web.api.Routes].
@NullMarked
package org.trabecula.web.api;

import org.jspecify.annotations.NullMarked;
