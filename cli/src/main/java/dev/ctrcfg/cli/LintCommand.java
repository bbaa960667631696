// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.lint.LintRule;
import dev.ctrcfg.lint.Linter;
import dev.ctrcfg.lint.Severity;
import dev.ctrcfg.release.ContainerdRelease;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** {@code ctrcfg lint}: finds mistakes in configuration files. */
final class LintCommand implements Subcommand {

    static final Positional<FileArgument> FILES = Options.file()
            .repeatable()
            .description(
                    "files, directories and patterns; /etc/containerd/config.toml by default, - for standard input");
    static final Option<List<ReleaseArgument>> RELEASES = Options.releases()
            .description("the releases that are to read the files, with commas; auto for the installed one; by default"
                    + " every one that a file can be meant for");
    static final Option<ContainerdRelease> UPGRADE_TO = Option.value(
                    "--upgrade-to", "VERSION", ReleaseArgument.Version.VERSION)
            .description("say only what stops working, changes its meaning or is lost when this release reads the files"
                    + " instead of those of --containerd, or of any older one");
    static final Option<Path> ROOT = Options.root();
    static final Option<String> KUBERNETES = Option.value("--kubernetes", "VERSION", KubernetesArgument.VERSION)
            .description("the version of Kubernetes on the node, for the pause image");
    static final Option<FileArgument> KUBELET = Option.value("--kubelet-config", "FILE", FileArgument.Names.NAMES)
            .description("the kubelet's configuration, for the cgroup driver");
    private static final Option<String> STDIN_FILENAME =
            Option.value("--stdin-filename", "NAME", Text.ANY).description("the name of what is on standard input");
    private static final Option<Boolean> FIX =
            Option.flag("--fix").description("mend what there is no doubt about, and report what is left");
    private static final Option<Boolean> DRY_RUN =
            Option.flag("--dry-run").description("with --fix, print the difference and write nothing");
    private static final Option<LintFormat> OUTPUT = Option.value("--output", "FORMAT", LintFormat.Words.WORDS)
            .shortName("-o")
            .description("text (the default), json, sarif, github, gitlab, rdjson, junit or checkstyle")
            .orElse(LintFormat.TEXT);
    private static final Option<Severity> FAIL_ON = Option.value("--fail-on", "SEVERITY", SeverityArgument.WORD)
            .description("error, warning (the default) or info: exit with 1 for findings that are at least as bad")
            .orElse(Severity.WARNING);
    private static final Option<Boolean> EXIT_ZERO =
            Option.flag("--exit-zero").description("exit with 0 whatever is found");
    private static final Option<Boolean> RULES = Option.flag("--rules").description("list all rules");
    private static final Option<LintRule> EXPLAIN =
            Option.value("--explain", "RULE", RuleArgument.ID).description("explain a rule");

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg lint", "Finds mistakes in configuration files before containerd does.")
                .description(
                        "Errors are what containerd refuses, what it ignores, and what makes every pod of a handler fail;"
                                + " warnings are what is deprecated or risky. Each finding says for which releases it holds.",
                        "In a file, # ctrcfg:ignore RULE on a line or above it silences a rule there.")
                .positional(FILES)
                .group("What to look at", RELEASES, UPGRADE_TO, ROOT, KUBERNETES, KUBELET, STDIN_FILENAME)
                .group("What to do", FIX, DRY_RUN, OUTPUT, FAIL_ON, EXIT_ZERO)
                .group("How to write with --fix", WriteArguments.options(Delivery.SHOW_SECRETS))
                .group("About the rules", RULES, EXPLAIN)
                .answer(RULES)
                .answer(EXPLAIN)
                .exit(ExitCode.OK, "nothing found that is as bad as --fail-on says")
                .exit(ExitCode.FOUND, "something found")
                .exit(ExitCode.TROUBLE, "trouble: bad arguments, or a file that cannot be read")
                .examples(
                        "ctrcfg lint --containerd 1.7,2.1",
                        "ctrcfg lint deploy/ --fail-on error -o github",
                        "ctrcfg lint --upgrade-to 2.1",
                        "ctrcfg lint --fix --dry-run config.toml",
                        "ctrcfg lint --explain runtime-type-missing")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure, UsageException {
        if (arguments.has(RULES) || arguments.has(EXPLAIN)) {
            console.out().print(LintHelp.of(arguments.find(EXPLAIN)));
            return ExitCode.OK;
        }
        if (arguments.has(DRY_RUN) && !arguments.has(FIX)) {
            throw new UsageException("--dry-run goes with --fix only");
        }
        WriteArguments writing = WriteArguments.of(arguments);
        boolean writes = arguments.has(FIX) && !arguments.has(DRY_RUN);
        if (!writes && writing.isAnyGiven()) {
            throw new UsageException("how to write goes with --fix only");
        }
        List<FileArgument> files = LintFiles.of(named(arguments));
        Linter linter = new Linter(LintSettings.of(arguments));
        return arguments.has(FIX)
                ? fix(arguments, console, files, linter)
                : report(arguments, console, look(arguments, console, files, lookingOnly(arguments, linter)));
    }

    private static Linter lookingOnly(Arguments arguments, Linter linter) {
        boolean fixes = arguments.get(OUTPUT).showsFixes() || arguments.has(UPGRADE_TO);
        return fixes ? linter : linter.withoutFixes();
    }

    private static List<FileArgument> named(Arguments arguments) throws CommandFailure {
        List<FileArgument> given = arguments.all(FILES);
        List<FileArgument> placed = new ArrayList<>();
        for (FileArgument file : given.isEmpty() ? List.of(FileArgument.DEFAULT) : given) {
            placed.add(file.orBelow(arguments.get(ROOT)));
        }
        return placed;
    }

    private static LintResults look(Arguments arguments, Console console, List<FileArgument> files, Linter linter)
            throws CommandFailure {
        Progress progress = new Progress(console, files.size());
        LintRun run = new LintRun(linter, HostNames.of(arguments), progress);
        List<FileArgument> onDisk = new ArrayList<>(files);
        List<LintRun.Result> first = new ArrayList<>();
        if (onDisk.removeIf(FileArgument::isStream)) {
            first.add(run.text(streamName(arguments), stream(console)));
        }
        Iterator<LintRun.Result> results = run.files(first, onDisk);
        if (progress.isVisible() && console.isOnTerminal()) {
            results = all(results).iterator();
        }
        return new LintResults(results, Upgrade.of(arguments), console);
    }

    /** So that the report does not get between the lines of progress. */
    private static List<LintRun.Result> all(Iterator<LintRun.Result> results) {
        List<LintRun.Result> all = new ArrayList<>();
        results.forEachRemaining(all::add);
        return all;
    }

    static String streamName(Arguments arguments) {
        return arguments.find(STDIN_FILENAME).orElse("<stdin>");
    }

    private static byte[] stream(Console console) throws CommandFailure {
        return Input.read(new FileArgument(Path.of("-"), false), console).original();
    }

    private static int report(Arguments arguments, Console console, LintResults results) {
        arguments.get(OUTPUT).report(console).write(results, console.out());
        console.err().print(results.advice());
        console.err().print(results.counts().summary() + "\n");
        boolean fails = !arguments.has(EXIT_ZERO) && results.counts().hasAtLeast(arguments.get(FAIL_ON));
        return results.hasTrouble() ? ExitCode.TROUBLE : fails ? ExitCode.FOUND : ExitCode.OK;
    }

    private static int fix(Arguments arguments, Console console, List<FileArgument> files, Linter linter)
            throws CommandFailure, UsageException {
        LintFix fix = new LintFix(linter, HostNames.of(arguments), console);
        if (arguments.has(DRY_RUN)) {
            for (FileArgument file : files) {
                Input input = Input.read(file, console);
                fix.show(file, input.content(), Delivery.redaction(arguments));
            }
            return ExitCode.OK;
        }
        for (FileArgument file : files) {
            if (file.isStream()) {
                return fixStream(arguments, console, fix);
            }
        }
        WriteReport written = fix.write(files, new FileWriting(WriteArguments.of(arguments), console));
        written.explain(console);
        int found = report(arguments, console, look(arguments, console, files, linter));
        return written.failure().isPresent() ? ExitCode.TROUBLE : found;
    }

    /** The mended text takes the place of the report. */
    private static int fixStream(Arguments arguments, Console console, LintFix fix) throws CommandFailure {
        byte[] content = stream(console);
        console.out()
                .print(fix.fixed(streamName(arguments), content)
                        .map(Object::toString)
                        .orElseGet(() -> new String(content, java.nio.charset.StandardCharsets.UTF_8)));
        return ExitCode.OK;
    }
}
