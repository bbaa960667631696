// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.effective.Origin;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/**
 * Where a value comes from, in the words of people and of programs.
 *
 * @param file the file; empty for a default
 * @param position the place in it
 * @param migratedFrom the key that it has there, if migration gave it another one
 * @param defaultOf the release, for a default
 */
record ValueOrigin(
        Optional<String> file,
        Optional<Position> position,
        Optional<Key> migratedFrom,
        Optional<ContainerdRelease> defaultOf) {

    static ValueOrigin written(String file, Position position) {
        return new ValueOrigin(Optional.of(file), Optional.of(position), Optional.empty(), Optional.empty());
    }

    static ValueOrigin of(Origin origin) {
        if (origin instanceof Origin.InFile there) {
            return written(there.place().file().path(), there.place().position());
        }
        if (origin instanceof Origin.Migrated migrated) {
            Origin.InFile from = migrated.from();
            return new ValueOrigin(
                    Optional.of(from.place().file().path()),
                    Optional.of(from.place().position()),
                    Optional.of(from.written()),
                    Optional.empty());
        }
        ContainerdRelease release = ((Origin.Default) origin).release();
        return new ValueOrigin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(release));
    }

    /** The same for programs. */
    TomlTable table() {
        TomlTable.Builder table = TomlTable.builder();
        file.ifPresent(path -> table.put("file", path));
        position.ifPresent(place -> table.put("line", place.line()).put("column", place.column()));
        migratedFrom.ifPresent(key -> table.put("migrated_from", key.toString()));
        defaultOf.ifPresent(release -> table.put("default_of", release.toString()));
        return table.build();
    }

    /** {@return {@code file:line:column}, with the key before migration, or the release whose default it is} */
    @Override
    public String toString() {
        if (defaultOf.isPresent()) {
            return "default of containerd " + defaultOf.get();
        }
        String place = file.orElseThrow() + ":" + position.orElseThrow();
        return migratedFrom.isEmpty() ? place : place + ", migrated from " + migratedFrom.get();
    }
}
