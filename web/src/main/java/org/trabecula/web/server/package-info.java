/// The web server: who may ask ([org.trabecula.web.server.Guard]), what an answer must say ([org.trabecula.web.server.SecurityHeaders]),
/// one line an exchange without identities ([org.trabecula.web.server.AuditLog]). It knows no route.
///
/// Start with [org.trabecula.web.server.Front].
@NullMarked
package org.trabecula.web.server;

import org.jspecify.annotations.NullMarked;
