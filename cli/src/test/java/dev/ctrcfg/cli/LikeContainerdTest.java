// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.testing.SharedData;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code --like-containerd} prints the trees that were recorded of containerd itself. */
class LikeContainerdTest {

    private static final String RECORDED = "pure-";

    /** Both names of the CRI plugin in one file: which one counts is random, and this run had the other one. */
    private static final Path RANDOM = Path.of("m56-kata-doc-mixed-tables", "pure-2.3.4.toml");

    /** Imports an absolute path of the machine that it was recorded on. */
    private static final String FOREIGN = "i06-same-file-two-spellings";

    @Test
    void printsWhatEveryReleaseMakesOfEveryRecordedCase() throws IOException {
        assertThat(compare("containerd/migrate", "input.toml")).isGreaterThan(150);
    }

    @Test
    void printsWhatEveryReleaseMakesOfEveryRecordedFileThatImportsOthers() throws IOException {
        assertThat(compare("containerd/imports", "main.toml")).isGreaterThan(100);
    }

    private static int compare(String cases, String input) throws IOException {
        int compared = 0;
        for (Path tree : recorded(cases)) {
            String name = tree.getFileName().toString();
            String release = name.substring(RECORDED.length(), name.length() - ".toml".length());
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int exitCode = Ctrcfg.run(
                    InputStream.nullInputStream(),
                    new PrintWriter(out),
                    new PrintWriter(err),
                    "migrate",
                    tree.resolveSibling(input).toString(),
                    "--like-containerd",
                    "--for-containerd",
                    release);
            assertThat(exitCode).as("%s%n%s", tree, err).isZero();
            TomlTable printed = TomlDocument.parse(out.toString()).root();
            assertThat(printed).as("%s", tree).isEqualTo(SharedData.toml(tree));
            compared++;
        }
        return compared;
    }

    private static List<Path> recorded(String cases) throws IOException {
        try (Stream<Path> files = Files.walk(Shared.require(cases))) {
            return files.filter(path -> path.getFileName().toString().startsWith(RECORDED))
                    .filter(path -> !path.endsWith(RANDOM))
                    .filter(path -> !path.toString().contains(FOREIGN))
                    .sorted()
                    .toList();
        }
    }
}
