// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;

/**
 * A date-time, of one of TOML's four kinds.
 *
 * @param value an {@link OffsetDateTime}, {@link LocalDateTime}, {@link LocalDate} or {@link LocalTime}; fractions of a
 *     second beyond nanoseconds are cut off
 */
public record TomlDateTime(Temporal value) implements TomlValue {

    /** Refuses other kinds of {@link Temporal} with {@link IllegalArgumentException}. */
    public TomlDateTime {
        if (!(value instanceof OffsetDateTime
                || value instanceof LocalDateTime
                || value instanceof LocalDate
                || value instanceof LocalTime)) {
            throw new IllegalArgumentException("not a TOML date-time: " + value.getClass());
        }
    }

    @Override
    public Type type() {
        return Type.DATE_TIME;
    }

    @Override
    public String toString() {
        return toToml();
    }
}
