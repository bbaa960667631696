// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.profile;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Header;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What K3s's base template writes into a file that extends it. A table that stands there cannot be written again, and a
 * key at the root would end up in the last table of the base.
 */
public final class BaseTemplate {

    private static final String PLUGINS = "plugins";
    private static final Key OPT = Key.of(PLUGINS, "io.containerd.internal.v1.opt");
    private static final Key CRI = Key.of(PLUGINS, PluginIds.CRI);
    private static final Key RUNTIME = Key.of(PLUGINS, PluginIds.CRI_RUNTIME);
    private static final Key IMAGES = Key.of(PLUGINS, PluginIds.CRI_IMAGES);
    private static final Key RUNC = Key.of("containerd", "runtimes", "runc");

    private static final Set<Key> TABLES_V2 = Set.of(
            Key.of("grpc"),
            OPT,
            CRI,
            CRI.child("containerd"),
            CRI.child("cni"),
            CRI.resolve(RUNC),
            CRI.resolve(RUNC).child("options"),
            CRI.child("registry"));

    private static final Set<Key> TABLES_V3 = Set.of(
            Key.of("grpc"),
            OPT,
            CRI,
            RUNTIME,
            RUNTIME.child("cni"),
            RUNTIME.resolve(RUNC),
            RUNTIME.resolve(RUNC).child("options"),
            IMAGES,
            IMAGES.child("pinned_images"),
            IMAGES.child("registry"));

    private BaseTemplate() {}

    /**
     * {@return the tables that the base template writes}
     *
     * @param version the version of the configuration
     */
    public static Set<Key> tables(ConfigVersion version) {
        return !version.isAtLeast(ConfigVersion.V3) ? TABLES_V2 : TABLES_V3;
    }

    /**
     * Refuses what would make a rendered file one that containerd cannot read.
     *
     * @param before a document that extends the base template
     * @param after the same with a patch
     * @param version the version of the configuration
     * @throws EditConflictException if a table of the base is written again or the root gets a new key; the message says
     *     which
     */
    public static void requireNoRepetition(TomlDocument before, TomlDocument after, ConfigVersion version) {
        Set<Key> there = headers(before);
        for (Header header : after.headers()) {
            if (tables(version).contains(header.key()) && !there.contains(header.key())) {
                throw refused(
                        before,
                        header.key(),
                        "the base template writes [" + header.key() + "] already, and a second one");
            }
        }
        for (String name : after.root().entries().keySet()) {
            boolean added = !before.root().entries().containsKey(name);
            if (added && !(after.root().entries().get(name) instanceof TomlTable)) {
                throw refused(
                        before, Key.of(name), name + " would end up in the last table of the base template, and that");
            }
        }
    }

    private static Set<Key> headers(TomlDocument document) {
        Set<Key> keys = new HashSet<>();
        List<Header> headers = document.headers();
        for (Header header : headers) {
            keys.add(header.key());
        }
        return keys;
    }

    private static EditConflictException refused(TomlDocument document, Key key, String what) {
        Optional<Span> base = document.keySpanOf(Key.of("version"));
        return new EditConflictException(
                key,
                base,
                what + " would be an error; use a drop-in (--drop-in), or copy the whole template and edit that");
    }
}
