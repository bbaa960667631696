// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what is wrong with a text while it is read. */
final class Faults {

    /** Thrown to leave the expression that is at fault; it carries nothing, and costs no stack trace. */
    static final class Stop extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }

    private record Fault(SyntaxError.Kind kind, int start, int end, String message, int related) {}

    private final byte[] bytes;
    private final Set<SyntaxError.Kind> tolerated;
    private final int limit;
    private final List<Fault> errors = new ArrayList<>(0);
    private final List<Fault> ignored = new ArrayList<>(0);

    Faults(byte[] bytes, TomlOptions options) {
        this.bytes = bytes;
        this.tolerated = options.tolerated();
        this.limit = options.maxErrors();
    }

    /** Notes a fault; returns if it is tolerated, else leaves the expression. */
    void add(SyntaxError.Kind kind, int start, int end, String message) {
        add(kind, start, end, message, -1);
    }

    /** Notes a fault that has to do with another place; returns if it is tolerated, else leaves the expression. */
    void add(SyntaxError.Kind kind, int start, int end, String message, int related) {
        Fault fault = new Fault(kind, start, Math.min(end, bytes.length), message, related);
        if (tolerated.contains(kind)) {
            ignored.add(fault);
            return;
        }
        errors.add(fault);
        throw new Stop();
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    boolean isFull() {
        return errors.size() >= limit;
    }

    List<SyntaxError> errors() {
        return describe(errors);
    }

    List<SyntaxError> ignored() {
        return describe(ignored);
    }

    private List<SyntaxError> describe(List<Fault> faults) {
        if (faults.isEmpty()) {
            return List.of();
        }
        LineMap lines = new LineMap(bytes);
        List<SyntaxError> described = new ArrayList<>(faults.size());
        for (Fault fault : faults) {
            described.add(describe(fault, lines));
        }
        described.sort((a, b) -> a.span().compareTo(b.span()));
        return described;
    }

    private static SyntaxError describe(Fault fault, LineMap lines) {
        Position position = lines.position(fault.start());
        Optional<Position> related =
                fault.related() < 0 ? Optional.empty() : Optional.of(lines.position(fault.related()));
        String message = related.isEmpty() ? fault.message() : fault.message() + " at " + related.get();
        Span span = new Span(fault.start(), Math.max(fault.start(), fault.end()));
        return new SyntaxError(fault.kind(), span, position, message, related, lines.text(position.line()));
    }
}
