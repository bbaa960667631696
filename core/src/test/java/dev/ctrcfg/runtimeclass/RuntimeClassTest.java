// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.runtimeclass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeClassTest {

    @Test
    void aHandlerThatIsNotKnownHasAClassOfItsName() {
        TomlTable manifest = RuntimeClass.of("mine").manifest();

        assertThat(manifest.entries().keySet()).containsExactly("apiVersion", "kind", "metadata", "handler");
        assertThat(manifest.find(Key.parse("metadata.name"))).contains(TomlValue.of("mine"));
        assertThat(manifest.find(Key.parse("handler"))).contains(TomlValue.of("mine"));
    }

    @Test
    void kataTellsWhatItsVirtualMachineTakes() {
        TomlTable manifest = RuntimeClass.of("kata-qemu").manifest();

        assertThat(manifest.find(Key.parse("overhead.podFixed.memory"))).contains(TomlValue.of("320Mi"));
        assertThat(manifest.find(Key.parse("scheduling.nodeSelector.\"katacontainers.io/kata-runtime\"")))
                .contains(TomlValue.of("true"));
    }

    @Test
    void aNameNeedNotBeThatOfTheHandler() {
        assertThat(RuntimeClass.of("runsc").name()).isEqualTo("gvisor");
        assertThat(RuntimeClass.of("runsc").handler()).isEqualTo("runsc");
    }

    @Test
    void handlersAreLabels() {
        assertThat(List.of("runc", "kata-qemu", "0", "a".repeat(63))).allMatch(RuntimeClass::isHandler);
        assertThat(List.of("", "Kata", "kata_qemu", "-a", "a-", "a.b", "a".repeat(64)))
                .noneMatch(RuntimeClass::isHandler);
    }
}
