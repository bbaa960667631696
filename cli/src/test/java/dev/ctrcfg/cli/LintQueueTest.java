// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files in one run. */
class LintQueueTest {

    private static final int FILES = 700;

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int lint(List<String> files) {
        List<String> args = new ArrayList<>(List.of("lint", "--containerd", "2.1"));
        args.addAll(files);
        return Ctrcfg.run(
                InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
    }

    private List<String> writeFiles() throws IOException {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            // Every seventh takes longer.
            String text = "version = 3\nrot = \"/data\"\n" + "# a line\n".repeat(i % 7 == 0 ? 20_000 : 1);
            files.add(Files.writeString(directory.resolve("config-" + i + ".toml"), text)
                    .toString());
        }
        return files;
    }

    @Test
    void findingsComeInTheOrderOfTheFiles() throws IOException {
        List<String> files = writeFiles();

        assertThat(lint(files)).isEqualTo(1);

        List<String> found = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            found.add(line.substring(0, line.indexOf(".toml:") + 5));
        }
        assertThat(found).isEqualTo(files);
        assertThat(err.toString()).endsWith(FILES + " errors, 0 warnings and 0 infos in " + FILES + " files\n");
    }

    @Test
    void aFileThatCannotBeReadIsToldAndTheOthersAreLookedAt() throws IOException {
        List<String> files = writeFiles();
        Files.delete(Path.of(files.get(300)));

        assertThat(lint(files)).isEqualTo(2);

        assertThat(err.toString()).contains("config-300.toml").contains(" in " + (FILES - 1) + " files\n");
        assertThat(out.toString().lines()).hasSize(FILES - 1);
    }
}
