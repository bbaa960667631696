// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.shim.RuntimeType;
import dev.ctrcfg.toml.TomlTable;
import java.util.List;
import java.util.Optional;

/**
 * What there is to say about the shim of a runtime.
 *
 * @param type the runtime's type
 * @param release the release that looks
 * @param finding what it finds
 * @param daemon the process or unit whose search it is, if it is not the default one
 */
record ShimReport(RuntimeType type, ContainerdRelease release, ShimFinding finding, Optional<String> daemon) {

    String text() {
        StringBuilder out = new StringBuilder();
        finding.binary().ifPresent(name -> line(out, "binary", name));
        finding.path().ifPresent(file -> line(out, "found", file));
        List<String> tried = finding.tried();
        for (int i = 0; i < tried.size(); i++) {
            line(out, i == 0 ? "tried" : "", tried.get(i));
        }
        line(out, finding.detailTitle(), finding.detail());
        daemon.ifPresent(name -> line(out, "daemon", name));
        return out.toString();
    }

    private static void line(StringBuilder out, String title, String text) {
        String start = title.isEmpty() ? "" : title + ":";
        out.append(start).append(" ".repeat(8 - start.length())).append(text).append('\n');
    }

    /** The same for programs. */
    TomlTable table() {
        TomlTable.Builder table =
                TomlTable.builder().put("runtime_type", type.value()).put("containerd", release.toString());
        finding.addTo(table);
        daemon.ifPresent(name -> table.put("daemon", name));
        return table.build();
    }
}
