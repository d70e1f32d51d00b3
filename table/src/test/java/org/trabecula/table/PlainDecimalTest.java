package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept at all comes back as it was written, and has the bits of `Double.parseDouble`: no tolerance.
class PlainDecimalTest {
    private static final int SPELLINGS = 200_000;

    /// Ways in which programs write numbers.
    ///
    /// @param leastRead share that must be kept, so that the comparison is one
    private enum Spelling {
        SCORES_OF_SIX_DECIMALS(1, random -> String.format(Locale.ROOT, "%.6f", random.nextDouble())),
        NUMBERS_IN_FULL(0.9, random -> Double.toString(random.nextDouble(-100, 100))),
        ANY_BITS(0, random -> Double.toString(Double.longBitsToDouble(random.nextLong()))),
        WHOLE_NUMBERS(0.8, random -> Long.toString(random.nextLong() >> random.nextInt(12, 64))),
        ABOUT_THE_LAST_EXACT_ONE(0.1, random -> point(BigInteger.valueOf((1L << 53) + random.nextInt(-2000, 2001)), random)),
        ANY_DIGITS_WITH_A_POINT(0.2, PlainDecimalTest::digits);

        private final double leastRead;
        private final Function<SplittableRandom, String> write;

        Spelling(double leastRead, Function<SplittableRandom, String> write) {
            this.leastRead = leastRead;
            this.write = write;
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasTheBitsOfJavasOwnReader(Spelling spelling) {
        SplittableRandom random = new SplittableRandom(17);
        int read = 0;
        for (int k = 0; k < SPELLINGS; k++) {
            String text = spelling.write.apply(random);
            long packed = pack(text);
            if (packed != PlainDecimal.NONE) {
                read++;
                compare(packed, text);
            }
        }
        assertThat((double) read / SPELLINGS).isGreaterThanOrEqualTo(spelling.leastRead);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0", "-0", "-0.0", "0.1", "-1.5", "9007199254740992", "-9007199254740992", "9007199254740993", "99999999999999999",
        "0.9007199254740991", "0.0000000000000000000001", "1.0000000000", "0.30000000000000004", "144115188075855871"
    })
    void plainOnesAreKept(String text) {
        compare(pack(text), text);
    }

    /// Halfway between two doubles, beside it, and beside powers of two: where rounding is hardest.
    @ParameterizedTest
    @ValueSource(strings = {
        "90071992547409925", "9007199254740993.0", "4503599627370497.5", "4503599627370498.5", "18014398509481985",
        "18014398509481986", "18014398509481987", "0.99999999999999994", "1.9999999999999998", "0.12500000000000001",
        "36028797018963968", "36028797018963967", "36028797018963969", "0.50000000000000011", "4.0000000000000004"
    })
    void hardOnesAreRoundedOnce(String text) {
        compare(pack(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "-", "+", ".", "-.", "+0", "00", "007", "-01", ".5", "5.", "-.5", "+5.", "1e5", "1.2.3", "--1", "+-1", "1-", "1 ", " 1",
        "1,5", "1d", "0x1", "NaN", "NA", "inf", "١", "1_0", "144115188075855872", "99999999999999999999",
        "0.00000000000000000000001"
    })
    void anythingElseIsLeft(String text) {
        assertThat(pack(text)).isEqualTo(PlainDecimal.NONE);
    }

    @Test
    void onlyItsOwnCharactersAreLookedAt() {
        assertThat(PlainDecimal.value(PlainDecimal.pack("12.345".toCharArray(), 1, 4))).isEqualTo(2.3);
        assertThat(PlainDecimal.pack("12.345".toCharArray(), 6, 6)).isEqualTo(PlainDecimal.NONE);
    }

    private static long pack(String text) {
        return PlainDecimal.pack(text.toCharArray(), 0, text.length());
    }

    private static void compare(long packed, String text) {
        assertThat(packed).as(text).isNotNegative();
        assertThat(PlainDecimal.text(packed)).isEqualTo(text);
        assertThat(Double.doubleToRawLongBits(PlainDecimal.value(packed))).as(text)
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    private static String digits(SplittableRandom random) {
        return point(new BigInteger(Long.toUnsignedString(random.nextLong() >>> random.nextInt(64))), random);
    }

    /// The digits with a sign or none and a point somewhere, now and then among zeros.
    private static String point(BigInteger digits, SplittableRandom random) {
        String text = new BigDecimal(digits, random.nextInt(26)).toPlainString() + "0".repeat(random.nextInt(3));
        return switch (random.nextInt(4)) {
            case 0 -> "-" + text;
            case 1 -> "+" + text;
            case 2 -> "00" + text;
            default -> text;
        };
    }
}
