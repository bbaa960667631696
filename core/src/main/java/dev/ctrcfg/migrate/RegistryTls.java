// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.registry.HostsTree;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.GoZero;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code registry.configs.*.tls}, which only a {@code hosts.toml} can say to containerd 2.0 and later. */
final class RegistryTls implements Rule {

    private static final Key CONFIGS = Cri.old("registry", "configs");

    @Override
    public boolean applies(Plan plan) {
        return plan.climbsTo(ConfigVersion.V3);
    }

    @Override
    public void apply(Plan plan) {
        Map<String, TomlTable.Builder> hosts = new LinkedHashMap<>();
        List<Setting> settings = plan.below(CONFIGS);
        for (Setting setting : settings) {
            if (setting.name().size() == CONFIGS.size() + 3) {
                hosts.computeIfAbsent(setting.name().name(CONFIGS.size()), host -> TomlTable.builder())
                        .put(setting.name().name(CONFIGS.size() + 2), setting.value());
            }
        }
        for (Setting setting : settings) {
            String host = setting.name().name(CONFIGS.size());
            boolean zero = GoZero.is(setting.value());
            String message = zero ? "config version 3 has no place for it" : message(host, hosts.remove(host));
            plan.drop(setting, zero ? Notice.Kind.NO_EFFECT : Notice.Kind.LOST, message);
        }
    }

    /** The file to write, with the first of its settings. */
    private static String message(String host, TomlTable.@Nullable Builder tls) {
        if (tls == null) {
            return "goes into that hosts.toml as well";
        }
        TomlTable registry = TomlTable.builder()
                .put("configs", table(host, table("tls", tls.build())))
                .build();
        try {
            Map<String, TomlDocument> files = HostsTree.of(registry, HostsTree.Credentials.KEPT);
            for (Map.Entry<String, TomlDocument> file : files.entrySet()) {
                return "only a hosts.toml can say this to containerd 2.0 and later, see ctrcfg hosts-toml; in "
                        + file.getKey() + "/hosts.toml below registry.config_path:\n" + file.getValue();
            }
            return "no hosts.toml has a setting of this name";
        } catch (IllegalArgumentException e) {
            return "only a hosts.toml could say this to containerd 2.0 and later, and it cannot: " + e.getMessage();
        }
    }

    private static TomlTable table(String name, TomlTable value) {
        return TomlTable.builder().put(name, value).build();
    }
}
