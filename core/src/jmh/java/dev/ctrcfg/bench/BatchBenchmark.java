// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.bench;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlEditor;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reads a document, makes a number of changes at once, and writes the text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BatchBenchmark {

    /** {@code containerd}, or a number of bytes. */
    @Param({"containerd", "100000"})
    public String document;

    /** How many changes. */
    @Param({"1", "100"})
    public int changes;

    private byte[] utf8 = {};
    private final List<Key> strings = new ArrayList<>();
    private final List<Key> tables = new ArrayList<>();

    /** Makes the document, and finds the keys to change. */
    @Setup
    public void prepare() {
        utf8 = Documents.of(document);
        TomlTable root = TomlDocument.parse(utf8).root();
        collect(Key.ROOT, root);
    }

    private void collect(Key key, TomlTable table) {
        table.entries().forEach((name, value) -> {
            if (value instanceof TomlTable below) {
                collect(key.child(name), below);
            } else {
                strings.add(key.child(name));
            }
        });
        if (table.entries().values().stream().anyMatch(value -> !(value instanceof TomlTable))) {
            tables.add(key);
        }
    }

    /** {@return the text with values replaced} */
    @Benchmark
    public String replace() {
        TomlEditor editor = TomlDocument.parse(utf8).edit();
        TomlValue value = TomlValue.of("changed");
        for (int i = 0; i < changes; i++) {
            Key key = strings.get((int) ((long) i * strings.size() / changes));
            editor.set(key, value);
        }
        return editor.document().text();
    }

    /** {@return the text with keys added to its tables} */
    @Benchmark
    public String insert() {
        TomlEditor editor = TomlDocument.parse(utf8).edit();
        TomlValue value = TomlValue.of("added");
        for (int i = 0; i < changes; i++) {
            editor.set(tables.get(i % tables.size()).child("added" + i), value);
        }
        return editor.document().text();
    }
}
