// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Outcome;
import dev.ctrcfg.model.ConfigLayout;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that installers have stumbled over, and what they are after a patch. */
class OwnPatchCasesTest {

    private static final Key KATA = Key.of("runtimes", "kata");

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Shared.testdata("patch"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static TomlDocument read(Path folder, String file) throws IOException {
        return TomlDocument.parse(Files.readAllBytes(folder.resolve(file)));
    }

    private static ConfigPatch patch(Path folder) throws IOException {
        return ConfigPatch.of("patch.toml", read(folder, "patch.toml"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFileIsAsExpectedByteForByte(Path folder) throws IOException {
        byte[] result = Merger.apply(read(folder, "input.toml"), patch(folder))
                .document()
                .bytes();
        if (Boolean.getBoolean("ctrcfg.testdata.update")) {
            Files.write(folder.resolve("expected.toml"), result);
        }

        assertThat(result).isEqualTo(Files.readAllBytes(folder.resolve("expected.toml")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSecondTimeNothingChanges(Path folder) throws IOException {
        TomlDocument once =
                Merger.apply(read(folder, "input.toml"), patch(folder)).document();

        assertThat(Merger.apply(once, patch(folder)).edits()).isEmpty();
    }

    /** What the patch says is what a release sees, in every one that reads the file and its CRI settings. */
    @ParameterizedTest
    @MethodSource("cases")
    void everyReleaseSeesTheRuntimeBesideRunc(Path folder) throws IOException {
        TomlDocument document =
                Merger.apply(read(folder, "input.toml"), patch(folder)).document();
        ConfigLayout written =
                ConfigLayout.of(ConfigLayout.spelling(document.root()).orElseThrow());
        TomlTable wanted = (TomlTable)
                document.find(written.cri().locate(KATA).orElseThrow()).orElseThrow();
        for (ContainerdRelease release : MergeOptions.DEFAULTS.releases(written.version())) {
            EffectiveConfig config = EffectiveConfig.of(release, "/c.toml", document, ConfigSource.none());
            if (keepsSettings(release, written) && config.verdict().outcome() == Outcome.LOADS) {
                CriLayout layout = CriLayout.of(release.writtenConfigVersion());
                TomlTable runtimes =
                        (TomlTable) config.root().find(layout.runtimes()).orElseThrow();
                assertThat(runtimes.entries()).as("%s", release).containsKeys("runc", "kata");
                TomlTable kata = (TomlTable) runtimes.get("kata").orElseThrow();
                assertThat(kata.get("runtime_type")).isEqualTo(wanted.get("runtime_type"));
                // Until 1.4 containerd prints an empty table for options.
                if (release.since(ReleaseLine.V1_5)) {
                    assertThat(kata.find(Key.of("options", "ConfigPath")))
                            .isEqualTo(wanted.find(Key.of("options", "ConfigPath")));
                }
            }
        }
    }

    /** containerd 2.0 to 2.2 drop the CRI settings of a file of version 1; 1.2 knows no version but that. */
    private static boolean keepsSettings(ContainerdRelease release, ConfigLayout written) {
        boolean old = written.version().number() == 1;
        return !old
                || List.of("1.3", "1.4", "1.5", "1.6", "1.7", "2.3", "2.4")
                        .contains(release.line().toString());
    }
}
