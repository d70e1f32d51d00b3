package org.trabecula.image.nrrd;

import java.io.IOException;
import org.trabecula.image.stored.ByteSource;

/// One layer out of a file that stores several in one another.
///
/// `inner` bytes of layer 0 are followed by as many of layer 1 and so on, then layer 0 goes on: inner is one voxel when the
/// layer axis is the first of the file, a whole volume when it is the last.
final class LayerBytes implements ByteSource {
    private static final int CHUNK_BYTES = 1 << 16;

    private final ByteSource all;
    private final long inner;
    private final int layers;
    private final int layer;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private long at;

    LayerBytes(ByteSource all, long inner, int layers, int layer) {
        this.all = all;
        this.inner = inner;
        this.layers = layers;
        this.layer = layer;
    }

    @Override
    public void seek(long offset) {
        at = offset;
    }

    @Override
    public void read(byte[] into, int length) throws IOException {
        long group = inner * layers;
        int done = 0;
        while (done < length) {
            long inRun = at % inner;
            all.seek(at / inner * group + layer * inner + inRun);
            int got = (int) Math.min(physicalBytes(inRun, length - done, group), chunk.length);
            all.read(chunk, got);
            int before = done;
            for (long from = 0; from < got; ) {
                int run = (int) Math.min(Math.min(inner - inRun, length - done), got - from);
                if (run == 1) { // byte by byte when the layers of each voxel stand together: a copy loop costs more
                    into[done] = chunk[(int) from];
                } else {
                    System.arraycopy(chunk, (int) from, into, done, run);
                }
                done += run;
                from += run;
                inRun += run;
                if (inRun == inner) {
                    inRun = 0;
                    from += group - inner;
                }
            }
            at += done - before;
        }
    }

    /// From the first to the last byte wanted, the other layers between them counted in.
    private long physicalBytes(long inRun, long length, long group) {
        long last = inRun + length - 1;
        return last / inner * group + last % inner - inRun + 1;
    }

    @Override
    public void finish() throws IOException {
        all.finish();
    }

    @Override
    public void close() throws IOException {
        all.close();
    }
}
