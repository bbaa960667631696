// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.effective.SourceFile;
import dev.ctrcfg.effective.SourcePlace;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.Landing;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file as one release reads it. */
final class Subject {

    private static final String PLUGINS = "plugins";
    private static final Key RUNTIMES = Key.of("containerd", "runtimes");

    private final LintedFile file;
    private final Target target;
    private final LintOptions options;
    private final List<Subject> before;
    private final LenientImports imports;
    private @Nullable EffectiveConfig effective;
    private @Nullable Map<String, List<Remark>> remarksByKind;
    private @Nullable List<Remark> remarks;
    private @Nullable List<UnknownKey> unknownKeys;
    private @Nullable List<WrittenRuntime> runtimes;

    Subject(LintedFile file, Target target, LintOptions options) {
        this(file, target, options, List.of());
    }

    private Subject(LintedFile file, Target target, LintOptions options, List<Subject> before) {
        this.file = file;
        this.target = target;
        this.options = options;
        this.imports = new LenientImports(options);
        this.before = before;
    }

    /** The file as the releases read it one of which does so now; empty if it is not asked what changes. */
    List<Subject> before() {
        return before;
    }

    /** The same after other releases. */
    Subject after(List<Subject> others) {
        return new Subject(file, target, options, List.copyOf(others));
    }

    LintedFile file() {
        return file;
    }

    LintOptions options() {
        return options;
    }

    Target target() {
        return target;
    }

    ContainerdRelease release() {
        return target.release();
    }

    KeySchema schema() {
        return target.schema();
    }

    /** Where the release's migration takes a key of the file. */
    Landing landing(Key key) {
        return target.landing(version(), key);
    }

    boolean since(ReleaseLine line) {
        return release().since(line);
    }

    /** What the release makes of the file, with the version that it was meant to state, and of its imports. */
    EffectiveConfig effective() {
        EffectiveConfig known = effective;
        if (known == null) {
            known = EffectiveConfig.of(release(), file.meant().asConfig(), imports);
            effective = known;
        }
        return known;
    }

    /** The place of a key that a remark is about. */
    Spot spot(Remark remark, Key key) {
        Optional<SourcePlace> place = remark.place();
        if (place.isEmpty() || place.get().file().path().equals(file.name())) {
            return place.isPresent() && remark.key().filter(key::equals).isPresent()
                    ? new Spot(file.text(), file.meant().written(place.get().span()), Optional.of(key))
                    : file.spot(key);
        }
        SourceFile imported = place.get().file();
        Span span = imported.document()
                .flatMap(document -> document.keySpanOf(key))
                .orElse(place.get().span());
        return new Spot(new FileText(imported.path(), imported.bytes()), span, Optional.of(key));
    }

    /** The place of a remark, which is that of its key or its value. */
    Spot spot(Remark remark) {
        if (remark.key().isPresent()) {
            return spot(remark, remark.key().get());
        }
        return remark.place().map(this::spot).orElseGet(file::top);
    }

    private Spot spot(SourcePlace place) {
        return place.file().path().equals(file.name())
                ? new Spot(file.text(), file.meant().written(place.span()), Optional.empty())
                : new Spot(new FileText(place.file().path(), place.file().bytes()), place.span(), Optional.empty());
    }

    /** The imports that are not there. */
    List<String> missingImports() {
        effective();
        return imports.missing();
    }

    List<Remark> remarks() {
        List<Remark> known = remarks;
        if (known == null) {
            known = effective().verdict().remarks();
            remarks = known;
        }
        return known;
    }

    /** The remarks of a kind. */
    List<Remark> remarks(String kind) {
        Map<String, List<Remark>> known = remarksByKind;
        if (known == null) {
            known = byKind(remarks());
            remarksByKind = known;
        }
        return known.getOrDefault(kind, List.of());
    }

    private static Map<String, List<Remark>> byKind(List<Remark> remarks) {
        Map<String, List<Remark>> byKind = new HashMap<>();
        for (Remark remark : remarks) {
            byKind.computeIfAbsent(remark.id().orElse(""), kind -> new ArrayList<>(1))
                    .add(remark);
        }
        return byKind;
    }

    /** The keys that the release reads over, sorted out. */
    List<UnknownKey> unknownKeys() {
        List<UnknownKey> known = unknownKeys;
        if (known == null) {
            known = UnknownKeys.of(this);
            unknownKeys = known;
        }
        return known;
    }

    /** The version that the file is meant to be of, see {@link LintedFile#meantVersion()}. */
    ConfigVersion version() {
        return file.meantVersion();
    }

    /** The ids of the tables below {@code plugins} that the release takes CRI settings from. */
    List<String> criTables() {
        if (version() == ConfigVersion.V1) {
            return version1Tables();
        }
        if (!since(ReleaseLine.V2_0)) {
            return List.of(PluginIds.CRI);
        }
        boolean oldIsRead = version() == ConfigVersion.V2 || version() == ConfigVersion.V3 && since(ReleaseLine.V2_3);
        return oldIsRead
                ? List.of(PluginIds.CRI, PluginIds.CRI_RUNTIME, PluginIds.CRI_IMAGES)
                : List.of(PluginIds.CRI_RUNTIME, PluginIds.CRI_IMAGES);
    }

    private List<String> version1Tables() {
        if (since(ReleaseLine.V2_3)) {
            return List.of(PluginIds.CRI_SHORT, PluginIds.CRI, PluginIds.CRI_RUNTIME, PluginIds.CRI_IMAGES);
        }
        return since(ReleaseLine.V2_0)
                ? List.of(PluginIds.CRI_RUNTIME, PluginIds.CRI_IMAGES)
                : List.of(PluginIds.CRI_SHORT);
    }

    /** Where the file gives a CRI setting a value that the release reads; the keys are as written. */
    List<Key> criKeys(String... path) {
        List<Key> found = new ArrayList<>();
        for (String id : criTables()) {
            Key key = Key.of(PLUGINS, id).resolve(Key.of(path));
            if (file.value(key).isPresent()) {
                found.add(key);
            }
        }
        return found;
    }

    /** The runtimes of the file that the release reads. */
    List<WrittenRuntime> runtimes() {
        List<WrittenRuntime> known = runtimes;
        if (known == null) {
            known = findRuntimes();
            runtimes = known;
        }
        return known;
    }

    private List<WrittenRuntime> findRuntimes() {
        List<WrittenRuntime> found = new ArrayList<>();
        for (String id : criTables()) {
            Key key = Key.of(PLUGINS, id).resolve(RUNTIMES);
            file.table(key)
                    .ifPresent(table -> table.entries().forEach((name, value) -> {
                        if (value instanceof TomlTable runtime) {
                            found.add(new WrittenRuntime(key.child(name), runtime, release()));
                        }
                    }));
        }
        return List.copyOf(found);
    }

    /** The runtimes that are in force, with what defaults and imports add, by name. */
    Map<String, TomlValue> effectiveRuntimes() {
        Key key = Key.of(PLUGINS, release().runtimesPluginId()).resolve(RUNTIMES);
        return effective().root().find(key).orElse(TomlTable.EMPTY) instanceof TomlTable table
                ? table.entries()
                : Map.of();
    }

    /** A string setting that is in force. */
    Optional<String> effectiveString(String pluginId, String... path) {
        Key key = Key.of(PLUGINS, pluginId).resolve(Key.of(path));
        return effective().root().find(key).orElse(null) instanceof TomlString string
                ? Optional.of(string.value())
                : Optional.empty();
    }
}
