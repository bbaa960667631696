// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.model.SettingNames;
import dev.ctrcfg.toml.Comments;
import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Header;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for comments that are no longer beside the key/value or header that they stood beside. */
final class CommentAudit {

    private final TomlDocument before;
    private final TomlDocument after;
    private final Map<Key, Key> places = new HashMap<>();
    private final Set<String> noticed = new HashSet<>();
    private final List<String> strays = new ArrayList<>();

    CommentAudit(Migration migration, MigrationTarget target) {
        MigratedFile file = migration.files().get(0);
        before = file.before().document();
        after = file.document();
        SettingNames names = SettingNames.of(target.version());
        for (Setting setting : Upgrade.settings(file.before(), target)) {
            setting.written()
                    .ifPresent(
                            key -> places.put(key, names.locate(setting.name()).orElseThrow()));
        }
        SettingNames old = SettingNames.of(Upgrade.versionOf(before));
        for (Header header : before.headers()) {
            names.locate(old.name(header.key())).ifPresent(there -> places.put(header.key(), there));
        }
        migration.notices().forEach(notice -> notice.comments().forEach(comment -> noticed.add(plain(comment))));
    }

    private static String plain(String comment) {
        String text = comment.substring(1);
        return text.startsWith(" ") ? text.substring(1) : text;
    }

    List<String> strays() {
        existence();
        for (Entry entry : before.entries()) {
            audit(entry.key(), Set.of(places.getOrDefault(entry.key(), entry.key())));
        }
        for (Header header : before.headers()) {
            audit(header.key(), below(header.key()));
        }
        return strays;
    }

    /** Every comment is somewhere, as often as before. */
    private void existence() {
        Map<String, Integer> left = new HashMap<>();
        for (Span span : after.comments()) {
            left.merge(plain(after.text(span)), 1, Integer::sum);
        }
        for (Span span : before.comments()) {
            String comment = plain(before.text(span));
            if (left.merge(comment, -1, Integer::sum) < 0 && !noticed.contains(comment)) {
                strays.add("gone: " + comment);
            }
        }
    }

    /** The keys that a header's comment may stand beside: the table, and whatever was below the header. */
    private Set<Key> below(Key header) {
        Set<Key> keys = new HashSet<>();
        places.forEach((from, to) -> {
            if (from.startsWith(header)) {
                keys.add(to);
                for (int size = 1; size < to.size(); size++) {
                    keys.add(to.head(size));
                }
            }
        });
        return keys;
    }

    private void audit(Key key, Set<Key> there) {
        Comments comments = before.comments(key);
        List<String> wanted = new ArrayList<>(comments.above());
        comments.trailing().ifPresent(wanted::add);
        if (wanted.isEmpty()) {
            return;
        }
        Set<String> found = new HashSet<>(noticed);
        for (Key candidate : there) {
            found.addAll(after.comments(candidate).above());
            after.comments(candidate).trailing().ifPresent(found::add);
        }
        wanted.removeAll(found);
        if (!wanted.isEmpty()) {
            strays.add(key + ": " + wanted + " not beside " + there);
        }
    }
}
