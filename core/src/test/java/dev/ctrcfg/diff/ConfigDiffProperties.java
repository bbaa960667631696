// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.merge.ConfigPatch;
import dev.ctrcfg.merge.Merger;
import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.testing.GeneratedConfigs;
import dev.ctrcfg.toml.TomlDocument;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all comparisons by meaning. */
class ConfigDiffProperties {

    private static final int TRIES = 300;

    @Provide
    Arbitrary<ConfigText> files() {
        return GeneratedConfigs.any();
    }

    @Provide
    Arbitrary<List<ConfigText>> pairs() {
        return Arbitraries.of(ConfigVersion.values())
                .flatMap(version -> GeneratedConfigs.of(version).list().ofSize(2));
    }

    @Property(tries = TRIES)
    void nothingDiffersFromItself(@ForAll("files") ConfigText file) {
        assertThat(ConfigDiff.between(file, file)).isEmpty();
        assertThat(ConfigDiff.operations(file, file).items()).isEmpty();
    }

    @Property(tries = TRIES)
    void theOperationsMakeOneFileOfAnother(@ForAll("pairs") List<ConfigText> pair) {
        ConfigText before = pair.get(0);
        ConfigText after = pair.get(1);
        ConfigPatch patch = ConfigPatch.ofOperations("diff", ConfigDiff.operations(before, after));
        TomlDocument patched = Merger.apply(before.document(), patch).document();
        assertThat(ConfigDiff.between(new ConfigText("patched", patched), after))
                .as(before.document().text() + "\n" + after.document().text())
                .isEmpty();
    }
}
