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

    /// The filters of a name; empty when there is no such wavelet.
    public static Optional<WaveletTaps> of(String name) {
        return Optional.ofNullable(Table.BY_NAME.get(name));
    }

    /// Every name.
    public static List<String> names() {
        return List.copyOf(Table.BY_NAME.keySet());
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

    /// Read once, when a wavelet is first asked for.
    private static final class Table {
        static final Map<String, WaveletTaps> BY_NAME = read();

        private static Map<String, WaveletTaps> read() {
            Map<String, WaveletTaps> taps = new LinkedHashMap<>();
            for (String line : lines()) {
                if (line.startsWith("#")) {
                    continue;
                }
                int space = line.indexOf(' ');
                String name = line.substring(0, space);
                String[] parts = line.substring(space + 1).split(" / ", -1);
                double[] low = numbers(parts[0]);
                if (parts.length == 1) {
                    taps.put(name, of(name, low, alternating(reversed(low))));
                    if (name.equals("haar")) {
                        taps.put("db1", taps.get(name));
                    }
                } else {
                    double[] reconstruction = numbers(parts[1]);
                    taps.put(name, of(name, low, alternating(reconstruction)));
                    taps.put(
                            name.replace("bior", "rbio"),
                            of(name, reversed(reconstruction), alternating(reversed(low))));
                }
            }
            return taps;
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
