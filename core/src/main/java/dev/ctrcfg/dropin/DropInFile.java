// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.dropin;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.release.GoPath;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlEditor;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a drop-in is, and how the main file comes to read it.
 *
 * @param path the absolute path of the drop-in
 * @param missingImport the entry that the main file's {@code imports} lacks; empty if the drop-in is read without
 */
public record DropInFile(String path, Optional<String> missingImport) {

    private static final String SUFFIX = ".toml";
    private static final String DIRECTORY = "conf.d";

    /**
     * {@return the drop-in of a name}
     *
     * <p>It goes to the directory that a pattern of the main file's imports leads to, and otherwise to {@code conf.d}
     * beside the main file. That directory is then imported as a whole if there is nothing else in it, and else the one
     * file, so that nothing comes into effect that has lain there unread.
     *
     * @param mainPath the absolute path of the main file
     * @param main the main file
     * @param name the name of the drop-in, with or without {@code .toml}
     * @param files where the files are
     * @throws IllegalArgumentException if the name cannot be that of a file in a directory
     */
    public static DropInFile of(String mainPath, TomlDocument main, String name, ConfigSource files) {
        Imports imports = new Imports(mainPath, main);
        String fileName = fileName(name);
        Optional<String> imported = imports.directoryFor(fileName);
        if (imported.isPresent()) {
            return new DropInFile(GoPath.join(imported.get(), fileName), Optional.empty());
        }
        String directory = GoPath.join(GoPath.directory(mainPath), DIRECTORY);
        String path = GoPath.join(directory, fileName);
        if (!imports.naming(path).isEmpty()) {
            return new DropInFile(path, Optional.empty());
        }
        boolean alone = holdsNothingElse(files, directory, fileName);
        return new DropInFile(path, Optional.of(alone ? GoPath.join(directory, "*" + SUFFIX) : path));
    }

    /**
     * {@return the drop-in of a name in a directory that is imported in any case}
     *
     * @param directory the absolute path of the directory
     * @param name the name of the drop-in, with or without {@code .toml}
     * @throws IllegalArgumentException if the name cannot be that of a file in a directory
     */
    public static DropInFile in(String directory, String name) {
        return new DropInFile(GoPath.join(directory, fileName(name)), Optional.empty());
    }

    /**
     * {@return the drop-in of a name that is there: where a new one would go, or where an entry of the main file's imports
     * names a file of that name; empty if there is none}
     *
     * @param mainPath the absolute path of the main file
     * @param main the main file
     * @param name the name of the drop-in, with or without {@code .toml}
     * @param files where the files are
     * @throws IllegalArgumentException if the name cannot be that of a file in a directory
     */
    public static Optional<DropInFile> find(String mainPath, TomlDocument main, String name, ConfigSource files) {
        DropInFile usual = of(mainPath, main, name, files);
        List<String> paths = new ArrayList<>();
        paths.add(usual.path());
        paths.addAll(new Imports(mainPath, main).called(fileName(name)));
        for (String path : paths) {
            if (exists(files, path) || !new Imports(mainPath, main).naming(path).isEmpty()) {
                return Optional.of(new DropInFile(path, Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private static boolean exists(ConfigSource files, String path) {
        try {
            files.read(path);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String fileName(String name) {
        if (name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('*') >= 0 || name.startsWith(".")) {
            throw new IllegalArgumentException("not a name for a drop-in: \"" + name + "\"");
        }
        return name.endsWith(SUFFIX) ? name : name + SUFFIX;
    }

    private static boolean holdsNothingElse(ConfigSource files, String directory, String fileName) {
        try {
            List<String> names = files.list(directory);
            for (String name : names) {
                if (name.endsWith(SUFFIX) && !name.equals(fileName)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * {@return what the drop-in holds; empty if there is none yet}
     *
     * @param files where the files are
     * @throws IOException if it cannot be read
     * @throws dev.ctrcfg.toml.TomlSyntaxException if it is not TOML
     */
    public Optional<TomlDocument> read(ConfigSource files) throws IOException {
        try {
            return Optional.of(TomlDocument.parse(files.read(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return whether a file imports the drop-in by its name, not by a pattern}
     *
     * @param importer the absolute path of the file
     * @param document the file
     */
    public boolean isNamedBy(String importer, TomlDocument document) {
        return !new Imports(importer, document).naming(path).isEmpty();
    }

    /**
     * {@return the main file without the imports that name the drop-in, as it must be before the drop-in goes: a
     * containerd since 1.5 does not start when a file that is named is missing}
     *
     * @param mainPath the absolute path of the main file
     * @param main the main file
     */
    public TomlDocument withoutImport(String mainPath, TomlDocument main) {
        TomlEditor editor = main.edit();
        for (String entry : new Imports(mainPath, main).naming(path)) {
            editor.removeItem(Imports.KEY, TomlValue.of(entry));
        }
        return editor.document();
    }
}
