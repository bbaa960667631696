// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.dropin;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.release.GoPath;
import dev.ctrcfg.toml.TomlDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A source with one more file in it, or with another content of one. */
final class OneFileMore implements ConfigSource {

    private final ConfigSource others;
    private final String path;
    private final TomlDocument document;

    OneFileMore(ConfigSource others, String path, TomlDocument document) {
        this.others = others;
        this.path = path;
        this.document = document;
    }

    @Override
    public byte[] read(String wanted) throws IOException {
        return GoPath.clean(wanted).equals(path) ? document.bytes() : others.read(wanted);
    }

    @Override
    public List<String> list(String directory) throws IOException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!GoPath.clean(directory).equals(GoPath.directory(path))) {
            return others.list(directory);
        }
        List<String> names = new ArrayList<>();
        try {
            names.addAll(others.list(directory));
        } catch (IOException e) {
            // The directory comes with the file.
        }
        if (!names.contains(name)) {
            names.add(name);
        }
        return names;
    }

    @Override
    public String workingDirectory() {
        return others.workingDirectory();
    }
}
