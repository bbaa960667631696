// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.model.SettingNames;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code disabled_plugins} and {@code required_plugins}, which name plugins as the version of the file does. containerd
 * does not start without a required plugin that does not exist any more.
 */
final class PluginLists implements Rule {

    private static final Key DISABLED = Key.of("disabled_plugins");
    private static final Key REQUIRED = Key.of("required_plugins");

    @Override
    public boolean applies(Plan plan) {
        return true;
    }

    @Override
    public void apply(Plan plan) {
        plan.find(DISABLED).ifPresent(setting -> rename(plan, setting));
        plan.find(REQUIRED).ifPresent(setting -> rename(plan, setting));
    }

    private static void rename(Plan plan, Setting list) {
        if (!(list.value() instanceof TomlArray array)) {
            return;
        }
        List<TomlValue> items = new ArrayList<>();
        for (TomlValue item : array.items()) {
            String id = item instanceof TomlString string ? id(plan, string.value()) : "";
            if (id.isEmpty()) {
                items.add(item);
            } else if (list.name().equals(REQUIRED) && isGone(plan, id)) {
                plan.notice(
                        list, Notice.Kind.LOST, "containerd " + plan.target().writer() + " has no plugin " + id);
            } else {
                items.add(TomlValue.of(id));
            }
        }
        plan.value(list, new TomlArray(items));
    }

    private static String id(Plan plan, String written) {
        String id = SettingNames.of(plan.from()).pluginId(written);
        Optional<Key> there = SettingNames.of(plan.target().version()).locate(Key.of("plugins", id));
        boolean moved = there.isPresent() && there.get().size() == 2 && !isCri(id);
        return moved ? there.get().name(1) : id;
    }

    private static boolean isCri(String id) {
        return Cri.OLD.name(1).equals(id) || Sources.isSplit(id);
    }

    private static boolean isGone(Plan plan, String id) {
        KeySchema before = KeySchema.of(SettingNames.release(plan.from()));
        KeySchema after = KeySchema.of(plan.target().writer());
        boolean known = before.section(id).isPresent()
                || before.plugin(ConfigVersion.V2, id).isPresent();
        return known && after.section(id).isEmpty();
    }
}
