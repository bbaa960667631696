// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.merge.ConfigPatch;
import dev.ctrcfg.merge.Merger;
import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.migrate.Migrator;
import dev.ctrcfg.migrate.Upgrade;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlSyntaxException;
import dev.ctrcfg.toml.TomlTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the configurations among the reference data with each other. */
class ConfigDiffOfRecordsTest {

    private static final int PAIRS = 1000;
    private static final long SEED = 20_250_601L;

    @Test
    void nothingDiffersFromItself() throws IOException {
        for (ConfigText text : texts()) {
            assertThat(ConfigDiff.between(text, text)).as(text.name()).isEmpty();
        }
    }

    @Test
    void nothingDiffersFromItsMigration() throws IOException {
        for (ConfigText text : texts()) {
            ConfigVersion from = Upgrade.versionOf(text.document());
            for (ConfigVersion to : List.of(ConfigVersion.V2, ConfigVersion.V3, ConfigVersion.V4)) {
                if (to.isAtLeast(from)) {
                    TomlDocument migrated = Migrator.to(MigrationTarget.of(to))
                            .migrate(text.name(), text.document())
                            .files()
                            .get(0)
                            .document();
                    assertThat(ConfigDiff.between(text, new ConfigText("migrated", migrated)))
                            .as("%s to %s", text.name(), to)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theOperationsMakeOneFileOfAnother() throws IOException {
        List<ConfigText> texts = texts();
        Random random = new Random(SEED);
        for (int i = 0; i < PAIRS; i++) {
            ConfigText before = texts.get(random.nextInt(texts.size()));
            ConfigText after = texts.get(random.nextInt(texts.size()));
            if (Upgrade.versionOf(before.document()) == Upgrade.versionOf(after.document())
                    && hasKeysOfItsVersion(before)
                    && hasKeysOfItsVersion(after)) {
                ConfigPatch patch = ConfigPatch.ofOperations("diff", ConfigDiff.operations(before, after));
                TomlDocument patched = Merger.apply(before.document(), patch).document();
                assertThat(ConfigDiff.between(new ConfigText("patched", patched), after))
                        .as("%s and %s", before.name(), after.name())
                        .isEmpty();
            }
        }
    }

    /** Patches take keys of other versions for those that the file's own has in their place. */
    private static boolean hasKeysOfItsVersion(ConfigText text) {
        ConfigVersion version = Upgrade.versionOf(text.document());
        TomlTable root = text.document().root();
        List<String> ids = new ArrayList<>();
        if (root.get("plugins").orElse(null) instanceof TomlTable plugins) {
            ids.addAll(plugins.entries().keySet());
        }
        for (String list : List.of("disabled_plugins", "required_plugins")) {
            if (root.get(list).orElse(null) instanceof TomlArray array) {
                array.items().forEach(item -> ids.add(((TomlString) item).value()));
            }
        }
        return ids.stream().allMatch(id -> isIdIn(version, id));
    }

    private static boolean isIdIn(ConfigVersion version, String id) {
        return switch (version) {
            case V1 -> !id.contains(".");
            case V2 -> id.contains(".") && !id.startsWith("io.containerd.cri.v1.") && !id.contains(".shim.v1.");
            case V3, V4 -> id.contains(".") && !id.equals("io.containerd.grpc.v1.cri");
        };
    }

    private static List<ConfigText> texts() throws IOException {
        List<ConfigText> texts = new ArrayList<>();
        for (String folder : List.of("corpus/files", "containerd/migrate")) {
            try (Stream<Path> files = Files.walk(Shared.require(folder))) {
                for (Path file :
                        files.filter(ConfigDiffOfRecordsTest::isInput).sorted().toList()) {
                    read(file).ifPresent(texts::add);
                }
            }
        }
        assertThat(texts).hasSizeGreaterThan(250);
        return texts;
    }

    private static Optional<ConfigText> read(Path file) throws IOException {
        try {
            TomlDocument document = TomlDocument.parse(Files.readAllBytes(file));
            Upgrade.versionOf(document);
            return Optional.of(new ConfigText(file.toString(), document));
        } catch (TomlSyntaxException | EditConflictException e) {
            return Optional.empty();
        }
    }

    private static boolean isInput(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".toml") && !name.startsWith("output-") && !name.startsWith("pure-");
    }
}
