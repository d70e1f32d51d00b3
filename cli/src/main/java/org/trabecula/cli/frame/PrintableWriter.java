package org.trabecula.cli.frame;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.trabecula.core.Printable;

/// Lines for people that may quote what stands in files: control characters are written out ([Printable]).
final class PrintableWriter extends PrintWriter {
    PrintableWriter(PrintWriter to) {
        super(new Shown(to), true);
    }

    private static final class Shown extends FilterWriter {
        Shown(Writer to) {
            super(to);
        }

        @Override
        public void write(int unit) throws IOException {
            out.write(Printable.lines(String.valueOf((char) unit)));
        }

        @Override
        public void write(char[] text, int from, int count) throws IOException {
            out.write(Printable.lines(new String(text, from, count)));
        }

        @Override
        public void write(String text, int from, int count) throws IOException {
            out.write(Printable.lines(text.substring(from, from + count)));
        }
    }
}
