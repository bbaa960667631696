// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Lint takes whatever there is. */
class LinterProperties {

    private static final Linter LINTER = new Linter(LintOptions.NONE);
    private static final List<byte[]> SEEDS = seeds();
    private static final String[] PIECES = {
        "[",
        "]",
        "=",
        "\"",
        "'",
        ".",
        "{",
        "}",
        ",",
        "\n",
        "#",
        "[[",
        "plugins",
        "version = 3\n",
        "version = -1\n",
        "io.containerd.grpc.v1.cri",
        "runtimes",
        "options",
        "[host.\"x\"]\n",
        "imports = [\"*\"]\n",
        "\u0000",
        "\u00e9",
        "[plugins.cri]\n",
        "# ctrcfg:ignore x\n",
        "server = 1\n",
        "runtime_type = 1\n",
        "[plugins.\"\"]\n"
    };

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Shared.testdata("lint"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".toml"))
                    .sorted()
                    .toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return seeds;
    }

    @Property(tries = 300)
    void bytesAreLinted(@ForAll byte[] content) {
        assertThat(LINTER.lint("config.toml", content).findings()).isNotNull();
        assertThat(LINTER.lint("hosts.toml", content).findings()).isNotNull();
    }

    @Property(tries = 1000)
    void spoiltFilesAreLinted(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] content = SEEDS.get(random.nextInt(SEEDS.size()));
        for (int i = random.nextInt(4); i >= 0; i--) {
            content = spoil(content, random);
        }
        LintReport report = LINTER.lint(random.nextBoolean() ? "config.toml" : "hosts.toml", content);
        for (Finding finding : report.findings()) {
            assertThat(finding.place().span().end()).isLessThanOrEqualTo(content.length);
            assertThat(finding.message()).isNotBlank().doesNotContain("\n");
        }
    }

    private static byte[] spoil(byte[] content, Random random) {
        String text = new String(content, StandardCharsets.UTF_8);
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + (random.nextBoolean() ? 0 : random.nextInt(12)));
        return (text.substring(0, from) + PIECES[random.nextInt(PIECES.length)] + text.substring(to))
                .getBytes(StandardCharsets.UTF_8);
    }
}
