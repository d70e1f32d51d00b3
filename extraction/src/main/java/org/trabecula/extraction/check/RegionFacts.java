package org.trabecula.extraction.check;

import java.util.List;
import org.trabecula.image.Acquisition;
import org.trabecula.image.PointMm;
import org.trabecula.image.Spacing;

/// What the quality checks know of one region: counts and lengths, no judgement.
///
/// @param taken     how the image was, as far as its file says
/// @param spacing   of the image
/// @param sliceMm   of it, from one axial slice to the next
/// @param centre    of the region, LPS
/// @param voxels    of the region
/// @param volumeMm3 of the region
/// @param depthMm   of its box, from front to back
/// @param heightMm  three quarters of its columns from foot to head are no longer
/// @param cut       its voxels in the image's outermost layers, by side
/// @param grey      what is seen in it and around it
/// @param greyPrint equal for regions that hold the same whole Hounsfield units, however often each, wherever each lies: what one scan keeps
///                  when it is exported again, flipped or packed otherwise; empty where there are too few to tell scans apart
/// @param slices    of the image around it, those that cannot be slices
/// @param pieces    voxels of each piece, the largest first
/// @param contacts  with every region of the scan, in their order; none with itself
record RegionFacts(
        Acquisition taken,
        Spacing spacing,
        double sliceMm,
        PointMm centre,
        int voxels,
        double volumeMm3,
        double depthMm,
        double heightMm,
        Cut cut,
        Grey grey,
        String greyPrint,
        OddSlices slices,
        List<Integer> pieces,
        List<Contact> contacts) {
    RegionFacts {
        pieces = List.copyOf(pieces);
        contacts = List.copyOf(contacts);
    }

    /// Voxels of the region in the image's first and last layers. An image of one layer has no border there.
    record Cut(int head, int foot, int left, int right, int front, int back) {
        int voxels() {
            return head + foot + left + right + front + back;
        }
    }

    /// @param meanHu      of the region
    /// @param highestHu   in the region or around it
    /// @param air         voxels of the region below −300 HU
    /// @param metal       voxels of the region that are metal
    /// @param metalBeside voxels around it that are
    record Grey(double meanHu, double highestHu, int air, int metal, int metalBeside) {}

    /// @param looked   axial slices through the region
    /// @param empty    of them, those that hold one value
    /// @param repeated of them, those that hold the voxels of the one before
    record OddSlices(int looked, int empty, int repeated) {}

    /// @param shared  voxels of both regions
    /// @param faceMm2 area in which one lies on the other
    record Contact(int shared, double faceMm2) {
        static final Contact NONE = new Contact(0, 0);
    }
}
