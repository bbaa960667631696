// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.KnownPlugins;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Header;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file that is linted, with what does not depend on the release that reads it. */
final class LintedFile {

    private final FileText text;
    private final Readings readings;
    private final TomlDocument document;
    private final FileKind kind;
    private final boolean offersFixes;
    private @Nullable Map<String, List<Entry>> entriesByName;
    private @Nullable List<Entry> entries;
    private @Nullable List<Header> headers;
    private @Nullable List<PluginTable> plugins;
    private @Nullable MeantText meant;
    private @Nullable ConfigVersion meantVersion;
    private @Nullable List<Suppression> suppressions;
    private @Nullable List<DropInFolder> dropIns;

    LintedFile(FileText text, Readings readings, TomlDocument document, boolean offersFixes) {
        this.offersFixes = offersFixes;
        this.text = text;
        this.readings = readings;
        this.document = document;
        this.kind = FileKind.of(text.name(), document.root());
    }

    FileKind kind() {
        return kind;
    }

    FileText text() {
        return text;
    }

    String name() {
        return text.name();
    }

    /** How the readers of the releases take it. */
    Readings readings() {
        return readings;
    }

    /** The file as the most tolerant of the readers takes it. */
    TomlDocument document() {
        return document;
    }

    /** Whether edits are worth working out. */
    boolean offersFixes() {
        return offersFixes;
    }

    TomlTable root() {
        return document.root();
    }

    List<Entry> entries() {
        List<Entry> known = entries;
        if (known == null) {
            known = document.entries();
            entries = known;
        }
        return known;
    }

    /** The entries whose keys end with a name, in the order of the text. */
    List<Entry> entriesNamed(String name) {
        Map<String, List<Entry>> known = entriesByName;
        if (known == null) {
            known = byName(entries());
            entriesByName = known;
        }
        return known.getOrDefault(name, List.of());
    }

    private static Map<String, List<Entry>> byName(List<Entry> entries) {
        Map<String, List<Entry>> byName = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.key().last() instanceof Key.Name last) {
                byName.computeIfAbsent(last.text(), name -> new ArrayList<>(1)).add(entry);
            }
        }
        return byName;
    }

    List<Header> headers() {
        List<Header> known = headers;
        if (known == null) {
            known = document.headers();
            headers = known;
        }
        return known;
    }

    /** The value of {@code version}, 0 if there is none or if it is not an integer. */
    long version() {
        return root().get("version").orElse(null) instanceof TomlInteger number ? number.value() : 0;
    }

    boolean hasVersion() {
        return root().get("version").isPresent();
    }

    /** The tables directly below {@code plugins}, in the order of the text. */
    List<PluginTable> plugins() {
        List<PluginTable> known = plugins;
        if (known == null) {
            known = findPlugins();
            plugins = known;
        }
        return known;
    }

    private List<PluginTable> findPlugins() {
        List<PluginTable> found = new ArrayList<>();
        Key plugins = Key.of("plugins");
        table(plugins).orElse(TomlTable.EMPTY).entries().forEach((name, value) -> {
            if (value instanceof TomlTable table) {
                found.add(new PluginTable(plugins.child(name), name, table));
            }
        });
        return List.copyOf(found);
    }

    /**
     * The version that the file is meant to be of. One that states none and has tables of plugins by their full ids, and
     * by no other, was meant to state the one that has these ids.
     */
    ConfigVersion meantVersion() {
        ConfigVersion known = meantVersion;
        if (known == null) {
            known = findMeantVersion();
            meantVersion = known;
        }
        return known;
    }

    private ConfigVersion findMeantVersion() {
        long stated = version();
        if (stated >= 2) {
            return ConfigVersion.of(stated).orElse(ConfigVersion.V4);
        }
        return hasVersion() || !lacksVersion() ? ConfigVersion.V1 : meantByIds();
    }

    /** Whether the file states no version though it has the plugin ids of version 2 or later, and no others. */
    boolean lacksVersion() {
        boolean full = false;
        for (PluginTable plugin : plugins()) {
            if (plugin.id().indexOf('.') < 0 && !plugin.id().equals("io")) {
                return false;
            }
            full |= KnownPlugins.isFullId(plugin.id());
        }
        return full && !hasVersion();
    }

    /** The file as it was meant. */
    MeantText meant() {
        MeantText known = meant;
        if (known == null) {
            known = MeantText.of(this);
            meant = known;
        }
        return known;
    }

    /** What its comments silence. */
    List<Suppression> suppressions() {
        List<Suppression> known = suppressions;
        if (known == null) {
            known = Suppression.in(this);
            suppressions = known;
        }
        return known;
    }

    /** The folders for drop-ins beside the file; none if nobody can tell. */
    List<DropInFolder> dropInFolders(LintOptions options) {
        List<DropInFolder> known = dropIns;
        if (known == null) {
            known = options.imports().isPresent()
                    ? DropInFolder.beside(name(), options.imports().get())
                    : List.of();
            dropIns = known;
        }
        return known;
    }

    private ConfigVersion meantByIds() {
        boolean split = false;
        for (PluginTable plugin : plugins()) {
            if (plugin.id().equals(PluginIds.CRI)) {
                return ConfigVersion.V2;
            }
            split |= plugin.id().equals(PluginIds.CRI_RUNTIME) || plugin.id().equals(PluginIds.CRI_IMAGES);
        }
        return split ? ConfigVersion.V3 : ConfigVersion.V2;
    }

    Optional<TomlTable> table(Key key) {
        return root().find(key).orElse(null) instanceof TomlTable table ? Optional.of(table) : Optional.empty();
    }

    Optional<String> string(Key key) {
        return root().find(key).orElse(null) instanceof TomlString string
                ? Optional.of(string.value())
                : Optional.empty();
    }

    Optional<TomlValue> value(Key key) {
        return root().find(key);
    }

    /** The place of a key, or of the nearest table above it that has one. */
    Spot spot(Key key) {
        for (Key at = key; !at.isRoot(); at = at.parent()) {
            Optional<Span> span = document.keySpanOf(at);
            if (span.isPresent()) {
                return new Spot(text, span.get(), Optional.of(key));
            }
        }
        return new Spot(text, firstLine(), key.isRoot() ? Optional.empty() : Optional.of(key));
    }

    /** The place of a key's value. */
    Spot valueSpot(Key key) {
        return document.spanOf(key)
                .map(span -> new Spot(text, span, Optional.of(key)))
                .orElseGet(() -> spot(key));
    }

    /** The place of what is said of the file as a whole: the start of its first line with something on it. */
    Spot top() {
        return new Spot(text, firstLine(), Optional.empty());
    }

    private Span firstLine() {
        int first = entries().isEmpty()
                ? Integer.MAX_VALUE
                : entries().get(0).keySpan().start();
        int header = headers().isEmpty()
                ? Integer.MAX_VALUE
                : headers().get(0).span().start();
        int at = Math.min(first, header);
        return at == Integer.MAX_VALUE ? new Span(0, 0) : new Span(at, at);
    }
}
