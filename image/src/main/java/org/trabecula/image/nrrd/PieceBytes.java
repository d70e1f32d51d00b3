package org.trabecula.image.nrrd;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.trabecula.image.stored.ByteSource;

/// Voxels spread over several files of equal length, one after the other; one file is open at a time.
final class PieceBytes implements ByteSource {
    private final NrrdData data;
    private final int pieces;
    private final long pieceBytes;
    private @Nullable ByteSource current;
    private int piece = -1;
    private long at;

    PieceBytes(NrrdData data, int pieces, long pieceBytes) {
        this.data = data;
        this.pieces = pieces;
        this.pieceBytes = pieceBytes;
    }

    @Override
    public void seek(long offset) {
        at = offset;
    }

    @Override
    public void read(byte[] into, int length) throws IOException {
        int done = 0;
        while (done < length) {
            long inPiece = at % pieceBytes;
            int run = (int) Math.min(length - done, pieceBytes - inPiece);
            byte[] part = done == 0 && run == length ? into : new byte[run];
            ByteSource source = open((int) (at / pieceBytes));
            source.seek(inPiece);
            source.read(part, run);
            if (part != into) {
                System.arraycopy(part, 0, into, done, run);
            }
            at += run;
            done += run;
        }
    }

    private ByteSource open(int wanted) throws IOException {
        ByteSource source = current;
        if (source == null || wanted != piece) {
            close();
            source = data.openPiece(wanted);
            current = source;
            piece = wanted;
        }
        return source;
    }

    @Override
    public void finish() throws IOException {
        if (current != null && piece == pieces - 1) {
            current.finish();
        }
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
