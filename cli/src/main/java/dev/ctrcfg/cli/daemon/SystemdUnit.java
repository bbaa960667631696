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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What the systemd unit of a host's containerd says, its drop-ins included. */
final class SystemdUnit {

    private static final String NAME = "containerd.service";

    /** The first folder that has a file counts. */
    private static final List<String> FOLDERS = List.of(
            "/etc/systemd/system", "/run/systemd/system", "/usr/local/lib/systemd/system", "/usr/lib/systemd/system");

    private List<String> command = List.of();
    private String workingDirectory = "/";
    private Optional<List<String>> searchPath = Optional.empty();

    private SystemdUnit() {}

    /** {@return the daemon of the unit; none if there is no such unit} */
    static List<RunningDaemon> daemons(HostFiles host) {
        SystemdUnit unit = new SystemdUnit();
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
        return unit.command.isEmpty() ? List.of() : List.of(unit.daemon(host.root()));
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
            case "ExecStart" -> command = words(value);
            case "WorkingDirectory" -> workingDirectory = value.startsWith("-") ? value.substring(1) : value;
            case "Environment" -> setEnvironment(words(value));
            default -> {
                // Of no matter here.
            }
        }
    }

    private void setEnvironment(List<String> variables) {
        for (String variable : variables) {
            if (variable.startsWith("PATH=")) {
                searchPath =
                        Optional.of(List.of(variable.substring("PATH=".length()).split(":", -1)));
            }
        }
    }

    private RunningDaemon daemon(Path root) {
        String program = command.get(0);
        int start = 0;
        while (start < program.length() && "@-:+!|".indexOf(program.charAt(start)) >= 0) {
            start++;
        }
        return new RunningDaemon(
                NAME,
                OptionalLong.empty(),
                program.substring(start),
                command.subList(1, command.size()),
                workingDirectory.startsWith("/") ? workingDirectory : "/",
                searchPath,
                Optional.empty(),
                root);
    }

    /** The words of a value; quotes hold words together. */
    private static List<String> words(String value) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean inWord = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quote == 0 && (c == ' ' || c == '\t')) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
