// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds what commands print as JSON against the schemas that the documentation has of it. */
class OutputSchemasTest {

    private static final Path SCHEMAS = Shared.testdata("../cli/docs/schemas");

    @ParameterizedTest
    @CsvSource({"patch, ''", "status, ''", "explain, ''", "runtimes, ''", "shim, ''", "doctor, ''", "show, --origin"})
    void describeWhatIsPrinted(String command, String option) throws IOException {
        String name = command + option.replace("--", "-");
        String schema = Files.readString(SCHEMAS.resolve(name + ".schema.json"));
        List<Path> cases = cases(command, option);

        assertThat(cases).isNotEmpty();
        for (Path one : cases) {
            assertThat(JsonSchemas.errors(schema, Files.readString(one.resolve("expected.out"))))
                    .as(one.toString())
                    .isEmpty();
        }
    }

    /** The golden cases of a command that print JSON. */
    private static List<Path> cases(String command, String option) throws IOException {
        try (Stream<Path> folders = Files.list(Shared.testdata("cli"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("expected.out")))
                    .filter(folder -> printsJson(folder.resolve("args"), command, option))
                    .sorted()
                    .toList();
        }
    }

    private static boolean printsJson(Path file, String command, String option) {
        try {
            List<String> args = Files.readAllLines(file);
            int output = args.indexOf("-o");
            boolean json = output > 0 && args.get(output + 1).equals("json");
            return json && args.get(0).equals(command) && (option.isEmpty() || args.contains(option));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
