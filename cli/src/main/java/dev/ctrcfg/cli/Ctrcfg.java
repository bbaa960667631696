// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The {@code ctrcfg} command without the process around it. */
public final class Ctrcfg implements Callable<Integer> {

    private final CommandSpec spec;

    private Ctrcfg() {
        spec = CommandSpec.wrapWithoutInspection(this).name("ctrcfg");
        spec.usageMessage()
                .description("Changes containerd's configuration and leaves alone what nobody asked to change.", "")
                .footer(
                        "",
                        "Exit codes: 0 done or nothing to do, 1 something found or about to change, 2 trouble.",
                        "",
                        "Example:",
                        "  ctrcfg patch --patch kata.toml --dry-run",
                        "",
                        "More about a command: ctrcfg COMMAND --help");
        spec.addOption(Options.help());
        spec.addOption(Options.version());
        spec.versionProvider(new VersionProvider());
    }

    /**
     * Runs a command line.
     *
     * @param in what is read where the command line says {@code -}
     * @param out where results go
     * @param err where everything else goes
     * @param args the command line, without the command's own name
     * @return the exit code: 0 for done or nothing to do, 1 for something found or about to change, 2 for trouble
     */
    public static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
        int exitCode = commandLine(new Console(in, out, err)).execute(args);
        err.flush();
        if (out.checkError()) {
            err.print("ctrcfg: error: cannot write to standard output\n");
            err.flush();
            return ExitCode.TROUBLE;
        }
        return exitCode;
    }

    private static CommandLine commandLine(Console console) {
        CommandSpec root = new Ctrcfg().spec;
        root.addSubcommand("patch", new PatchCommand(console).spec());
        root.addSubcommand("get", new GetCommand(console).spec());
        root.addSubcommand("shim", new ShimCommand(console).spec());
        root.addSubcommand("default", new DefaultCommand(console).spec());
        FailureHandler handler = new FailureHandler();
        return new CommandLine(root)
                .setOut(console.out())
                .setErr(console.err())
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(handler)
                .setExecutionExceptionHandler(handler);
    }

    /** Without a subcommand there is nothing to do. */
    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "missing command");
    }
}
