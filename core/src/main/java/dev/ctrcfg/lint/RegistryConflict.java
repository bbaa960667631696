// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.toml.Key;
import java.util.List;
import java.util.Optional;

/** Mirrors, or certificates, besides a config_path. */
final class RegistryConflict extends RemarkRule {

    RegistryConflict() {
        super("registry-conflict", Severity.ERROR, List.of("mirrors-with-config-path", "tls-with-config-path"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        boolean mirrors = remark.id().filter("mirrors-with-config-path"::equals).isPresent();
        return Optional.of((mirrors ? "registry.mirrors" : "registry.configs.*.tls")
                + " and registry.config_path exclude each other, and " + effect(remark)
                + "; move them to hosts.toml files below config_path");
    }

    /** At the setting that is one line. */
    @Override
    Spot place(Subject subject, Remark remark) {
        List<Key> paths = subject.criKeys("registry", "config_path");
        return paths.isEmpty() ? subject.spot(remark) : subject.file().spot(paths.get(0));
    }
}
