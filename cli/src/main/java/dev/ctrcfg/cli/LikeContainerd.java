// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Outcome;
import dev.ctrcfg.effective.SourceFile;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.migrate.Setting;
import dev.ctrcfg.migrate.Upgrade;
import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code containerd config migrate} makes of the settings of a file and its imports, and what is lost with that. */
final class LikeContainerd {

    private static final Key IMPORTS = Key.of("imports");

    private final Arguments arguments;
    private final Console console;
    private final MigrationTarget target;

    LikeContainerd(Arguments arguments, Console console, MigrationTarget target) {
        this.arguments = arguments;
        this.console = console;
        this.target = target;
    }

    int run() throws CommandFailure {
        EffectiveInput input =
                EffectiveInput.read(arguments.get(MigrateCommand.FILE), arguments.get(MigrateCommand.ROOT), console);
        input.parse();
        if (!target.release().hasConfigMigrate()) {
            throw CommandFailure.of("ctrcfg: error: containerd " + target.release() + " has no config migrate");
        }
        EffectiveConfig config = input.under(target.release());
        if (config.loaded().isEmpty() && config.verdict().outcome() != Outcome.LOADS) {
            throw CommandFailure.of(config.verdict()
                    .cause()
                    .map(cause -> Secrets.mask(cause.toString()))
                    .orElseThrow());
        }
        TomlDocument after = TomlDocument.of(config.loaded());
        losses(texts(config, input.name()), after);
        return write(after, input);
    }

    private static List<ConfigText> texts(EffectiveConfig config, String main) {
        List<ConfigText> texts = new ArrayList<>();
        for (SourceFile file : config.files()) {
            String name = texts.isEmpty() ? main : file.path();
            file.document()
                    .filter(document -> ConfigKeys.versionOf(document.root()).isPresent())
                    .ifPresent(document -> texts.add(new ConfigText(name, document)));
        }
        return texts;
    }

    private void losses(List<ConfigText> before, TomlDocument after) {
        Map<Key, Setting> left = new HashMap<>();
        Upgrade.settings(new ConfigText("", after), target).forEach(setting -> left.put(setting.name(), setting));
        Map<Key, String> last = new HashMap<>();
        before.forEach(text -> set(text).forEach(setting -> last.put(setting.name(), text.name())));
        for (ConfigText text : before) {
            List<Setting> gone = Upgrade.lost(text, target);
            for (Setting setting : set(text)) {
                Setting now = left.get(setting.name());
                boolean homeless = gone.contains(setting);
                if (text.name().equals(last.get(setting.name()))
                        && (homeless || now == null || differs(setting, now))) {
                    lost(text, setting, now != null && !homeless ? "replaced" : "lost");
                }
            }
            comments(text);
        }
    }

    /** What a file sets, with what has no home in the new version. */
    private List<Setting> set(ConfigText text) {
        List<Setting> set = new ArrayList<>(Upgrade.settings(text, target));
        set.addAll(Upgrade.lost(text, target));
        set.removeIf(setting -> setting.source().isEmpty() || setting.name().equals(IMPORTS));
        return set;
    }

    private static boolean differs(Setting before, Setting now) {
        return !before.value().equals(now.value());
    }

    private void lost(ConfigText text, Setting setting, String what) {
        Key key = setting.source().orElseThrow();
        String line = text.document()
                .keySpanOf(key)
                .map(span -> ":" + text.document().position(span.start()))
                .orElse("");
        console.err().print(Terminal.escape(text.name() + line + ": " + what + ": " + key) + "\n");
    }

    private void comments(ConfigText text) {
        int comments = text.document().comments().size();
        if (comments > 0) {
            console.err()
                    .print(Terminal.escape(text.name()) + ": lost: " + comments
                            + (comments == 1 ? " comment\n" : " comments\n"));
        }
    }

    private int write(TomlDocument document, EffectiveInput input) throws CommandFailure {
        Optional<FileArgument> file = arguments.find(Delivery.WRITE);
        if (arguments.has(Delivery.DRY_RUN)) {
            console.out().print(shown(document).text());
            return ExitCode.OK;
        }
        if (arguments.has(Delivery.CHECK)) {
            boolean same = Arrays.equals(document.bytes(), input.content());
            console.out().print(same ? "unchanged\n" : "would change\n");
            return same ? ExitCode.OK : ExitCode.FOUND;
        }
        if (file.isEmpty() || file.get().isStream()) {
            console.out().print(document.text());
            return ExitCode.OK;
        }
        try {
            ConfigFile.write(file.get().path(), document.bytes());
            return ExitCode.OK;
        } catch (IOException e) {
            throw CommandFailure.of(file.get().path().toString(), e);
        }
    }

    /** What is only looked at shows no secrets. */
    private TomlDocument shown(TomlDocument document) {
        return arguments.has(Delivery.SHOW_SECRETS) ? document : TomlDocument.of(Secrets.mask(document.root()));
    }
}
