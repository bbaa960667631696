// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/** Asks a containerd whether its CRI plugin works, through ctr or crictl. */
final class CriProbe {

    private static final Duration ONE_QUESTION = Duration.ofSeconds(10);
    private static final int PAUSE_MILLIS = 200;
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final String OK = "ok";
    private static final String ERROR = "error";

    private final String socket;
    private boolean failed;

    CriProbe(String socket) {
        this.socket = socket;
    }

    /** {@return why the plugin does not answer after some time; empty as soon as it does} */
    Optional<String> await(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        Optional<String> problem = ask();
        while (problem.isPresent() && System.nanoTime() - deadline < 0 && pause()) {
            problem = ask();
            if (problem.isPresent() && problem.get().endsWith(ERROR) && !failed) {
                // A plugin that failed stays so; some time is left for a daemon that is only about to be restarted.
                failed = true;
                deadline = Math.min(deadline, System.nanoTime() + GRACE.toNanos());
            }
        }
        return problem.map(reason -> "the CRI plugin did not answer on " + socket + ": " + reason);
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** {@return why the plugin does not answer now; empty if it does} */
    Optional<String> ask() {
        Optional<String> ctr = ExternalProgram.find("ctr");
        Optional<String> crictl = ExternalProgram.find("crictl");
        try {
            if (ctr.isPresent()) {
                ExternalProgram.Result result = run(ctr.get(), "--address", socket, "plugins", "ls");
                return result.succeeded() ? problemIn(result.output()) : Optional.of(result.complaint());
            }
            if (crictl.isPresent()) {
                ExternalProgram.Result result = run(crictl.get(), "--runtime-endpoint", "unix://" + socket, "version");
                return result.succeeded() ? Optional.empty() : Optional.of(result.complaint());
            }
            return Optional.of("neither ctr nor crictl is in PATH");
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static ExternalProgram.Result run(String... command) throws IOException {
        return ExternalProgram.run(ONE_QUESTION, List.of(command));
    }

    /** What the table of plugins says about CRI; 2.x spreads it over three plugins. */
    static Optional<String> problemIn(String table) {
        boolean found = false;
        for (String line : table.split("\n", -1)) {
            List<String> cells = cells(line);
            if (cells.size() >= 3 && isCri(cells.get(0), cells.get(1))) {
                String status = cells.get(cells.size() - 1);
                if (!status.equals(OK)) {
                    return Optional.of("the plugin " + cells.get(0) + "." + cells.get(1) + " has status " + status);
                }
                found |= cells.get(0).equals("io.containerd.grpc.v1");
            }
        }
        return found ? Optional.empty() : Optional.of("there is no plugin io.containerd.grpc.v1.cri");
    }

    private static boolean isCri(String type, String id) {
        return type.equals("io.containerd.cri.v1") || (type.equals("io.containerd.grpc.v1") && id.equals("cri"));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringTokenizer words = new StringTokenizer(line);
        while (words.hasMoreTokens()) {
            cells.add(words.nextToken());
        }
        return cells;
    }
}
