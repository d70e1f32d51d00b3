package org.trabecula.extraction.scan;

import java.nio.file.Path;

/// Something that no row stands for.
///
/// @param path as it lies
/// @param kind what it is
/// @param why  one sentence
public record Left(Path path, Kind kind, String why) {
    /// Of what kind it is; what was to be looked at comes first.
    public enum Kind {
        DAMAGED("damaged"),
        NO_VOLUME("no volume"),
        MASK("mask without image"),
        NO_VOXELS("no image");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /// Whether a person should look at it: a folder of a hospital always holds files that are no images.
        public boolean isProblem() {
            return this != NO_VOXELS;
        }
    }
}
