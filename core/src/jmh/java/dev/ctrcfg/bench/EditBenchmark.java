// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.bench;

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

/** Reads a document, sets one key, and writes the text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EditBenchmark {

    /** The library. */
    @Param
    public Library library;

    /** {@code containerd}, or a number of bytes. */
    @Param("containerd")
    public String document;

    private byte[] utf8 = {};

    /** Makes the document. */
    @Setup
    public void prepare() {
        utf8 = Documents.of(document);
    }

    /** {@return the edited text} */
    @Benchmark
    public String edit() {
        return library.edit(utf8);
    }
}
