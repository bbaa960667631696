// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.KeyType;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.release.SchemaSection;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/** Goes through the table of one section of the schema, and sorts what is there. */
final class SettingCollector {

    /**
     * A table on the way.
     *
     * @param table the table
     * @param written its key, from the root of the file on
     * @param inner its key as written, from the section's table on
     * @param plain the same in the spelling of the schema
     */
    private record Place(TomlTable table, Key written, Key inner, Key plain) {}

    private static final String ANY_NAME = "*";
    private static final Key PLUGINS = Key.of("plugins");

    private final Settings settings;
    private final RecordLayout layout;
    private final OptionsCollector options;
    private final SchemaSection section;

    SettingCollector(Settings settings, RecordLayout layout, OptionsCollector options, SchemaSection section) {
        this.settings = settings;
        this.layout = layout;
        this.options = options;
        this.section = section;
    }

    void collect(TomlTable table, Key written) {
        collect(new Place(table, written, Key.ROOT, Key.ROOT));
    }

    private void collect(Place place) {
        layout.record(section.id(), place.plain()).ifPresent(record -> settings.values.put(record, TomlTable.EMPTY));
        for (String name : place.table().entries().keySet()) {
            Optional<SchemaKey> setting = section.key(place.inner().child(name));
            if (setting.isPresent() && counts(place, setting.get(), name)) {
                collect(place, setting.get(), name);
            } else {
                unknown(place, name);
            }
        }
    }

    /** Whether no other spelling of the setting's name beats this one, and the setting has an effect. */
    private boolean counts(Place place, SchemaKey setting, String name) {
        if (setting.name().equals(ANY_NAME)) {
            return true;
        }
        Iterable<String> names = place.table().entries().keySet();
        String chosen = section.keyCase().choose(setting.name(), names).orElse(name);
        return chosen.equals(name)
                && !(isTopLevel() && layout.isDead(place.plain().child(setting.name())));
    }

    private boolean isTopLevel() {
        return section.id().equals(KeySchema.TOP_LEVEL);
    }

    private void unknown(Place place, String name) {
        settings.unknownKeys.add(place.written().child(name));
        TomlValue value = place.table().get(name).orElseThrow();
        layout.record(section.id(), place.plain()).ifPresent(record -> settings.unknown(record, name, value));
    }

    private void collect(Place place, SchemaKey setting, String name) {
        Key plain = place.plain().child(setting.name().equals(ANY_NAME) ? name : setting.name());
        Key written = place.written().child(name);
        TomlValue value = place.table().get(name).orElseThrow();
        if (isTopLevel() && plain.equals(PLUGINS) && value instanceof TomlTable) {
            return;
        }
        settings.written.put(layout.name(section.id(), plain), written);
        if (value instanceof TomlTable table && isLookedInto(setting.type())) {
            collect(new Place(table, written, place.inner().child(name), plain));
        } else if (settings.types.fits(setting.type(), value)) {
            layout.record(section.id(), plain).ifPresent(record -> keep(record, value));
        } else {
            settings.misfits.add(new Misfit(written, setting.type(), value));
        }
    }

    private void keep(Key record, TomlValue value) {
        if (OptionsCollector.isAt(record)) {
            options.collect((TomlTable) value, record);
        } else {
            settings.values.put(record, value);
        }
    }

    private static boolean isLookedInto(KeyType type) {
        boolean freeForm = type.element().isPresent() && type.element().get().kind() == KeyType.Kind.ANY;
        return type.isTable() && !freeForm;
    }
}
