// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.CriRules;
import dev.ctrcfg.release.Deprecation;
import dev.ctrcfg.release.GoDuration;
import dev.ctrcfg.release.GoUrl;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the CRI plugin checks in the same way wherever its settings stand. */
final class CriChecks {

    private final CriRules rules;
    private final Remarks remarks;

    CriChecks(CriRules rules, Remarks remarks) {
        this.rules = rules;
        this.remarks = remarks;
    }

    /** A deprecation that is logged. */
    void deprecated(String id, String text, @Nullable Written written) {
        remarks.add(Effect.DEPRECATION, id, text, written);
    }

    /** A deprecation that only the warning service tells, from the release on that does. */
    void deprecatedSilently(String id, @Nullable Written written) {
        Optional<Deprecation> deprecation = Deprecation.of(id);
        if (deprecation.isPresent() && deprecation.get().isWarnedOfBy(rules.release())) {
            remarks.add(Effect.DEPRECATION, id, deprecation.get().summary(), written);
        }
    }

    void checkDuration(Settings settings, String name, String prefix) {
        String text = settings.text(name);
        if (!text.isEmpty()) {
            nanoseconds(text, prefix, settings.written(name));
        }
    }

    static long nanoseconds(String text, String prefix, @Nullable Written written) {
        try {
            return GoDuration.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CriFailure("bad-duration", prefix + e.getMessage(), written);
        }
    }

    void checkDefaultRuntimeName(Branch runtimes, String name, @Nullable Written written) {
        if (name.isEmpty()) {
            throw new CriFailure("default-runtime-name", "`default_runtime_name` is empty", written);
        }
        if (!runtimes.has(name)) {
            String text = rules.namesTheMissingRuntime()
                    ? "no corresponding runtime configured in `containerd.runtimes` for `containerd`"
                            + " `default_runtime_name = \"" + name + "\""
                    : "no corresponding runtime configured in `runtimes` for `default_runtime_name`";
            throw new CriFailure("default-runtime-missing", text, written);
        }
    }

    void checkPrivileged(Settings runtime) {
        boolean all = runtime.flag("privileged_without_host_devices_all_devices_allowed");
        if (all && !runtime.flag("privileged_without_host_devices")) {
            String text = "`privileged_without_host_devices_all_devices_allowed` requires"
                    + " `privileged_without_host_devices` to be enabled";
            Written written = runtime.written("privileged_without_host_devices_all_devices_allowed");
            throw new CriFailure("all-devices-without-privileged", text, written);
        }
    }

    /** Checks registries; what {@code auths} has becomes {@code configs}. */
    void checkRegistry(Settings plugin) {
        boolean hasConfigPath =
                rules.hasConfigPath() && !plugin.text("registry", "config_path").isEmpty();
        if (!plugin.isEmpty("registry", "mirrors")) {
            checkMirrors(plugin, hasConfigPath);
        }
        checkTls(plugin, hasConfigPath);
        Written configs = plugin.written("registry", "configs");
        if (!plugin.isEmpty("registry", "configs") && rules.warnsOfConfigs()) {
            deprecated("cri-registry-configs", "`configs` is deprecated, please use `config_path` instead", configs);
        }
        if (!plugin.isEmpty("registry", "auths")) {
            checkAuths(plugin.table("registry", "auths"));
            Written auths = plugin.written("registry", "auths");
            deprecated("cri-registry-auths", rules.authsWarning(), auths);
        }
    }

    private void checkMirrors(Settings plugin, boolean hasConfigPath) {
        Written written = plugin.written("registry", "mirrors");
        if (hasConfigPath) {
            String text = "`mirrors` cannot be set when `config_path` is provided";
            throw new CriFailure("mirrors-with-config-path", text, written);
        }
        if (rules.hasConfigPath() && written != null) {
            deprecated("cri-registry-mirrors", "`mirrors` is deprecated, please use `config_path` instead", written);
        }
    }

    private void checkTls(Settings plugin, boolean hasConfigPath) {
        Branch configs = plugin.table("registry", "configs");
        for (String host : configs.names()) {
            Branch config = configs.table(host);
            Node tls = config == null ? null : config.get("tls");
            if (tls != null && rules.hasConfigPath()) {
                checkTls(tls.written(), hasConfigPath);
                return;
            }
        }
    }

    private void checkTls(@Nullable Written written, boolean hasConfigPath) {
        if (hasConfigPath) {
            String text = "`configs.tls` cannot be set when `config_path` is provided";
            throw new CriFailure("tls-with-config-path", text, written);
        }
        String text = "`configs.tls` is deprecated, please use `config_path` instead";
        deprecated("cri-registry-configs", text, written);
    }

    private void checkAuths(Branch auths) {
        for (String url : rules.parsesAuths() ? auths.names() : List.<String>of()) {
            Node auth = auths.get(url);
            try {
                GoUrl.parse(url);
            } catch (IllegalArgumentException e) {
                String text = "failed to parse registry url \"" + url + "\" from `registry.auths`: " + e.getMessage();
                throw new CriFailure("bad-registry-url", text, auth == null ? null : auth.written());
            }
        }
    }

    void checkStreaming(Settings plugin) {
        String cert = plugin.text("x509_key_pair_streaming", "tls_cert_file");
        String key = plugin.text("x509_key_pair_streaming", "tls_key_file");
        if (plugin.flag("enable_tls_streaming")) {
            checkPair(plugin, cert, key);
        } else if (!cert.isEmpty()) {
            throw notEnabled(plugin, "TLSCertFile", "tls_cert_file");
        } else if (!key.isEmpty()) {
            throw notEnabled(plugin, "TLSKeyFile", "tls_key_file");
        }
    }

    private static void checkPair(Settings plugin, String cert, String key) {
        if (cert.isEmpty() && !key.isEmpty()) {
            Written written = plugin.written("x509_key_pair_streaming", "tls_key_file");
            throw new CriFailure("tls-streaming", "must set X509KeyPairStreaming.TLSCertFile", written);
        }
        if (key.isEmpty() && !cert.isEmpty()) {
            Written written = plugin.written("x509_key_pair_streaming", "tls_cert_file");
            throw new CriFailure("tls-streaming", "must set X509KeyPairStreaming.TLSKeyFile", written);
        }
    }

    private static CriFailure notEnabled(Settings plugin, String field, String name) {
        String text = "X509KeyPairStreaming." + field + " is set but EnableTLSStreaming is not set";
        return new CriFailure("tls-streaming", text, plugin.written("x509_key_pair_streaming", name));
    }
}
