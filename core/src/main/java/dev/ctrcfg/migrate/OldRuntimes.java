// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.GoZero;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runtimes of types that containerd 2.0 no longer has, and the settings for them: {@code runtime_engine}, {@code
 * runtime_root}, {@code systemd_cgroup}, {@code no_pivot} and the options of the first runtime. All of them have a
 * counterpart among the options of {@code io.containerd.runc.v2}.
 *
 * <p>Source: {@code generateRuntimeOptions} in containerd's pkg/cri/server/helpers.go (1.7), and the protobuf messages
 * {@code containerd.linux.runc.RuncOptions} and {@code containerd.runc.v1.Options}.
 */
final class OldRuntimes implements Rule {

    private static final String BINARY = "BinaryName";
    private static final String ROOT = "Root";
    private static final Map<String, String> OPTIONS = Map.of("Runtime", BINARY, "RuntimeRoot", ROOT);

    @Override
    public boolean applies(Plan plan) {
        return plan.climbsTo(ConfigVersion.V3);
    }

    @Override
    public void apply(Plan plan) {
        List<String> linux = new ArrayList<>();
        for (String name : Cri.runtimes(plan)) {
            boolean first = type(plan, name).equals(Cri.LINUX);
            boolean free = options(plan, name).isEmpty();
            if (first) {
                linux.add(name);
                options(plan, name).forEach(option -> renameOption(plan, option));
            }
            boolean takes = first ? free : type(plan, name).startsWith("io.containerd.runc.");
            toOption(plan, name, "runtime_engine", takes ? BINARY : "");
            toOption(plan, name, "runtime_root", takes ? ROOT : "");
            Cri.setting(plan, name, Cri.TYPE).ifPresent(setting -> replaceType(plan, setting));
        }
        toEach(plan, linux, Cri.old("systemd_cgroup"), "SystemdCgroup");
        toEach(plan, linux, Cri.old("containerd", "no_pivot"), "NoPivotRoot");
    }

    private static String type(Plan plan, String runtime) {
        return Cri.string(plan, Cri.runtime(runtime).child(Cri.TYPE));
    }

    private static List<Setting> options(Plan plan, String runtime) {
        List<Setting> options = new ArrayList<>(plan.below(Cri.runtime(runtime).child(Cri.OPTIONS)));
        options.removeIf(setting -> setting.name().last().equals(new Key.Name(Cri.OPTIONS)));
        return options;
    }

    private static Key option(String runtime, String name) {
        return Cri.runtime(runtime).child(Cri.OPTIONS).child(name);
    }

    private static void renameOption(Plan plan, Setting option) {
        Key name = option.name();
        if (name.last() instanceof Key.Name last && OPTIONS.containsKey(last.text())) {
            plan.rename(option, name.parent().child(OPTIONS.get(last.text())));
        }
    }

    /** Makes an option of a setting that says something; without a name for it there is no such option. */
    private static void toOption(Plan plan, String runtime, String name, String option) {
        Optional<Setting> found = Cri.setting(plan, runtime, name).filter(setting -> !GoZero.is(setting.value()));
        if (found.isEmpty()) {
            return;
        }
        if (option.isEmpty()) {
            plan.drop(found.get(), Notice.Kind.LOST, "has no effect on this runtime, and no successor");
        } else if (plan.find(option(runtime, option)).isPresent()) {
            plan.drop(found.get(), Notice.Kind.LOST, "options." + option + " takes its place");
        } else {
            plan.rename(found.get(), option(runtime, option));
        }
    }

    private static void replaceType(Plan plan, Setting type) {
        String value = Cri.string(type.value());
        if (value.equals(Cri.LINUX) || value.equals(Cri.RUNC_V1)) {
            plan.value(type, TomlValue.of(Cri.RUNC));
            plan.notice(type, Notice.Kind.CHANGED, "is \"" + Cri.RUNC + "\" now, as containerd 2.0 has no " + value);
        }
    }

    /** Makes an option of a switch, for each runtime of the first kind, or for the default runtime. */
    private static void toEach(Plan plan, List<String> linux, Key name, String option) {
        Optional<Setting> found =
                plan.find(name).filter(setting -> setting.value().equals(TomlValue.of(true)));
        if (found.isEmpty()) {
            return;
        }
        List<String> runtimes = linux.isEmpty() ? List.of(defaultRuntime(plan)) : linux;
        if (linux.isEmpty() && !isRunc(plan, runtimes.get(0))) {
            plan.drop(found.get(), Notice.Kind.LOST, "has no effect on the default runtime, and no successor");
            return;
        }
        boolean moved = false;
        for (String runtime : runtimes) {
            Key there = option(runtime, option);
            if (!moved && plan.find(there).isEmpty()) {
                plan.rename(found.get(), there);
                moved = true;
            } else {
                plan.imply(there, TomlValue.of(true), found.get());
            }
        }
        if (!moved) {
            settle(plan, found.get(), option(runtimes.get(0), option));
        }
    }

    private static void settle(Plan plan, Setting setting, Key option) {
        boolean same = plan.find(option)
                .filter(there -> there.value().equals(setting.value()))
                .isPresent();
        String message = "options." + option.name(option.size() - 1) + " takes its place";
        plan.drop(setting, same ? Notice.Kind.NO_EFFECT : Notice.Kind.LOST, message);
    }

    private static String defaultRuntime(Plan plan) {
        String name = Cri.string(plan, Cri.DEFAULT_NAME);
        return name.isEmpty() ? "runc" : name;
    }

    private static boolean isRunc(Plan plan, String runtime) {
        String type = type(plan, runtime);
        return type.startsWith("io.containerd.runc.") || type.isEmpty() && runtime.equals("runc");
    }
}
