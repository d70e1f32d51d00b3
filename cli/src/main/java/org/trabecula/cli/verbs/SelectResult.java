package org.trabecula.cli.verbs;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What `select` found.
///
/// @param document as JSON
/// @param text     lines for people
/// @param files    further files of `-o DIR` by name, figures among them
record SelectResult(ObjectNode document, String text, Map<String, String> files) {}
