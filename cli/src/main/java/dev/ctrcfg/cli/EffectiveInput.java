// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Outcome;
import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.effective.SourcePlace;
import dev.ctrcfg.io.FileConfigSource;
import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.TomlDocument;
import java.nio.file.Path;
import java.util.Optional;

/** A configuration file together with the host that a containerd would read it on. */
final class EffectiveInput {

    /** Whether a command is asked for what a release sees instead of what is written. */
    static final Option<Boolean> EFFECTIVE = Option.flag("--effective")
            .description("take what a release sees: imports merged, older versions migrated, defaults filled in");

    /** The release that sees it. */
    static final Option<ReleaseArgument> RELEASE = Options.releaseOrAuto()
            .description("the release for --effective, auto for the installed one; by default the newest one that reads"
                    + " the file without migrating it");

    private final Input input;
    private final String path;
    private final Path root;

    private EffectiveInput(Input input, String path, Path root) {
        this.input = input;
        this.path = path;
        this.root = root;
    }

    /**
     * {@return a file, whose imports are looked for on the host}
     *
     * @param file the file as the command line names it, or the host's own one
     * @param root where the host's file system is mounted
     */
    static EffectiveInput read(FileArgument file, Path root, Console console) throws CommandFailure {
        FileArgument placed = file.orBelow(root);
        Input input = Input.read(placed, console);
        boolean below = !root.equals(HostRoot.NONE) && !placed.isStream();
        return new EffectiveInput(input, below ? HostRoot.onHost(root, placed.path()) : input.name(), root);
    }

    /** What messages call it. */
    String name() {
        return input.name();
    }

    /** {@return what the host calls it} */
    String path() {
        return path;
    }

    /** {@return a difference of documents with the lines of a template as they are} */
    String shown(String difference) {
        return input.shown(difference);
    }

    byte[] content() {
        return input.content();
    }

    TomlDocument parse() throws CommandFailure {
        return input.parse();
    }

    /**
     * {@return the release that is asked about}
     *
     * @param given the release of the command line; without one it is the newest that does not migrate the file
     */
    ContainerdRelease release(Optional<ReleaseArgument> given) throws CommandFailure {
        if (given.isPresent()) {
            return given.get().on(root);
        }
        Optional<ConfigVersion> version = ConfigKeys.versionOf(parse().root());
        return ContainerdRelease.newestFor(version.orElse(ConfigVersion.V4));
    }

    /**
     * {@return what the release that the command line names sees; empty if it asks for what is written}
     *
     * @throws UsageException if it names a release and asks for what is written
     */
    Optional<EffectiveConfig> asked(Arguments arguments, Console console) throws CommandFailure, UsageException {
        if (arguments.has(EFFECTIVE)) {
            return Optional.of(startedUnder(release(arguments.find(RELEASE)), console));
        }
        if (arguments.has(RELEASE)) {
            throw new UsageException("--containerd goes with --effective");
        }
        return Optional.empty();
    }

    /** {@return what a release makes of the file, whatever that is} */
    EffectiveConfig under(ContainerdRelease release) {
        ConfigSource host =
                root.equals(HostRoot.NONE) ? FileConfigSource.ofThisMachine() : FileConfigSource.below(root);
        return EffectiveConfig.of(release, path, input.content(), host);
    }

    /**
     * {@return what a release makes of the file, in which the CRI plugin may not load; a warning says so}
     *
     * @throws CommandFailure if the release does not start with it
     */
    EffectiveConfig startedUnder(ContainerdRelease release, Console console) throws CommandFailure {
        EffectiveConfig config = under(release);
        Optional<Remark> cause = config.verdict().cause();
        if (cause.isEmpty()) {
            return config;
        }
        if (config.verdict().outcome() != Outcome.CRI_NOT_LOADED) {
            throw CommandFailure.of(error(cause.get(), "containerd " + release + " does not start: "));
        }
        String place = cause.get().place().map(SourcePlace::toString).orElse(path);
        String warning = "containerd " + release + " does not load its CRI plugin: "
                + cause.get().text();
        console.err().print(Terminal.escape(place + ": warning: " + Secrets.mask(warning)) + "\n");
        return config;
    }

    private String error(Remark remark, String start) {
        String message = start + Secrets.mask(remark.text());
        if (remark.place().isEmpty()) {
            return path + ": error: " + message;
        }
        SourcePlace place = remark.place().get();
        Optional<TomlDocument> document = place.file().document();
        return document.isPresent()
                ? document.get().render(place.file().path(), place.span(), message, Secrets.REDACTION)
                : place + ": error: " + message;
    }
}
