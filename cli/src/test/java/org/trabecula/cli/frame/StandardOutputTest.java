package org.trabecula.cli.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lost results are no success; a reader who had enough is no failure.
class StandardOutputTest {
    @ParameterizedTest
    @CsvSource({"No space left on device, true", "Input/output error, true", "Broken pipe, false", "'', false"})
    void whyStdoutFailedIsRemembered(String message, boolean told) {
        StandardOutput stdout = new StandardOutput(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                if (!message.isEmpty()) {
                    throw new IOException(message);
                }
            }
        });
        PrintWriter out = new PrintWriter(stdout, false, StandardCharsets.UTF_8);
        out.println("results");
        out.flush();
        assertThat(stdout.failure().isPresent()).isEqualTo(told);
    }
}
