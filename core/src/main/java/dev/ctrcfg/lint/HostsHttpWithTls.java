// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import java.util.List;
import java.util.Map;

/** A host by plain HTTP with settings for TLS, which is asked by HTTPS first. */
final class HostsHttpWithTls extends FileRule {

    private static final Key HOST = Key.of("host");
    private static final List<String> TLS = List.of("skip_verify", "ca", "client");

    HostsHttpWithTls() {
        super("hosts-http-with-tls", Severity.WARNING, Releases.since(ReleaseLine.V1_6));
    }

    @Override
    boolean looksAt(FileKind kind) {
        return kind == FileKind.HOSTS;
    }

    @Override
    void check(LintedFile file, Findings findings) {
        for (Map.Entry<String, dev.ctrcfg.toml.TomlValue> host :
                file.table(HOST).orElse(TomlTable.EMPTY).entries().entrySet()) {
            String url = host.getKey();
            if (host.getValue() instanceof TomlTable table && url.startsWith("http://") && hasOtherPort(url)) {
                for (String setting : TLS) {
                    if (table.get(setting).isPresent()) {
                        findings.add(
                                this,
                                file.spot(HOST.child(url).child(setting))
                                        .problem("with this setting containerd asks https" + url.substring(4)
                                                + " before " + url + "; take it out for a registry by plain HTTP"));
                    }
                }
            }
        }
    }

    private static boolean hasOtherPort(String url) {
        String rest = url.substring("http://".length());
        String host = rest.indexOf('/') < 0 ? rest : rest.substring(0, rest.indexOf('/'));
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') && !host.substring(colon + 1).equals("80");
    }
}
