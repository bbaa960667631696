// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A text that all releases share says to each what a text of its own would. */
class SharedTextTest {

    private static final String NAME = "/etc/containerd/config.toml";

    private final List<ContainerdRelease> releases = new ArrayList<>();

    SharedTextTest() {
        for (ReleaseLine line : ReleaseLine.values()) {
            releases.add(line.newest());
        }
        releases.add(ContainerdRelease.parse("1.6.20-deb"));
        releases.add(ContainerdRelease.parse("1.7.24-deb"));
        releases.add(ContainerdRelease.parse("2.1.9-deb"));
    }

    @Test
    void ofOurOwnCases() throws IOException {
        assertThat(compare(Shared.testdata(""))).isGreaterThan(200);
    }

    @Test
    void ofRealFiles() throws IOException {
        assertThat(compare(Shared.require("corpus").resolve("files"))).isGreaterThan(200);
    }

    /** How many files were compared. */
    private int compare(Path folder) throws IOException {
        int compared = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Optional<TomlDocument> document = parse(file);
                if (document.isPresent()) {
                    compared++;
                    compare(file, document.get());
                }
            }
        }
        return compared;
    }

    private static Optional<TomlDocument> parse(Path file) throws IOException {
        boolean toml = file.toString().endsWith(".toml")
                || !file.getFileName().toString().contains(".");
        try {
            return toml ? Optional.of(TomlDocument.parse(Files.readAllBytes(file))) : Optional.empty();
        } catch (TomlSyntaxException e) {
            return Optional.empty();
        }
    }

    private void compare(Path file, TomlDocument document) {
        ConfigText shared = new ConfigText(NAME, document);
        for (ContainerdRelease release : releases) {
            EffectiveConfig.of(release, shared, ConfigSource.none());
        }
        List<ContainerdRelease> backwards = new ArrayList<>(releases);
        Collections.reverse(backwards);
        for (ContainerdRelease release : backwards) {
            compare(file, release, document, shared);
        }
    }

    private static void compare(Path file, ContainerdRelease release, TomlDocument document, ConfigText shared) {
        EffectiveConfig alone = EffectiveConfig.of(release, NAME, document.bytes(), ConfigSource.none());
        EffectiveConfig together = EffectiveConfig.of(release, shared, ConfigSource.none());
        String what = file + " as " + release + " reads it";
        assertThat(remarks(together.verdict())).as(what).isEqualTo(remarks(alone.verdict()));
        assertThat(remarks(together.dumpVerdict())).as(what).isEqualTo(remarks(alone.dumpVerdict()));
        assertThat(together.root().toToml()).as(what).isEqualTo(alone.root().toToml());
        assertThat(together.loaded().toToml()).as(what).isEqualTo(alone.loaded().toToml());
    }

    private static List<String> remarks(Verdict verdict) {
        List<String> remarks = new ArrayList<>();
        for (Remark remark : verdict.remarks()) {
            String place = remark.place().map(Object::toString).orElse("");
            remarks.add(remark.effect() + " " + remark.key() + " " + remark.id() + " " + place + " " + remark.text());
        }
        return remarks;
    }
}
