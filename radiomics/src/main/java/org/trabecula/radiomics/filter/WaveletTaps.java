package org.trabecula.radiomics.filter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The decomposition filters of a discrete wavelet, under PyWavelets' names: haar, db1 … db38, sym2 … sym20,
/// coif1 … coif17, bior1.1 … bior6.8, rbio1.1 … rbio6.8, dmey.
///
/// Only low-passes are stored; with F taps g and reconstruction taps r
///
/// ```
/// orthogonal            high[n] = (−1)^(n+1) g[F − 1 − n]
/// biorthogonal          high[n] = (−1)^(n+1) r[n]
/// its reverse (rbio)    low[n] = r[F − 1 − n],  high[n] = (−1)^(n+1) g[F − 1 − n]
/// ```
///
/// Images of 32-bit floats are filtered in 32 bits. There PyWavelets stores the taps of coiflets and of dmey divided by √2,
/// and multiplies in 32 bits, so they differ from the rounded taps in the last bit.
///
/// The arrays are shared: nobody writes to them.
///
/// @param low    low-pass
/// @param high   high-pass
/// @param low32  low-pass for 32-bit images
/// @param high32 high-pass for 32-bit images
public record WaveletTaps(double[] low, double[] high, float[] low32, float[] high32) {
    private static final String FILE = "wavelets.txt";
    private static final String BIORTHOGONAL = "bior";
    private static final String REVERSE = "rbio";

    /// The filters of a name; empty when there is no such wavelet.
    public static Optional<WaveletTaps> of(String name) {
        return Table.LINES.containsKey(name) ? Optional.of(Table.READ.computeIfAbsent(name, Table::read)) : Optional.empty();
    }

    /// Every name.
    public static List<String> names() {
        return List.copyOf(Table.LINES.keySet());
    }

    /// How many taps each filter has; even.
    int length() {
        return low.length;
    }

    private static WaveletTaps of(String name, double[] low, double[] high) {
        boolean scaled = name.startsWith("coif") || name.equals("dmey");
        return new WaveletTaps(low, high, in32Bits(low, scaled), in32Bits(high, scaled));
    }

    private static float[] in32Bits(double[] taps, boolean scaled) {
        float[] rounded = new float[taps.length];
        for (int n = 0; n < taps.length; n++) {
            rounded[n] = scaled ? (float) (taps[n] / Math.sqrt(2)) * (float) Math.sqrt(2) : (float) taps[n];
        }
        return rounded;
    }

    /// The file is cut into lines when a wavelet is first asked for; numbers are read for the wavelets that are asked for, as all of them take
    /// longer than the features of a small region.
    private static final class Table {
        static final Map<String, String> LINES = byName();
        static final Map<String, WaveletTaps> READ = new ConcurrentHashMap<>();

        private static Map<String, String> byName() {
            Map<String, String> byName = new LinkedHashMap<>();
            for (String line : lines()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String name = line.substring(0, line.indexOf(' '));
                byName.put(name, line);
                if (name.equals("haar")) {
                    byName.put("db1", line);
                } else if (name.startsWith(BIORTHOGONAL)) {
                    byName.put(REVERSE + name.substring(BIORTHOGONAL.length()), line);
                }
            }
            return byName;
        }

        private static WaveletTaps read(String name) {
            String line = Objects.requireNonNull(LINES.get(name));
            String[] parts = line.substring(line.indexOf(' ') + 1).split(" / ", -1);
            double[] low = numbers(parts[0]);
            if (parts.length == 1) {
                return of(name, low, alternating(reversed(low)));
            }
            double[] reconstruction = numbers(parts[1]);
            return name.startsWith(REVERSE)
                    ? of(name, reversed(reconstruction), alternating(reversed(low)))
                    : of(name, low, alternating(reconstruction));
        }

        private static List<String> lines() {
            try (InputStream in = Objects.requireNonNull(WaveletTaps.class.getResourceAsStream(FILE), FILE);
                    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return reader.lines().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static double[] numbers(String text) {
            String[] words = text.split(" ", -1);
            double[] numbers = new double[words.length];
            for (int n = 0; n < words.length; n++) {
                numbers[n] = Double.parseDouble(words[n]);
            }
            return numbers;
        }

        private static double[] reversed(double[] x) {
            double[] y = new double[x.length];
            for (int n = 0; n < x.length; n++) {
                y[n] = x[x.length - 1 - n];
            }
            return y;
        }

        private static double[] alternating(double[] x) {
            double[] y = new double[x.length];
            for (int n = 0; n < x.length; n++) {
                y[n] = n % 2 == 0 ? -x[n] : x[n];
            }
            return y;
        }
    }
}
