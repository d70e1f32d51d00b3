/// Keeps the house as ARCHITECTURE.md draws it: which room uses which ([org.trabecula.structure.ArrowsPointDownTest]), layers
/// within a room ([org.trabecula.structure.NoCyclesTest]), what a face may touch ([org.trabecula.structure.FacesHoldNoScienceTest])
/// and that one name means one thing ([org.trabecula.structure.OneNameOneThingTest]).
@NullMarked
package org.trabecula.structure;

import org.jspecify.annotations.NullMarked;
