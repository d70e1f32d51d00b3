package org.trabecula.web.room;

/// How much may be uploaded.
///
/// @param fileBytes   of one file
/// @param uploadBytes of all files of one upload
/// @param files       of one upload: a long series has a file a slice
/// @param roomBytes   of all uploads together
public record UploadLimits(long fileBytes, long uploadBytes, int files, long roomBytes) {
    /// A long series of thin slices, and thirty of them in the room.
    public static final UploadLimits USUAL = new UploadLimits(2L << 30, 4L << 30, 20_000, 64L << 30);

    public UploadLimits {
        if (fileBytes < 1 || uploadBytes < 1 || files < 1 || roomBytes < 1) {
            throw new IllegalArgumentException("limits are at least 1, got " + fileBytes + ", " + uploadBytes + ", " + files + ", " + roomBytes);
        }
    }
}
