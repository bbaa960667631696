// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import java.util.List;
import java.util.Optional;

/**
 * What a release of containerd makes of a configuration file.
 *
 * <p>Reading never fails: a file that containerd refuses has a {@link #verdict()} that says so and an empty tree.
 */
public final class EffectiveConfig {

    private final ContainerdRelease release;
    private final Loaded loaded;

    private EffectiveConfig(ContainerdRelease release, Loaded loaded) {
        this.release = release;
        this.loaded = loaded;
    }

    /**
     * {@return what a release makes of a file and those that it imports}
     *
     * @param release the release
     * @param source where the files are
     * @param path the file, as {@code containerd --config} would be given it
     */
    public static EffectiveConfig load(ContainerdRelease release, ConfigSource source, String path) {
        return new EffectiveConfig(release, Loaded.load(release, source, path));
    }

    /**
     * {@return what a release makes of no file at all, as when the daemon is started without {@code --config} and its usual
     * file does not exist}
     *
     * @param release the release
     */
    public static EffectiveConfig withoutFile(ContainerdRelease release) {
        return new EffectiveConfig(release, Loaded.withoutFile(release));
    }

    /**
     * {@return what a release makes of a text}
     *
     * @param release the release
     * @param name the path that the text counts as being at, for relative imports and for messages
     * @param document the text
     * @param imports where the files are that it imports
     */
    public static EffectiveConfig of(
            ContainerdRelease release, String name, TomlDocument document, ConfigSource imports) {
        return of(release, new ConfigText(name, document), imports);
    }

    /**
     * {@return what a release makes of a text}
     *
     * @param release the release
     * @param text the text
     * @param imports where the files are that it imports
     */
    public static EffectiveConfig of(ContainerdRelease release, ConfigText text, ConfigSource imports) {
        return new EffectiveConfig(release, Loaded.load(release, new TextInHand(text, imports), text.path()));
    }

    /**
     * {@return what a release makes of a text}
     *
     * @param release the release
     * @param name the path that the text counts as being at, for relative imports and for messages
     * @param text the text, which need not be TOML
     * @param imports where the files are that it imports
     */
    public static EffectiveConfig of(ContainerdRelease release, String name, byte[] text, ConfigSource imports) {
        return new EffectiveConfig(release, Loaded.load(release, new TextInHand(name, text, imports), name));
    }

    /** {@return the release} */
    public ContainerdRelease release() {
        return release;
    }

    /** {@return the files that took part, in the order of their being read} */
    public List<SourceFile> files() {
        return loaded.files();
    }

    /**
     * {@return the configuration with all defaults, as {@code containerd config dump} prints it; empty if that command
     * refuses it}
     */
    public TomlTable root() {
        return loaded.root();
    }

    /** {@return the files merged and migrated, without defaults; empty if containerd refuses them} */
    public TomlTable loaded() {
        return loaded.loaded();
    }

    /**
     * {@return where a value comes from}
     *
     * @param key the key of a value or table of {@link #root()}
     */
    public Optional<Origin> origin(Key key) {
        return loaded.origin(key);
    }

    /** {@return whether {@code disabled_plugins} takes out the plugin that serves the kubelet; false if a file is refused} */
    public boolean isCriDisabled() {
        return loaded.isCriDisabled();
    }

    /**
     * {@return the place in another file that a setting of a file has to give way to; empty if it has none to}
     *
     * @param path the path of the file, as {@link SourceFile#path()} has it
     * @param written the key of a value in that file
     */
    public Optional<SourcePlace> overriding(String path, Key written) {
        return new Overriding(this, path).of(written);
    }

    /**
     * {@return what becomes of {@code containerd config dump}}
     *
     * <p>The daemon may end where the command does not: the daemon looks at values, and since 2.0 it does not put up with
     * a missing file. The command's remarks are those that it makes while it reads.
     */
    public Verdict dumpVerdict() {
        return loaded.dumpVerdict();
    }

    /** {@return what becomes of the daemon} */
    public Verdict verdict() {
        return loaded.verdict();
    }
}
