package org.trabecula.dicom.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// A deflated data set, inflated up to a bound: a small file that grows without end is refused on the way.
final class BoundedInflater extends InflaterInputStream {
    private static final long ALWAYS_BELIEVED_BYTES = 256L << 20;
    /// CT compresses two to four times, masks some hundred times.
    private static final long MOST_BYTES_PER_BYTE = 200;

    private final Inflater own;
    private final long most;
    private long given;

    private BoundedInflater(InputStream in, Inflater own, long most) {
        super(in, own, 1 << 13);
        this.own = own;
        this.most = most;
    }

    /// @param deflatedBytes the file's length
    static BoundedInflater of(InputStream in, long deflatedBytes) {
        return new BoundedInflater(
                in, new Inflater(true), Math.max(ALWAYS_BELIEVED_BYTES, deflatedBytes * MOST_BYTES_PER_BYTE));
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        given += Math.max(0, got);
        if (given > most) {
            throw new ZipException("more than " + most + " bytes come out of the deflated data set");
        }
        return got;
    }

    @Override
    public void close() throws IOException {
        super.close();
        own.end();
    }
}
