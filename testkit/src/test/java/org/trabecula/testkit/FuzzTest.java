package org.trabecula.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The harness finds what it is there to find.
class FuzzTest {
    private static final byte[] SOUND = "a sound input of some length".getBytes(StandardCharsets.UTF_8);

    private static Fuzz fuzz() {
        return Fuzz.reader("harness").seed("sound", SOUND).refusesWith(IllegalStateException.class).seconds(2);
    }

    @Test
    void aReaderThatRefusesDamagePasses() {
        assertThatCode(() -> fuzz().bytes(FuzzTest::refuse)).doesNotThrowAnyException();
    }

    @Test
    void anotherExceptionFailsAndSavesTheInput() {
        assertThatThrownBy(() -> fuzz().bytes(input -> {
                    if (input.length < SOUND.length) {
                        throw new IndexOutOfBoundsException("past the end");
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("past the end")
                .hasMessageContaining("saved as")
                .hasMessageContaining("-Dtrabecula.fuzz.number=");
    }

    @Test
    void aFullStackFails() {
        assertThatThrownBy(() -> fuzz().bytes(input -> {
                    if (input.length != SOUND.length) {
                        descend(input.length);
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("StackOverflowError");
    }

    @Test
    void memoryBeyondTheLimitFails() {
        assertThatThrownBy(() -> fuzz().mostAllocatedBytes(1 << 20).bytes(input -> {
                    if (input.length != SOUND.length) {
                        refuse(new byte[8 << 20]);
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("bytes allocated");
    }

    @Test
    void aSoundInputThatIsRefusedFails() {
        assertThatThrownBy(() -> fuzz().bytes(_ -> {
                    throw new IllegalStateException("refused");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("'sound' is not accepted");
    }

    @Test
    void damageThatIsNeverNoticedFails() {
        assertThatThrownBy(() -> fuzz().bytes(_ -> {}))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("none of");
    }

    private static void refuse(byte[] input) {
        if (!Arrays.equals(input, SOUND)) {
            throw new IllegalStateException("damaged");
        }
    }

    private static int descend(int depth) {
        return depth < 0 ? 0 : descend(depth + 1) + 1;
    }
}
