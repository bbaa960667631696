// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every command line below {@code testdata/cli}; {@code -Dctrcfg.testdata.update=true} rewrites what is expected. */
class GoldenCliTest {

    private static final Path CASES = Shared.testdata("cli");
    private static final boolean UPDATE = Boolean.getBoolean("ctrcfg.testdata.update");

    @TempDir
    Path directory;

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysAndWritesWhatIsExpected(String name) throws IOException {
        CliCase expected = CliCase.read(CASES.resolve(name));

        CliCase actual = expected.run(directory);

        if (UPDATE) {
            actual.writeOutcome(CASES.resolve(name));
        } else {
            assertThat(actual.outcome()).isEqualTo(expected.outcome());
        }
    }
}
