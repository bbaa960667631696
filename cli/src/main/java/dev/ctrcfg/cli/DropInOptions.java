// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Completion;
import dev.ctrcfg.cli.command.Converter;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/** The options of {@code ctrcfg patch} for patches in a file of their own. */
final class DropInOptions {

    static final Option<String> DROP_IN = Option.value("--drop-in", "NAME", Text.ANY)
            .description("write a file NAME.toml that FILE imports, as small as it can be, and leave FILE alone but"
                    + " for that import");
    static final Option<Boolean> COMPLETE = Option.flag("--drop-in-complete")
            .description("let the drop-in hold the whole table of a plugin where a containerd before 2.0 would replace"
                    + " it by a smaller one");
    static final Option<String> REMOVE = Option.value("--remove-drop-in", "NAME", Text.ANY)
            .description("remove the import of a drop-in, unless a pattern covers it, and then the file");
    static final Option<Profile> PROFILE = Option.value("--profile", "NAME", Profiles.PROFILES)
            .description("whose containerd it is: k3s, rke2, microk8s or k0s; by default the path of FILE tells");

    private DropInOptions() {}

    static Option<?>[] options() {
        return new Option<?>[] {DROP_IN, COMPLETE, REMOVE, PROFILE};
    }

    /** Takes the name of a profile. */
    private enum Profiles implements Converter<Profile> {
        PROFILES;

        @Override
        public Profile convert(String text) {
            return Profile.of(text)
                    .orElseThrow(() ->
                            new IllegalArgumentException("'" + text + "' is not one of " + String.join(", ", names())));
        }

        @Override
        public Completion completion() {
            return Completion.words(names());
        }

        private static List<String> names() {
            List<String> names = new ArrayList<>();
            for (Profile profile : Profile.values()) {
                names.add(profile.id());
            }
            return names;
        }
    }
}
