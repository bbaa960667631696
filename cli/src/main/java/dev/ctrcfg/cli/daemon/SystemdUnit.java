// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.daemon;

import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.io.HostFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What the systemd unit of a host's containerd says, its drop-ins included. */
final class SystemdUnit {

    private static final String NAME = "containerd.service";

    /** The first folder that has a file counts. */
    private static final List<String> FOLDERS = List.of(
            "/etc/systemd/system", "/run/systemd/system", "/usr/local/lib/systemd/system", "/usr/lib/systemd/system");

    private final HostFiles host;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> environmentFiles = new ArrayList<>();
    private String command = "";
    private String workingDirectory = "/";

    private SystemdUnit(HostFiles host) {
        this.host = host;
    }

    /** {@return the daemon of the unit; none if there is no such unit} */
    static List<RunningDaemon> daemons(HostFiles host) {
        SystemdUnit unit = new SystemdUnit(host);
        for (String folder : FOLDERS) {
            Optional<String> text = text(host, folder + "/" + NAME);
            if (text.isPresent()) {
                unit.take(text.get());
                break;
            }
        }
        for (String dropIn : dropIns(host)) {
            text(host, dropIn).ifPresent(unit::take);
        }
        unit.readEnvironmentFiles();
        List<String> command = UnitWords.of(unit.command).expanded(unit.environment);
        return command.isEmpty() ? List.of() : List.of(unit.daemon(command));
    }

    private static Optional<String> text(HostFiles host, String path) {
        try {
            return Optional.of(new String(ConfigFile.read(host.find(path)).content(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** In the order of their names, whatever their folder; of two with one name the first folder's counts. */
    private static Iterable<String> dropIns(HostFiles host) {
        TreeMap<String, String> found = new TreeMap<>();
        for (String folder : FOLDERS) {
            String dropIns = folder + "/" + NAME + ".d";
            try (DirectoryStream<Path> files = Files.newDirectoryStream(host.find(dropIns), "*.conf")) {
                for (Path file : files) {
                    String name = file.getFileName().toString();
                    found.putIfAbsent(name, dropIns + "/" + name);
                }
            } catch (IOException e) {
                // There are none.
            }
        }
        return found.values();
    }

    private void take(String text) {
        String section = "";
        for (String line : joined(text).split("\n", -1)) {
            String setting = line.strip();
            int equals = setting.indexOf('=');
            if (setting.startsWith("[")) {
                section = setting;
            } else if (section.equals("[Service]") && equals > 0) {
                set(
                        setting.substring(0, equals).strip(),
                        setting.substring(equals + 1).strip());
            }
        }
    }

    private static String joined(String text) {
        return text.replace("\\\n", " ");
    }

    private void set(String name, String value) {
        switch (name) {
            case "ExecStart" -> command = value;
            case "WorkingDirectory" -> workingDirectory = value.startsWith("-") ? value.substring(1) : value;
            case "Environment" -> setEnvironment(value);
            case "EnvironmentFile" -> addEnvironmentFile(value);
            default -> {
                // Of no matter here.
            }
        }
    }

    /** An empty value takes back what was said before. */
    private void setEnvironment(String value) {
        if (value.isEmpty()) {
            environment.clear();
        }
        UnitWords.of(value).words().forEach(this::setVariable);
    }

    private void setVariable(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals > 0) {
            environment.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
    }

    private void addEnvironmentFile(String value) {
        if (value.isEmpty()) {
            environmentFiles.clear();
        } else {
            environmentFiles.add(value.startsWith("-") ? value.substring(1) : value);
        }
    }

    /** What such files say counts more than what the unit itself says. */
    private void readEnvironmentFiles() {
        for (String file : environmentFiles) {
            for (String line : joined(text(host, file).orElse("")).split("\n", -1)) {
                String assignment = line.strip();
                int equals = assignment.indexOf('=');
                if (equals > 0 && !assignment.startsWith("#") && !assignment.startsWith(";")) {
                    String value = assignment.substring(equals + 1).strip();
                    setVariable(assignment.substring(0, equals).strip() + "=" + UnitWords.unquoted(value));
                }
            }
        }
    }

    private Optional<List<String>> searchPath() {
        String path = environment.get("PATH");
        return path == null ? Optional.empty() : Optional.of(List.of(path.split(":", -1)));
    }

    private RunningDaemon daemon(List<String> words) {
        String program = words.get(0);
        int start = 0;
        while (start < program.length() && "@-:+!|".indexOf(program.charAt(start)) >= 0) {
            start++;
        }
        return new RunningDaemon(
                NAME,
                OptionalLong.empty(),
                program.substring(start),
                words.subList(1, words.size()),
                workingDirectory.startsWith("/") ? workingDirectory : "/",
                searchPath(),
                Optional.empty(),
                host.root());
    }
}
