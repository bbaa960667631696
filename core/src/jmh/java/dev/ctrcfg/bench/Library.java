// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.bench;

import com.electronwill.nightconfig.core.CommentedConfig;
import com.electronwill.nightconfig.toml.TomlParser;
import com.electronwill.nightconfig.toml.TomlWriter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** The libraries that are measured, each used in its plainest way. */
public enum Library {
    /** This project. */
    CTRCFG {
        @Override
        Object parse(byte[] utf8) {
            return TomlDocument.parse(utf8);
        }

        @Override
        String edit(byte[] utf8) {
            return TomlDocument.parse(utf8).edit().set(Key.of("root"), TomlValue.of("/srv/containerd")).document().text();
        }
    },

    /** Jackson's TOML module; it reads data only, so that what it writes has neither comments nor layout. */
    JACKSON {
        @Override
        Object parse(byte[] utf8) {
            return read(Mapper.SHARED, utf8);
        }

        @Override
        String edit(byte[] utf8) {
            JsonNode tree = read(Mapper.SHARED, utf8);
            ((ObjectNode) tree).put("root", "/srv/containerd");
            try {
                return Mapper.SHARED.writeValueAsString(tree);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    },

    /** night-config; it keeps comments, not the layout. */
    NIGHT_CONFIG {
        @Override
        Object parse(byte[] utf8) {
            return new TomlParser().parse(new String(utf8, StandardCharsets.UTF_8));
        }

        @Override
        String edit(byte[] utf8) {
            CommentedConfig config = new TomlParser().parse(new String(utf8, StandardCharsets.UTF_8));
            config.set(List.of("root"), "/srv/containerd");
            return new TomlWriter().writeToString(config);
        }
    },

    /** tomlj; it keeps the source. */
    TOMLJ {
        @Override
        Object parse(byte[] utf8) {
            return readTomlj(utf8);
        }

        @Override
        String edit(byte[] utf8) {
            return readTomlj(utf8).set(List.of("root"), "/srv/containerd").toToml();
        }
    };

    /** Only made when Jackson is measured. */
    private static final class Mapper {
        static final TomlMapper SHARED = new TomlMapper();
    }

    /** Reads a document with all the checks that the library has. */
    abstract Object parse(byte[] utf8);

    /** Reads a document, sets one key and writes the text. */
    abstract String edit(byte[] utf8);

    private static JsonNode read(TomlMapper mapper, byte[] utf8) {
        try {
            return mapper.readTree(utf8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TomlParseResult readTomlj(byte[] utf8) {
        try {
            TomlParseResult result = Toml.parse(new ByteArrayInputStream(utf8));
            if (result.hasErrors()) {
                throw new IllegalStateException(result.errors().toString());
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
