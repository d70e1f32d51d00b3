package org.trabecula.image;

/// One region of a label map.
///
/// @param number     the value that its voxels hold
/// @param name       what people call it; the number as text where the file gives no name
/// @param layer      which of the file's layers it is in; 0 in a plain label map
/// @param voxelCount at least 1
/// @param box        the tight bounding box
public record Label(int number, String name, int layer, long voxelCount, Box box) {
    /// Such as `29`, `L1 (20)` or `lesion (1, layer 1)`.
    public String text() {
        String place = layer == 0 ? "" : ", layer " + layer;
        return name.equals(Integer.toString(number)) && layer == 0 ? name : name + " (" + number + place + ")";
    }
}
