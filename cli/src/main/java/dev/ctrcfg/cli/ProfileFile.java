// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.profile.Profile;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that a patch is for, and the Kubernetes distribution that it belongs to.
 *
 * @param profile the distribution, named or told by the path; empty if the containerd is of none
 * @param file the file
 */
record ProfileFile(Optional<Profile> profile, FileArgument file) {

    static ProfileFile of(Arguments arguments, Path root) throws CommandFailure {
        FileArgument given = arguments.get(PatchOptions.FILE);
        Optional<Profile> named = arguments.find(DropInOptions.PROFILE);
        if (named.isPresent()) {
            boolean dropIn = arguments.has(DropInOptions.DROP_IN) || arguments.has(DropInOptions.REMOVE);
            return new ProfileFile(named, given.isDefault() ? usual(named.get(), root, dropIn) : given);
        }
        FileArgument file = given.orBelow(root);
        boolean stream = file.isStream();
        return new ProfileFile(stream ? Optional.empty() : Profile.ofPath(HostRoot.onHost(root, file.path())), file);
    }

    /** A drop-in is for the configuration as containerd gets it; other patches are for what that is made from. */
    private static FileArgument usual(Profile profile, Path root, boolean dropIn) {
        Path rendered = HostRoot.place(root, Path.of(profile.rendered()));
        boolean imports = profile.dropInDirectory(ConfigVersion.V4).isPresent();
        if (dropIn && imports && Files.exists(rendered)) {
            return new FileArgument(rendered, false);
        }
        for (String candidate : profile.files()) {
            Path path = HostRoot.place(root, Path.of(candidate));
            if (Files.exists(path)) {
                return new FileArgument(path, false);
            }
        }
        Path made = Path.of(profile.newFile(version(rendered)));
        return new FileArgument(HostRoot.place(root, made), false);
    }

    /** The version that the distribution writes for its containerd; the newest one if that is not known. */
    private static ConfigVersion version(Path rendered) {
        try {
            TomlDocument document = TomlDocument.parse(ConfigFile.read(rendered).content());
            return ConfigKeys.versionOf(document.root()).orElse(ConfigVersion.V4);
        } catch (IOException | TomlSyntaxException e) {
            return ConfigVersion.V4;
        }
    }
}
