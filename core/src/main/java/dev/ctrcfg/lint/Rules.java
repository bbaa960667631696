// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** All rules there are. */
public final class Rules {

    static final TomlSyntax TOML_SYNTAX = new TomlSyntax();
    static final UnrenderedTemplate UNRENDERED_TEMPLATE = new UnrenderedTemplate();
    static final UnusedSuppression UNUSED_SUPPRESSION = new UnusedSuppression();

    private static final List<LintRule> ALL = List.of(
            TOML_SYNTAX,
            UNRENDERED_TEMPLATE,
            new Placeholder(),
            new TemplateWithoutBase(),
            new VersionMissing(),
            new VersionOne(),
            new MixedPluginIds(),
            new ShortPluginId(),
            new UnquotedPluginId(),
            new QuotedPath(),
            new OldPluginId(),
            new NewerPluginId(),
            new UnknownPlugin(),
            new PluginOfOtherRelease(),
            new MisspeltPlugins(),
            new UnknownKeyRule(),
            new KeyCaseRule(),
            new MisplacedKey(),
            new RenamedKey(),
            new RemovedKey(),
            new KeyNotYetKnown(),
            new HostsInConfig(),
            new RuntimeTypeMissing(),
            new RuntimeTypeMalformed(),
            new RuntimeTypePath(),
            new DeprecatedShim(),
            new RuntimePathRelative(),
            new OptionType(),
            new UnknownOption(),
            new ForeignOption(),
            new HostDevicesOfVms(),
            new AnnotationPattern(),
            new UnknownSandboxer(),
            new RuntimeSnapshotter(),
            new ShimNotInstalled(),
            new BinaryNotInstalled(),
            new RegistryName(),
            new MirrorEndpoint(),
            new Credentials(),
            new SkipVerify(),
            new CriDisabled(),
            new CgroupDriver(),
            new PauseImage(),
            new HostsIgnored(),
            new HostsServerOnly(),
            new HostsInlineTable(),
            new HostsUnknownKey(),
            new HostsHttpWithTls(),
            new ConfigInHosts(),
            new VersionUnsupported(),
            new WrongType(),
            new DefaultRuntime(),
            new RuncLost(),
            new RuntimeV1Only(),
            new UntrustedConflict(),
            new TwoBinDirs(),
            new AllDevicesAllowed(),
            new IoType(),
            new InvalidDuration(),
            new StatsPeriod(),
            new RegistryConflict(),
            new RegistryAuthUrl(),
            new TlsStreaming(),
            new LogSettings(),
            new UnknownSnapshotter(),
            new BaseSpec(),
            new LocalImagePull(),
            new ProxyPlugin(),
            new DoubleTable(),
            new RequiredPlugin(),
            new BadPluginId(),
            new ImportVersion(),
            new ImportReplaces(),
            new ImportWithoutMatch(),
            new ImportMissing(),
            new ImportUnreadable(),
            new DropInNotImported(),
            new ZeroValue(),
            new LostInMigration(),
            new DeadServerTable(),
            new UnusedTable(),
            new ChangesMeaning(),
            new DeprecatedSetting(),
            new DaemonRefuses(),
            new CriNotLoaded(),
            new DaemonWarns(),
            new UnknownSuppression(),
            UNUSED_SUPPRESSION);

    private static final List<FileRule> OF_FILES = new ArrayList<>();
    private static final List<LintRule> OF_RELEASES = new ArrayList<>();

    static {
        for (LintRule rule : ALL) {
            if (rule instanceof FileRule ofFile) {
                OF_FILES.add(ofFile);
            } else {
                OF_RELEASES.add(rule);
            }
        }
    }

    private Rules() {}

    /** Those that find the same for every release. */
    static List<FileRule> ofFiles() {
        return Collections.unmodifiableList(OF_FILES);
    }

    /** Those that look at what one release makes of a file. */
    static List<LintRule> ofReleases() {
        return Collections.unmodifiableList(OF_RELEASES);
    }

    /** {@return all rules, in the order in which files are looked at} */
    public static List<LintRule> all() {
        return ALL;
    }

    /**
     * {@return the rule of an id}
     *
     * @param id the id
     */
    public static Optional<LintRule> find(String id) {
        for (LintRule rule : ALL) {
            if (rule.id().equals(id)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (LintRule rule : ALL) {
            ids.add(rule.id());
        }
        return ids;
    }
}
