// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.LintOptions;
import dev.ctrcfg.lint.Linter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cases that look for mistakes: each must be found, as bad as the case says, at the key that it is about. */
final class PeerFindings {

    /** By what the cases call a mistake: the rule that finds it, and the end of the key where it stands. */
    private static final Map<String, String> RULES = Map.ofEntries(
            entry(
                    "cri/all-devices-requires-without-host-devices",
                    "all-devices-allowed privileged_without_host_devices_all_devices_allowed"),
            entry("registry/auths-deprecated", "deprecated-setting registry.auths"),
            entry("registry/configs-deprecated", "deprecated-setting registry.configs"),
            entry("registry/mirrors-deprecated", "deprecated-setting registry.mirrors"),
            entry("registry/mirrors-with-config-path", "registry-conflict registry.config_path"),
            entry("cni/bin-dir-and-bin-dirs", "two-bin-dirs bin_dir"),
            entry("cni/bin-dir-deprecated", "deprecated-setting bin_dir"),
            entry("cri/default-runtime-undefined", "default-runtime default_runtime_name"),
            entry("cri/default-runtime-empty", "default-runtime default_runtime_name"),
            entry("cri/duration", "invalid-duration timeout"),
            entry("cri/enable-cdi-deprecated", "deprecated-setting enable_cdi"));

    private PeerFindings() {}

    static List<String> differences(PeerCase peer) throws IOException {
        byte[] input = peer.text("input.toml").getBytes(UTF_8);
        List<String> found = new ArrayList<>();
        for (Finding finding :
                new Linter(LintOptions.NONE).lint("config.toml", input).findings()) {
            found.add(finding.severity() + " " + finding.rule() + " "
                    + finding.key().orElseThrow());
        }
        List<String> differences = new ArrayList<>();
        for (JsonNode expected : peer.json().path("operation").path(0).path("expect")) {
            if (found.stream().noneMatch(finding -> isMet(expected, finding))) {
                differences.add(expected + " is not among " + found);
            }
        }
        return differences;
    }

    private static boolean isMet(JsonNode expected, String finding) {
        String name = expected.path("rule").asText();
        String rule =
                Optional.ofNullable(RULES.get(name)).orElseThrow(() -> new AssertionError("nobody knows " + name));
        int space = rule.indexOf(' ');
        return finding.startsWith(expected.path("severity").asText() + " " + rule.substring(0, space) + " ")
                && finding.endsWith(rule.substring(space + 1));
    }
}
