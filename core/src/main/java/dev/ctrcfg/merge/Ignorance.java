// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.effective.Effect;
import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.effective.Verdict;
import dev.ctrcfg.release.KnownPlugins;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import org.jspecify.annotations.Nullable;

/** Whether a release makes nothing of a setting. */
final class Ignorance {

    private Ignorance() {}

    /** The reason for which a key of a file has no effect, or null if it has one. */
    static @Nullable Remark of(Key key, Verdict verdict, String file) {
        for (Remark remark : verdict.remarks()) {
            boolean ignores = remark.effect() == Effect.IGNORED || remark.effect() == Effect.UNKNOWN_KEY;
            if (ignores && concerns(remark, key, file) && !isHarmless(remark)) {
                return remark;
            }
        }
        return null;
    }

    private static boolean concerns(Remark remark, Key key, String file) {
        return remark.key().isPresent()
                && key.startsWith(remark.key().get())
                && remark.place().isPresent()
                && remark.place().get().file().path().equals(file);
    }

    /** Whether a setting of a file may have lost its effect by what stands elsewhere in the file. */
    static boolean canComeOfOthers(Remark remark, String file) {
        String id = remark.id().orElse("");
        boolean displaced = switch (id) {
            case "lost-by-migration", "replaced-by-migration", "legacy-server-key", "double-plugin", "unknown-plugin" ->
                true;
            default -> remark.effect() == Effect.UNKNOWN_KEY;
        };
        return displaced
                && remark.key().isPresent()
                && concerns(remark, remark.key().get(), file);
    }

    /** A zero value does not count where it is the default. */
    private static boolean isHarmless(Remark remark) {
        return remark.id().isPresent() && remark.id().get().equals("zero-value");
    }

    /** Whether no release has the plugin of a key, and somebody's own containerd may: such as one that the file names. */
    static boolean isOfAnotherBuild(Remark remark, TomlTable before) {
        return remark.id().orElse("").equals("unknown-plugin")
                && remark.key().isPresent()
                && remark.key().get().size() > 1
                && (KnownPlugins.mayBeForeign(remark.key().get().name(1))
                        || before.find(remark.key().get()).isPresent());
    }

    /** Whether a value says no more than none would. */
    static boolean isZero(TomlValue value) {
        return value.equals(TomlValue.of(""))
                || value.equals(TomlValue.of(0))
                || value.equals(TomlValue.of(false))
                || value instanceof TomlArray array && array.size() == 0;
    }

    /** The reason, in words that are the same for all releases. */
    static String text(Remark remark) {
        if (remark.effect() == Effect.UNKNOWN_KEY) {
            return "no setting has this key";
        }
        if (remark.id().orElse("").equals("disabled-plugin")) {
            return "disabled_plugins takes its plugin out";
        }
        boolean named = remark.id().orElse("").equals("unknown-plugin");
        int verb = named ? remark.text().indexOf(" has no such plugin") : -1;
        return verb < 0 ? remark.text() : "it" + remark.text().substring(verb);
    }
}
