package org.trabecula.web.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trabecula.cohort.VertebraCase;

/// When vertebrae were outlined first: by the dates of the files.
final class FirstOutlines {
    private FirstOutlines() {}

    /// Empty where the file is not there.
    static Optional<LocalDate> day(VertebraCase vertebra) throws IOException {
        if (vertebra.mask().filter(Files::exists).isEmpty()) {
            return Optional.empty();
        }
        Path mask = vertebra.mask().orElseThrow();
        return Optional.of(LocalDate.ofInstant(Files.getLastModifiedTime(mask).toInstant(), ZoneId.systemDefault()));
    }

    static OptionalLong daysSince(VertebraCase vertebra, LocalDate today) throws IOException {
        Optional<LocalDate> first = day(vertebra);
        return first.isPresent() ? OptionalLong.of(ChronoUnit.DAYS.between(first.get(), today)) : OptionalLong.empty();
    }

    /// The first day on which the pause of every case is over; empty where no file is there.
    static Optional<LocalDate> earliest(List<VertebraCase> cases, int pauseDays) throws IOException {
        Optional<LocalDate> last = Optional.empty();
        for (VertebraCase one : cases) {
            Optional<LocalDate> over = day(one).map(first -> first.plusDays(pauseDays));
            if (over.isPresent() && (last.isEmpty() || over.get().isAfter(last.get()))) {
                last = over;
            }
        }
        return last;
    }
}
