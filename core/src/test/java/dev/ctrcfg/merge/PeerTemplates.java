// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ctrcfg.io.Template;
import dev.ctrcfg.toml.TomlDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Cases about templates of K3s: the lines that are no TOML stay byte for byte, however often a patch is applied. */
final class PeerTemplates {

    private static final String NAME = "config-v3.toml.tmpl";

    private PeerTemplates() {}

    static List<String> differences(PeerCase peer) throws IOException {
        String input = peer.text("input.toml");
        String once = patched(peer, input);
        List<String> differences = new ArrayList<>(PeerTrees.differences(
                read(peer.text("expected.toml")).root(), read(once).root()));
        String header = input.substring(0, input.indexOf('\n') + 1);
        if (!once.startsWith(header) || once.lastIndexOf("{{") != once.indexOf("{{")) {
            differences.add("another header: " + once);
        }
        if (!patched(peer, patched(peer, once)).equals(once)) {
            differences.add("not the same when patched again: " + patched(peer, once));
        }
        return differences;
    }

    private static String patched(PeerCase peer, String text) throws IOException {
        Template template = Template.of(NAME, text.getBytes(UTF_8));
        TomlDocument document = TomlDocument.parse(template.readable());
        MergeResult result = Merger.apply(document, peer.patches(document.root()));
        return new String(template.restore(result.edits()), UTF_8);
    }

    private static TomlDocument read(String text) {
        return TomlDocument.parse(Template.of(NAME, text.getBytes(UTF_8)).readable());
    }
}
