// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import java.util.List;

/** Works out what a file says in another version. */
public final class Upgrade {

    static final Key VERSION = Key.of("version");

    private static final List<Rule> RULES = List.of(
            new RuntimeTables(),
            new OldRuntimes(),
            new CniDirectories(),
            new RuntimeSnapshotters(),
            new CoreScheduling(),
            new RegistryTls(),
            new PluginLists(),
            new ServerTables(),
            new Homes());

    private Upgrade() {}

    /**
     * {@return the settings of a file as they are in the target's version, without those that have no home there}
     *
     * @param text the file
     * @param target the target
     * @throws EditConflictException if the file states a version that does not exist
     */
    public static List<Setting> settings(ConfigText text, MigrationTarget target) {
        return plan(text, target).settings();
    }

    /**
     * {@return the settings of a file that have no home in the target's version, under the names that they had}
     *
     * @param text the file
     * @param target the target
     * @throws EditConflictException if the file states a version that does not exist
     */
    public static List<Setting> lost(ConfigText text, MigrationTarget target) {
        return List.copyOf(plan(text, target).lost());
    }

    /**
     * {@return the version of a file}
     *
     * @param document the file
     * @throws EditConflictException if it states one that does not exist
     */
    public static ConfigVersion versionOf(TomlDocument document) {
        return ConfigKeys.versionOf(document.root())
                .orElseThrow(() -> new EditConflictException(
                        VERSION,
                        document.spanOf(VERSION),
                        "version is " + document.find(VERSION).orElseThrow().toToml()
                                + ", not an integer from 1 to 4"));
    }

    static Plan plan(ConfigText text, MigrationTarget target) {
        return apply(new Plan(text, versionOf(text.document()), target, false));
    }

    /** The plan for a file that another one imports: without a version of its own it counts as of the version of that. */
    static Plan plan(ConfigText text, MigrationTarget target, ConfigText root) {
        boolean stated = text.document().contains(VERSION);
        boolean adopted = !stated && versionOf(root.document()) != ConfigVersion.V1;
        return apply(new Plan(text, versionOf(text.document()), target, adopted));
    }

    private static Plan apply(Plan plan) {
        ConfigVersion from = plan.from();
        MigrationTarget target = plan.target();
        if (from != target.version()) {
            for (Rule rule : RULES) {
                if (rule.applies(plan)) {
                    rule.apply(plan);
                }
            }
        }
        return plan;
    }
}
