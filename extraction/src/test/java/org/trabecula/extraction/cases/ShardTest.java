package org.trabecula.extraction.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.cohort.CaseFiles;
import org.trabecula.cohort.VertebraCase;

/// Which cases are in which shard.
class ShardTest {
    /// Cases on scans named by letters, one letter a case, in the order of the manifest.
    private static List<VertebraCase> cases(String scans) {
        return IntStream.range(0, scans.length())
                .mapToObj(n -> VertebraCase.named("c" + n, "p")
                        .withLine(n + 2)
                        .withFiles(CaseFiles.of(Path.of(scans.charAt(n) + ".nii"), Path.of("m.nii"), Optional.empty())))
                .toList();
    }

    private static String ids(Shard shard, List<VertebraCase> cases) {
        return String.join(" ", shard.of(cases).stream().map(VertebraCase::caseId).toList());
    }

    /// By hand: A (3 cases) to shard 1; B (1) to shard 2; C (2) to shard 2, which has fewer; D: three each, so to shard 1; E to
    /// shard 2, which has fewer again.
    @Test
    void wholeScansGoWhereTheFewestCasesAre() {
        List<VertebraCase> cases = cases("AABACCDE");
        assertThat(ids(new Shard(1, 2), cases)).isEqualTo("c0 c1 c3 c6");
        assertThat(ids(new Shard(2, 2), cases)).isEqualTo("c2 c4 c5 c7");
    }

    @Test
    void aScanOfItsOwnEachGoesInTurn() {
        List<VertebraCase> cases = cases("ABCDEFG");
        assertThat(ids(new Shard(1, 3), cases)).isEqualTo("c0 c3 c6");
        assertThat(ids(new Shard(2, 3), cases)).isEqualTo("c1 c4");
        assertThat(ids(new Shard(3, 3), cases)).isEqualTo("c2 c5");
        assertThat(ids(new Shard(9, 9), cases)).isEmpty();
    }

    @Test
    void casesWithoutAnImageAreSharedOutToo() {
        List<VertebraCase> cases = IntStream.range(0, 4).mapToObj(n -> VertebraCase.named("c" + n, "p").withLine(n + 2)).toList();
        assertThat(ids(new Shard(2, 2), cases)).isEqualTo("c1 c3");
    }

    /// Whatever the scans: every case in one shard, no scan in two, and no shard ahead of another by more than the largest scan.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shardsAreAPartitionAndEven(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder scans = new StringBuilder();
        IntStream.range(0, 200).forEach(n -> scans.append((char) ('A' + random.nextInt(50))));
        List<VertebraCase> cases = cases(scans.toString());
        int largest = Scans.of(cases).stream().mapToInt(List::size).max().orElseThrow();
        int of = random.nextInt(2, 9);
        List<VertebraCase> all = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        List<Path> images = new ArrayList<>();
        for (int number = 1; number <= of; number++) {
            List<VertebraCase> own = new Shard(number, of).of(cases);
            all.addAll(own);
            sizes.add(own.size());
            own.stream().flatMap(one -> one.image().stream()).distinct().forEach(images::add);
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(cases);
        assertThat(images).doesNotHaveDuplicates();
        assertThat(sizes.stream().mapToInt(Integer::intValue).max().orElseThrow()
                        - sizes.stream().mapToInt(Integer::intValue).min().orElseThrow())
                .isLessThanOrEqualTo(largest);
    }

    @Test
    void aShardIsReadAsItIsTyped() {
        assertThat(Shard.read("3/16")).contains(new Shard(3, 16));
        assertThat(Shard.read("1/1")).contains(new Shard(1, 1)).get().hasToString("1/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/4", "5/4", "4", "", "/4", "4/", "1/0", "-1/4", "1/4/4", "1.0/4", "1 /4", "a/b", "1/999999", "1/99999999999"})
    void whatMakesNoSenseIsNone(String text) {
        assertThat(Shard.read(text)).isEmpty();
    }
}
