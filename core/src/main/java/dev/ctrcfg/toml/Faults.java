// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.util.ArrayList;
import java.util.EnumSet;
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

    private record Fault(SyntaxError.Kind kind, int start, int end, String message, int related) {

        boolean sameAs(Fault other) {
            return kind == other.kind && start == other.start;
        }
    }

    /** Faults behind which the reader still knows where it is: it goes on within the expression. */
    private static final Set<SyntaxError.Kind> LOCAL = EnumSet.of(
            SyntaxError.Kind.INVALID_UTF_8,
            SyntaxError.Kind.CONTROL_CHARACTER,
            SyntaxError.Kind.CONTROL_CHARACTER_IN_COMMENT,
            SyntaxError.Kind.BARE_CARRIAGE_RETURN,
            SyntaxError.Kind.INVALID_ESCAPE,
            SyntaxError.Kind.LEADING_ZERO,
            SyntaxError.Kind.INTEGER_OUT_OF_RANGE,
            SyntaxError.Kind.TIME_WITHOUT_SECONDS,
            SyntaxError.Kind.NEWLINE_IN_INLINE_TABLE,
            SyntaxError.Kind.TRAILING_COMMA_IN_INLINE_TABLE,
            SyntaxError.Kind.DUPLICATE_KEY,
            SyntaxError.Kind.DUPLICATE_KEY_IN_INLINE_TABLE,
            SyntaxError.Kind.HEADER_AFTER_DOTTED_KEY);

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

    /** Notes a fault; returns if reading can go on in the expression, else leaves it. */
    void add(SyntaxError.Kind kind, int start, int end, String message) {
        add(kind, start, end, message, -1);
    }

    /** Notes a fault that has to do with another place; its message ends where that place is to be named. */
    void add(SyntaxError.Kind kind, int start, int end, String message, int related) {
        Fault fault = new Fault(kind, start, Math.min(end, bytes.length), message, related);
        if (tolerated.contains(kind)) {
            ignored.add(fault);
            return;
        }
        if (errors.isEmpty() || !errors.get(errors.size() - 1).sameAs(fault)) {
            errors.add(fault);
        }
        if (!LOCAL.contains(kind) || isFull()) {
            throw new Stop();
        }
    }

    /** Whether the last fault is a string that swallows the rest of the text. */
    boolean endsText() {
        Fault last = errors.get(errors.size() - 1);
        return last.kind() == SyntaxError.Kind.UNTERMINATED_STRING
                && last.end() - last.start() == 3
                && bytes[last.start() + 1] == bytes[last.start()]
                && bytes[last.start() + 2] == bytes[last.start()];
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
        boolean unreadable = fault.kind() == SyntaxError.Kind.UTF_16 || fault.kind() == SyntaxError.Kind.TOO_LARGE;
        String line = unreadable ? "" : lines.text(position.line());
        line = SourceExcerpt.isText(line) ? line : "";
        return new SyntaxError(fault.kind(), span, position, message, related, line);
    }
}
