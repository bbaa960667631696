// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.SourceFile;
import dev.ctrcfg.release.GoPath;
import dev.ctrcfg.release.GoPattern;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;

/** Files in a folder for drop-ins beside the file, which no {@code imports} names. */
final class DropInNotImported extends LintRule {

    private static final Key IMPORTS = Key.of("imports");
    private static final String USUAL_FOLDER = "/etc/containerd";

    DropInNotImported() {
        super("drop-in-not-imported", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (DropInFolder folder : subject.file().dropInFolders(subject.options())) {
            List<String> ignored = new ArrayList<>();
            for (String name : folder.files()) {
                if (!isImported(subject, folder, name)) {
                    ignored.add(name);
                }
            }
            if (!ignored.isEmpty()) {
                findings.add(this, problem(subject, folder, ignored));
            }
        }
    }

    private static boolean isImported(Subject subject, DropInFolder folder, String name) {
        for (SourceFile file : subject.effective().files()) {
            if (file.path().endsWith("/" + folder.name() + "/" + name)) {
                return true;
            }
        }
        return isMeant(subject.file(), folder, name);
    }

    /** Whether an entry of the list is for the file once both are installed, wherever that will be. */
    private static boolean isMeant(LintedFile file, DropInFolder folder, String name) {
        List<TomlValue> entries =
                file.value(IMPORTS).orElse(null) instanceof TomlArray array ? array.items() : List.of();
        for (TomlValue entry : entries) {
            if (entry instanceof TomlString text) {
                List<String> parts = GoPath.parts(text.value());
                int last = parts.size() - 1;
                boolean inFolder = last > 0 && new GoPattern(parts.get(last - 1)).matches(folder.name());
                if (inFolder && new GoPattern(parts.get(last)).matches(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Problem problem(Subject subject, DropInFolder folder, List<String> ignored) {
        LintedFile file = subject.file();
        String directory = GoPath.directory(file.name());
        boolean placed = GoPath.isAbsolute(directory);
        String pattern = GoPath.join(placed ? directory : USUAL_FOLDER, folder.name()) + "/*.toml";
        String others = ignored.size() == 1 ? "" : " and " + (ignored.size() - 1) + " more of the folder";
        Spot spot = file.value(IMPORTS).isPresent() ? file.spot(IMPORTS) : file.top();
        boolean certain = subject.options().host().isPresent() || directory.equals(USUAL_FOLDER);
        return spot.problem("nothing imports " + folder.name() + "/" + ignored.get(0) + others
                        + ", and containerd ignores what is there; write imports = [\"" + pattern + "\"]")
                .as(certain ? severity() : Severity.WARNING);
    }
}
