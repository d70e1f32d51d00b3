package org.trabecula.web.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The body of a request. Java's server adds up the digits of a chunk's length in 32 bits and fails by a negative one (`ffffffff`) as if by a bug of
/// its own: here it is a request that cannot be understood.
final class RequestBody extends FilterInputStream {
    RequestBody(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        try {
            return super.read(into, from, most);
        } catch (RuntimeException e) {
            throw Asked.malformed("the request's chunks", "a length that is none", "hexadecimal lengths below 2 GiB (RFC 9112 7.1)");
        }
    }

    /// To its end or to the limit of what is still taken. Not left to [com.sun.net.httpserver.HttpExchange#close], which such a length would
    /// stop before it sends the answer and closes the connection.
    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException | RuntimeException e) {
            // it did not come to its end, so the server closes the connection
        }
    }
}
