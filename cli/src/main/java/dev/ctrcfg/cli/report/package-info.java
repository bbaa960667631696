// SPDX-License-Identifier: Apache-2.0
/** Results in the formats that other programs read. Jackson is used here only, and loaded when such a format is asked for. */
package dev.ctrcfg.cli.report;
